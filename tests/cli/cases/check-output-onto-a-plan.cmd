check --format sarif --output examples/plans/../plans/bollebygd-mobilitetsplan.json examples/plans/bollebygd-socialnamnden-2026-scan.json examples/plans/bollebygd-mobilitetsplan.json
