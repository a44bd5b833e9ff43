show examples/plans/bollebygd-social-hallbarhet.json
