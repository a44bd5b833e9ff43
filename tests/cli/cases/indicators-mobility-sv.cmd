indicators examples/plans/bollebygd-mobilitetsplan.json
