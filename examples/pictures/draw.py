"""Draws the pictures of the README that libvp's Python package makes."""

import shutil
import subprocess
from pathlib import Path

import libvp
import matplotlib

matplotlib.use("Agg")

from libvp import plot

here = Path(__file__).parent
plans = here.parent / "plans"
social = libvp.load(plans / "bollebygd-socialnamnden-2026.json")
scan = libvp.load(plans / "bollebygd-socialnamnden-2026-scan.json")
programme = libvp.load(plans / "programme-risks-5x5.json")
for name, made in {
    "bridge": plot.budget_bridge(social),
    "internal-budget": plot.internal_budget(scan),
    "matrix": plot.risk_matrix(programme),
    "small-multiples": plot.indicators(social)[0, 0],
    "findings": plot.findings(scan.check()),
}.items():
    path = here / f"{name}.png"
    made.figure.savefig(path, dpi=150)
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--speed", "1", path], check=True)
