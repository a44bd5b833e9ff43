risks tests/cli/files/control-characters.json
