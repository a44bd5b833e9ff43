check --fail-on note tests/cli/files/error.json
