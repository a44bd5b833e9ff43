budget --repair tests/cli/files/broken.json
