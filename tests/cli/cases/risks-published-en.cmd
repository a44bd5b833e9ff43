risks --lang en examples/plans/bollebygd-socialnamnden-2026.json
