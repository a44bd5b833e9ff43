explain risk/band-jump
