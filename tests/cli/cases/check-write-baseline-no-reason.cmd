check --write-baseline tests/cli/files/new.json tests/cli/files/accepted.json
