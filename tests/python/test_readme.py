import libvp
from conftest import ROOT


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
