check tests/cli/files/list.json
