indicators --lang sv tests/cli/files/trend.json
