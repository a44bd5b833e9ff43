check --fail-on error tests/cli/files/note.json
