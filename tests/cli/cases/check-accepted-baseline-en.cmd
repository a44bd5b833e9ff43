check --lang en --baseline tests/cli/files/baseline.json --fail-on note tests/cli/files/accepted.json
