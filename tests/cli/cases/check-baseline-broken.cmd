check --baseline tests/cli/files/broken.json tests/cli/files/accepted.json
