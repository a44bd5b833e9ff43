check --profile tests/cli/files/profile-circle.json examples/plans/bollebygd-socialnamnden-2026.json
