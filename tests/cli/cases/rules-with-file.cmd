rules budget
