show tests/cli/files/accepted.json
