check --format json tests/cli/files/broken.json
