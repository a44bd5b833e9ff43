check --format junit --select budget --lang en examples/plans/bollebygd-socialnamnden-2026-scan.json tests/cli/files/broken.json
