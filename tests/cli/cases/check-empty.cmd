check tests/cli/files/empty.json
