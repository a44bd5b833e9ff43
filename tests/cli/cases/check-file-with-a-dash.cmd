check -- --help
