check --select control - < tests/cli/files/warning.json
