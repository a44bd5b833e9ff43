check --baseline nothing-here.json tests/cli/files/accepted.json
