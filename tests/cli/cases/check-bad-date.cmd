check --as-of 2026-02-30 examples/plans/bollebygd-socialnamnden-2026.json
