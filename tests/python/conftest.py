import os
import subprocess
import sys
from pathlib import Path

import libvp
import pytest
from libvp.own_functions import registered

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "plans"
PLANS = sorted(EXAMPLES.glob("*.json")) + sorted(ROOT.glob("libvp/pages/*/*.json"))


@pytest.fixture
def scan():
    """The social board's plan as its scan reads: with findings of every severity."""
    return libvp.load(EXAMPLES / "bollebygd-socialnamnden-2026-scan.json")


@pytest.fixture
def programme():
    """A plan with a risk model."""
    return libvp.load(EXAMPLES / "programme-risks-5x5.json")


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
