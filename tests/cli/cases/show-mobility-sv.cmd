show examples/plans/bollebygd-mobilitetsplan.json
