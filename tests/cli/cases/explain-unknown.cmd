explain risk/unscord
