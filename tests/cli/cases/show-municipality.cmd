show examples/rules/plans/omsorgsnamnden-2027.json
