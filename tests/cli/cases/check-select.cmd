check --select budget,risk/unscored examples/plans/bollebygd-socialnamnden-2026.json
