check --lang en tests/errors/plans/budget-gaps-together.json
