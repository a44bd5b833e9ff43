check --lang en --baseline tests/cli/files/baseline.json --select risk,date --format junit tests/cli/files/accepted.json
