budget --repair -o - tests/cli/files/error.json
