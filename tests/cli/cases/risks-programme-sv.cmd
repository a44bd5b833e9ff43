risks --lang sv examples/plans/programme-risks-5x5.json
