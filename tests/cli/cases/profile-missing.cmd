check --profile bollebyg examples/plans/bollebygd-socialnamnden-2026.json
