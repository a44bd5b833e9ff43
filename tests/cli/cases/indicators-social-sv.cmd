indicators examples/plans/bollebygd-social-hallbarhet.json
