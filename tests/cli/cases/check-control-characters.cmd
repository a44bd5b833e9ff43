check tests/cli/files/control-characters.json
