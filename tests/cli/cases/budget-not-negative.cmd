budget tests/errors/plans/budget-not-negative.json
