explain --lang en budget/sum-doubtful
