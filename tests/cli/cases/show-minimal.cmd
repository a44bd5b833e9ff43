show tests/cli/files/minimal.json
