check tests/errors/plans/budget-short-rows.json
