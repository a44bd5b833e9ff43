indicators tests/cli/files/minimal.json
