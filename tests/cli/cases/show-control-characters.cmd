show tests/cli/files/control-characters.json
