check --as-of 2026 examples/plans/bollebygd-socialnamnden-2026.json
