init --muncipality Bollebygd
