budget --repair --lang en examples/plans/bollebygd-socialnamnden-2026-scan.json
