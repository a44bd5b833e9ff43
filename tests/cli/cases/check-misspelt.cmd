check tests/cli/files/misspelt.json
