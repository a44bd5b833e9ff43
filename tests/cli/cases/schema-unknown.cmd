schema plans
