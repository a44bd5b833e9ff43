check --profile tests/cli/files/profile-bad-model.json tests/cli/files/risks-without-model.json
