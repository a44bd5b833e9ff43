check --fail-on fatal examples/plans/bollebygd-socialnamnden-2026.json
