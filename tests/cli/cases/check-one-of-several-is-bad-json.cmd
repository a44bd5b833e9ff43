check --format json --select plan tests/cli/files/broken.json tests/cli/files/minimal.json
