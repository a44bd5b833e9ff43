fmt examples/plans/bollebygd-socialnamnden-2026.json > /dev/full
