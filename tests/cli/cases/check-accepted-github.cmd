check --baseline tests/cli/files/baseline.json --format github tests/cli/files/accepted.json
