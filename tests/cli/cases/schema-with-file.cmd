schema plan.json
