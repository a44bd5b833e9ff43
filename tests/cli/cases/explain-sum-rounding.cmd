explain budget/sum-rounding
