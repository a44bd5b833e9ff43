check --as-of 2026-09-01 --baseline tests/cli/files/baseline.json tests/cli/files/accepted.json
