risks tests/cli/files/minimal.json
