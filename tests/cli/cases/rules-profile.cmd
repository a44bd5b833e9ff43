rules --profile tests/cli/files/profile.json
