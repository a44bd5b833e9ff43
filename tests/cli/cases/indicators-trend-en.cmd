indicators --lang en tests/cli/files/trend.json
