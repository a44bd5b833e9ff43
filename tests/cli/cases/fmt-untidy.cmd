fmt tests/cli/files/untidy.json
