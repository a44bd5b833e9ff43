check --select risk,, examples/plans/bollebygd-socialnamnden-2026.json
