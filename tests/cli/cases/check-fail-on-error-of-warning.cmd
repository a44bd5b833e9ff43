check --fail-on error tests/cli/files/warning.json
