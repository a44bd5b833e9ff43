show tests/cli/files/broken.json
