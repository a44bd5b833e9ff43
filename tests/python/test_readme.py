import ctypes

import libvp
import pytest
from conftest import ROOT
from libvp.own_functions import registered


def test_the_readme_s_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    names = {}
    exec(text.split("```python\n")[1].split("```")[0], names)
    assert capsys.readouterr().out.count("budget/sum-impossible") == 1
    plan = names["plan"]
    assert repr(plan.budget.frame.closing.amount.value) == "Decimal('231.2')"
    assert repr(plan.objectives["v2"].indicators) in text
    assert isinstance(names["risk_owner"], libvp.OwnRule)
    assert len(plan.check(select="sju")) == len(plan.risks)


def test_the_readme_s_functions_are_registered():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    names = {"libvp": libvp, "ctypes": ctypes}
    try:
        exec(text.split("```python\n")[3].split("```")[0], names)
    except OSError:
        pytest.skip("the C library has another name here")
    assert (registered["severity"](3, 4), registered["distance"](3, 4)) == (36, 5)


def test_the_readme_s_pictures_and_report_are_made(monkeypatch, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    pytest.importorskip("pandas")
    pytest.importorskip("jinja2")
    matplotlib.use("Agg")
    monkeypatch.chdir(tmp_path)
    plan = libvp.load(ROOT / "examples/plans/bollebygd-socialnamnden-2026-scan.json")
    names = {"libvp": libvp, "plan": plan, "report": plan.check()}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    exec(text.split("```python\n")[2].split("```")[0], names)
    assert names["axes"].get_title(loc="left").startswith("Budgetram")
    assert "Äldreomsorg" in (tmp_path / "rapport.html").read_text(encoding="utf-8")
