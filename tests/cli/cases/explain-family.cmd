explain budget
