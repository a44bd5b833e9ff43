risks tests/cli/files/function.json
