check --format json --profile tests/cli/files/profile.json --select budget/sum-rounding,risk/unscored examples/plans/bollebygd-socialnamnden-2026.json
