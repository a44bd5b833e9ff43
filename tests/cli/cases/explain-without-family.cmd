explain sum-rounding
