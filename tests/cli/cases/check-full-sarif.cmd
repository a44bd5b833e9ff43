check --format sarif examples/plans/bollebygd-socialnamnden-2026-scan.json > /dev/full
