init plan.json
