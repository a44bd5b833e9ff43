check tests/cli/files/accepted.json
