check --select risk --ignore risk/unscored examples/plans/bollebygd-socialnamnden-2026.json
