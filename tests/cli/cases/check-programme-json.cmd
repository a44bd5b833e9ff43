check --format json examples/plans/programme-risks-5x5.json
