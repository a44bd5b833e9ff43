budget --repair examples/plans/bollebygd-socialnamnden-2026.json
