indicators --help
