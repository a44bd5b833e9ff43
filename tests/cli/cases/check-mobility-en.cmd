check --lang en examples/plans/bollebygd-mobilitetsplan.json
