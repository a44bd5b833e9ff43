check --format github --lang en tests/cli/files/broken.json tests/cli/files/control-characters.json nothing-here.json
