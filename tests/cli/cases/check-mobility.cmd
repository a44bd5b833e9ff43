check examples/plans/bollebygd-mobilitetsplan.json
