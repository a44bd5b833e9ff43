explain claim/equal
