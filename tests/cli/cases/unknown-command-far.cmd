explode
