risks --help
