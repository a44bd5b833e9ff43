check examples/plans/bollebygd-social-hallbarhet.json
