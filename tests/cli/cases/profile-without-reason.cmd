check --profile tests/cli/files/profile-without-reason.json examples/plans/bollebygd-socialnamnden-2026.json
