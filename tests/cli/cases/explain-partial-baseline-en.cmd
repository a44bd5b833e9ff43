explain --lang en indicator/partial-baseline
