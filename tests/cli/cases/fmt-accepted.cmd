fmt tests/cli/files/accepted.json
