check --select claim tests/cli/files/note.json
