explain --all risk/unscored
