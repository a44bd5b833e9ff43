check tests/cli/files/minimal.json
