check -o examples examples/plans/bollebygd-socialnamnden-2026-scan.json
