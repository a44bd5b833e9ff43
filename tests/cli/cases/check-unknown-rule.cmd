check --select risk/unscord examples/plans/bollebygd-socialnamnden-2026.json examples/plans/bollebygd-socialnamnden-2026.json
