show --lang sv examples/plans/bollebygd-socialnamnden-2026.json
