"""What a type checker says of the package, and of code that uses it."""

import sys

import libvp
import pytest
from conftest import ROOT

USE = """
from typing import Iterator

import libvp

plan = libvp.load("plan.json")
reveal_type(plan.risks[0].consequence.value)
reveal_type(plan.risks["r1"])
reveal_type(plan.risks[1:])
reveal_type(plan.goals[0].objectives[0].indicators)
reveal_type(plan.controls[0].risk)
reveal_type(plan.indicators["hme"].observations[0].period.start)
reveal_type(libvp.Risk.title)
reveal_type(plan.check(select="budget").errors[0].candidates[0].value)
plan.budget.frame
plan.title = "no"

@libvp.rule("sju/x", sv="x")
def rule(plan: libvp.Plan) -> Iterator[libvp.Plan]:
    yield plan
"""

REVEALED = [
    "decimal.Decimal | None",
    "libvp.elements.Risk",
    "tuple[libvp.elements.Risk, ...]",
    "libvp.sequences.References[libvp.elements.Indicator]",
    "libvp.elements.Risk | None",
    "datetime.date | None",
    "libvp.fields.Field[str]",
    "decimal.Decimal | None",
]


def run(mypy, *arguments):
    config = str(ROOT / "pyproject.toml")
    out, err, _ = mypy.run(["--cache-dir", "/dev/null", "--config-file", config, *arguments])
    return out + err


def test_the_package_passes_mypy():
    mypy = pytest.importorskip("mypy.api")
    assert "Success" in run(mypy, str(ROOT / "python" / "libvp"))


def test_users_see_types(tmp_path, monkeypatch):
    mypy = pytest.importorskip("mypy.api")
    monkeypatch.setenv("MYPYPATH", str(ROOT / "python"))
    (tmp_path / "use.py").write_text(USE)
    out = run(mypy, str(tmp_path / "use.py"))
    revealed = [line.split('"')[1] for line in out.splitlines() if "Revealed type" in line]
    assert [text.replace("builtins.", "") for text in revealed] == REVEALED
    assert 'Item "None" of "Budget | None"' in out
    assert out.count("error:") == 2, out


def test_the_stub_lists_every_function_of_the_extension():
    stub = (ROOT / "python" / "libvp" / "_vp.pyi").read_text()
    functions = {
        name
        for name, value in vars(libvp._vp).items()
        if callable(value) and not name.startswith(("_", "SWIG", "Swig", "swig"))
    }
    assert {
        line.split("(")[0][4:] for line in stub.splitlines() if line.startswith("def ")
    } == functions
