indicators --profile tests/cli/files/profile-thresholds.json tests/cli/files/trend.json
