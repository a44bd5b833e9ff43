check tests/cli/files/function.json
