check --fail-on warning tests/cli/files/warning.json
