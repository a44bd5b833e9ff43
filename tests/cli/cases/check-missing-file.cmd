check nothing-here.json
