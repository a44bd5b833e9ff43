schema baseline
