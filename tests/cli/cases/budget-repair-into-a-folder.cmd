budget --repair --output tests examples/plans/bollebygd-mobilitetsplan.json
