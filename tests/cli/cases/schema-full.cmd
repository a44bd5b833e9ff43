schema > /dev/full
