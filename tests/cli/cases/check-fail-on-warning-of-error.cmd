check --fail-on warning tests/cli/files/error.json
