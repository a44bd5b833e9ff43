check --fail-on note tests/cli/files/note.json
