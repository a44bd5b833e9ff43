explain weather
