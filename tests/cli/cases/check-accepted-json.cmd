check --baseline tests/cli/files/baseline.json --select risk,date,plan/unused-acceptance --format json tests/cli/files/accepted.json
