check --profile examples/plans/bollebygd-socialnamnden-2026.json examples/plans/bollebygd-socialnamnden-2026.json
