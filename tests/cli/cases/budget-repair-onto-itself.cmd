budget --repair --output examples/plans/../plans/bollebygd-mobilitetsplan.json examples/plans/bollebygd-mobilitetsplan.json
