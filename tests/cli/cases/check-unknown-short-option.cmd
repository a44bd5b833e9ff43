check -x examples/plans/bollebygd-socialnamnden-2026.json
