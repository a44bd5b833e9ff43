init --year 2027 --municipality Bollebygd --board Socialnämnden
