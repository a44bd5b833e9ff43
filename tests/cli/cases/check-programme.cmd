check examples/plans/programme-risks-5x5.json
