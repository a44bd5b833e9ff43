budget tests/cli/files/minimal.json
