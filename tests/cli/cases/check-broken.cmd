check tests/cli/files/broken.json
