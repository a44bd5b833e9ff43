check tests/cli/files/warning.json tests/cli/files/note.json tests/cli/files/minimal.json
