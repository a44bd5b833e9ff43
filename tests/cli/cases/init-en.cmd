init --lang en --year 2027
