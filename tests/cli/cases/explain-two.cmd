explain risk/unscored risk/no-owner
