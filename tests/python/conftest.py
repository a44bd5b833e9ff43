import ctypes
import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import libvp
import pytest
from libvp.own_functions import registered

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "plans"
PLANS = [
    *sorted(EXAMPLES.glob("*.json")),
    *(p for p in sorted(ROOT.glob("libvp/pages/*/*.json")) if '"vp-plan/' in p.read_text("utf-8")),
]
SLIP = "en siffra syns inte i skanningen"
UNITS = [
    "Äldreomsorg",
    "Funktionsstöd",
    "Individ- och familjeomsorg",
    "Stab",
    "Nämnd",
    "Summa",
]
BUDGET_2026 = ["110,6", "51,5", "49,6", "18,6", "0,9", "231,2"]
BUDGET_2025 = ["11,4", "49,9", "51,1", "17,9", "0,9", "231,2"]


@pytest.fixture
def scan():
    """The social board's plan as its scan reads: with findings of every severity."""
    return libvp.load(EXAMPLES / "bollebygd-socialnamnden-2026-scan.json")


@pytest.fixture
def accepting(scan):
    """The same plan, which accepts the sum that does not hold."""
    given = {"rule": "budget/sum-impossible", "element": "internbudget"}
    accepted = [{**given, "reason": SLIP, "until": "2026"}]
    return libvp.Plan.from_dict({**scan.to_dict(), "accepted": accepted})


@pytest.fixture
def programme():
    """A plan with a risk model."""
    return libvp.load(EXAMPLES / "programme-risks-5x5.json")


@pytest.fixture
def budget():
    """The social board's internal budget as its scan reads: a digit of 111,4 is lost."""
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame({"2026": BUDGET_2026, "2025": BUDGET_2025}, index=UNITS)


@pytest.fixture
def quarters():
    """A sound table whose rows add up too."""
    pandas = pytest.importorskip("pandas")
    rows = {
        "Personal": [1204, 1219, 1248, 1236, 4907],
        "Bilar": [88, 91, 86, 95, 360],
        "Lokaler": [140, 140, 143, 143, 566],
        "Totalt": [1432, 1450, 1477, 1474, 5833],
    }
    return pandas.DataFrame.from_dict(
        rows, orient="index", columns=["Q1", "Q2", "Q3", "Q4", "Summa"]
    )


@pytest.fixture(autouse=True)
def no_figures_left():
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


@pytest.fixture(autouse=True)
def nothing_is_left_registered():
    yield
    for rule in libvp.rules():
        if isinstance(rule, libvp.OwnRule):
            libvp.unregister(rule.id)
    for name in registered:
        libvp.unregister_function(name)


@pytest.fixture
def run_python():
    """Runs code in a Python of its own, and gives its output and errors."""

    def run(code, *arguments, **environment):
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", code, *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=600,
            env={**os.environ, **environment},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout, done.stderr

    return run


@pytest.fixture
def vp():
    """Runs the command vp, which the build has made."""
    command = os.environ.get("VP")
    if command is None:
        pytest.skip("the variable VP does not say where the command vp is")

    def run(*arguments):
        done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    return run


def minimal(**fields):
    return {"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026", **fields}


def libm(name):
    """A function of C's mathematical library."""
    path = ctypes.util.find_library("m")
    if path is None:
        pytest.skip("there is no libm to be found")
    return getattr(ctypes.CDLL(path), name)


def hypot():
    pointer = libm("hypot")
    pointer.argtypes = [ctypes.c_double, ctypes.c_double]
    pointer.restype = ctypes.c_double
    return pointer
