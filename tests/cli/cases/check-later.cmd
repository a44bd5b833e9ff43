check tests/cli/files/later.json
