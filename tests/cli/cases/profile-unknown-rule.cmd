check --profile tests/cli/files/profile-unknown-rule.json examples/plans/bollebygd-socialnamnden-2026.json
