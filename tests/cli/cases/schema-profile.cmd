schema profile
