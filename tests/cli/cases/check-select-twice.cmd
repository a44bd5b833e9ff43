check --select budget --select risk/unscored examples/plans/bollebygd-socialnamnden-2026.json
