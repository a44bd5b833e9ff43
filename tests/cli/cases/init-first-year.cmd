init --year 0001
