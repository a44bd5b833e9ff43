risks --profile examples/rules/ekasa.json examples/rules/plans/omsorgsnamnden-2027.json
