check --format github examples/plans/bollebygd-socialnamnden-2026-scan.json
