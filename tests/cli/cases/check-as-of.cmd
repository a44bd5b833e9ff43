check --as-of 2026-03-14 tests/cli/files/minimal.json
