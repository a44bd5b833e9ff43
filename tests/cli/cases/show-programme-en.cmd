show --lang en examples/plans/programme-risks-5x5.json
