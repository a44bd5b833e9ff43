check --profile tests/cli/files/profile-extends-missing.json tests/cli/files/minimal.json
