check --format sarif --select budget/sum-impossible examples/plans/bollebygd-socialnamnden-2026-scan.json
