check --format json --output /dev/null tests/cli/files/warning.json tests/cli/files/broken.json
