explain budgets
