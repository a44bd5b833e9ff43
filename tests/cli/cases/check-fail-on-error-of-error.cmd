check --fail-on error tests/cli/files/error.json
