check --ignore budgets examples/plans/bollebygd-socialnamnden-2026.json
