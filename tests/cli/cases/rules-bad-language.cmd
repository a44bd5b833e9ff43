rules --lang no
