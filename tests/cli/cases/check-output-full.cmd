check --format junit --output /dev/full examples/plans/bollebygd-socialnamnden-2026-scan.json
