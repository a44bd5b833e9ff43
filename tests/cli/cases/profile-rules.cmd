check --profile tests/cli/files/profile.json examples/plans/bollebygd-socialnamnden-2026.json
