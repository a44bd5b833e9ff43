fmt tests/cli/files/broken.json
