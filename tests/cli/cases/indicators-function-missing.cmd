indicators tests/cli/files/target-function.json
