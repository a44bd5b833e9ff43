check --lang de examples/plans/bollebygd-socialnamnden-2026.json
