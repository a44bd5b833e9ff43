check --formt json examples/plans/bollebygd-socialnamnden-2026.json
