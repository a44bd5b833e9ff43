check --fail-on warning tests/cli/files/note.json
