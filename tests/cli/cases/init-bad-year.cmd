init --year 27
