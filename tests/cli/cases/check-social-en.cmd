check --lang en examples/plans/bollebygd-social-hallbarhet.json
