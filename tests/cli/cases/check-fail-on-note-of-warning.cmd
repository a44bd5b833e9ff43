check --fail-on note tests/cli/files/warning.json
