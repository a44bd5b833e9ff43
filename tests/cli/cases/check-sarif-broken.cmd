check --format sarif --select budget --lang en tests/cli/files/broken.json tests/cli/files/minimal.json nothing-here.json
