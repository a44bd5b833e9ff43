check --baseline tests/cli/files/baseline.json tests/cli/files/accepted.json
