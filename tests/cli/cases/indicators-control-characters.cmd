indicators tests/cli/files/control-characters.json
