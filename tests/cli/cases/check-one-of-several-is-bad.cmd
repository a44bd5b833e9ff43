check tests/cli/files/warning.json tests/cli/files/broken.json nothing-here.json tests/cli/files/note.json
