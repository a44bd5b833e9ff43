budget tests/errors/plans/budget-at-most.json
