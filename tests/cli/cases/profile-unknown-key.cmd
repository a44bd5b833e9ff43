check --profile tests/cli/files/profile-unknown-key.json examples/plans/bollebygd-socialnamnden-2026.json
