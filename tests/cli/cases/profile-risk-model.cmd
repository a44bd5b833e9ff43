check --profile 4x4 tests/cli/files/risks-without-model.json
