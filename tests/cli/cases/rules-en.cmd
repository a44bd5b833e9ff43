rules --lang en
