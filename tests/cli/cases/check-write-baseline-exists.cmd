check --write-baseline tests/cli/files/baseline.json --reason x tests/cli/files/accepted.json
