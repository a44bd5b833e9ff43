check --profile tests/cli/files/profile-extends-broken.json tests/cli/files/minimal.json
