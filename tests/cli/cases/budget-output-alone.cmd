budget -o repaired.json examples/plans/bollebygd-mobilitetsplan.json
