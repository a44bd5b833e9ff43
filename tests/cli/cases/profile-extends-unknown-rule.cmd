check --profile tests/cli/files/profile-extends-unknown-rule.json examples/plans/bollebygd-socialnamnden-2026.json
