check --format junit --profile tests/cli/files/profile.json --select budget,risk/unscored examples/plans/bollebygd-socialnamnden-2026.json
