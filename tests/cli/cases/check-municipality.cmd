check --profile examples/rules/ekasa.json --baseline examples/rules/vp.baseline.json examples/rules/plans/omsorgsnamnden-2027.json
