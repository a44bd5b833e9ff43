check --profile tests/cli/files/profile-thresholds.json tests/cli/files/sum-of-five.json
