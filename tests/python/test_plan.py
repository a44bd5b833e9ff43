import json
import os
from datetime import date
from decimal import Decimal

import libvp
import pytest
from conftest import EXAMPLES, PLANS, ROOT, minimal


def test_a_plan_is_read_from_a_file_and_from_a_text():
    path = EXAMPLES / "bollebygd-socialnamnden-2026.json"
    plan = libvp.load(path)
    assert plan.path == str(path)
    assert libvp.loads(path.read_text(encoding="utf-8")).to_json() == plan.to_json()
    assert libvp.loads(path.read_bytes()).path is None


def test_a_missing_file_is_the_usual_error():
    with pytest.raises(FileNotFoundError):
        libvp.load("no such plan.json")


def test_a_syntax_error_says_where():
    with pytest.raises(libvp.PlanSyntaxError) as caught:
        libvp.loads('{\n  "id": nope }', path="plan.json")
    error = caught.value
    assert (error.line, error.column, error.status, error.path) == (2, 9, "syntax", "plan.json")
    assert str(error).startswith("plan.json:2:9: ")
    assert isinstance(error, libvp.PlanError) and isinstance(error, libvp.VpError)


def test_a_format_error_says_where_and_what_was_meant():
    with pytest.raises(libvp.PlanFormatError, match="risks") as caught:
        libvp.Plan.from_dict(minimal(risk=[]))
    assert caught.value.line == 6


def test_a_lone_surrogate_is_a_syntax_error():
    with pytest.raises(libvp.PlanSyntaxError):
        libvp.loads('{"id": "\ud800"}')


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_dicts_lose_nothing(path):
    plan = libvp.load(path)
    assert plan.to_dict() == json.loads(path.read_bytes())
    assert libvp.Plan.from_dict(plan.to_dict()).to_json() == plan.to_json()


def test_from_dict_takes_the_values_that_elements_give(scan):
    amount = scan.budget.frame.opening.amount
    plan = libvp.Plan.from_dict(
        minimal(
            period=scan.period,
            budget={
                "unit": "mnkr",
                "frame": {"opening": {"amount": amount}, "closing": {"amount": Decimal("231.20")}},
            },
            assignments=[{"id": "u", "title": "U", "due": date(2026, 3, 14)}],
        )
    )
    assert plan.budget.frame.opening.amount.value == amount.value
    assert plan.budget.frame.closing.amount.text == "231,20"
    assert plan.assignments[0].due.start == date(2026, 3, 14)


def test_what_has_no_form_in_a_plan_is_refused():
    with pytest.raises(TypeError, match="object"):
        libvp.Plan.from_dict(minimal(title=object()))


def test_a_saved_plan_is_what_vp_fmt_writes(scan, vp, tmp_path):
    scan.save(tmp_path / "plan.json")
    assert libvp.load(tmp_path / "plan.json").to_json() == scan.to_json()
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == vp("fmt", scan.path)


def test_a_plan_without_a_file_is_not_saved_anywhere(scan):
    with pytest.raises(ValueError, match="no file"):
        libvp.loads(scan.to_json()).save()


def test_a_plan_is_saved_where_it_came_from(scan, tmp_path):
    scan.save(tmp_path / "plan.json")
    plan = libvp.load(tmp_path / "plan.json")
    os.truncate(plan.path, 0)
    plan.save()
    assert libvp.load(plan.path).to_json() == plan.to_json()


def test_find_gives_elements_and_the_plan(scan):
    assert scan.find("hme") == scan.indicators["hme"] == scan["hme"]
    assert scan.find(scan.id) is scan
    assert scan.find("nothing") is None


def test_an_unknown_id_is_a_key_error_with_the_nearest_ids(scan):
    with pytest.raises(KeyError) as caught:
        scan["hmee"]
    assert str(caught.value) == "there is no 'hmee': did you mean 'hme'?"
    with pytest.raises(libvp.UnknownIdError, match="'r7'"):
        scan.risks["rr7"]
    with pytest.raises(KeyError, match="'ao'"):
        scan.budget.tables[0].rows["aoo"]


def test_a_closed_plan_cannot_be_used(scan):
    risk, risks, report = scan.risks[0], scan.risks, scan.check()
    scan.close()
    scan.close()
    assert scan.closed
    for use in (
        lambda: scan.title,
        lambda: scan.risks,
        lambda: risk.title,
        lambda: risk.path,
        lambda: risk.line,
        lambda: list(risks),
        lambda: scan.check(),
        lambda: scan.to_json(),
        lambda: scan.find("hme"),
        lambda: scan.__enter__(),
    ):
        with pytest.raises(libvp.PlanClosedError):
            use()
    assert repr(risk) == "<Risk of a closed plan>"
    assert len(report.findings) == 5  # what was found stays
    assert report.to_json()


def test_with_closes():
    with libvp.Plan.from_dict(minimal()) as plan:
        assert plan.id == "p"
    assert plan.closed


def test_the_version_and_the_schema():
    project = (ROOT / "CMakeLists.txt").read_text()
    assert f"project(libvp VERSION {libvp.__version__} " in project
    assert json.loads(libvp.schema())["$schema"].endswith("2020-12/schema")


def test_a_notebook_shows_whose_plan_it_is_and_what_is_in_it(scan, programme):
    shown = scan._repr_html_()
    assert "<b>Verksamhetsplan 2026</b>" in shown
    assert "Bollebygd · Socialnämnden · 2026" in shown
    assert "<th>risker</th>" in shown and "<td>17</td>" in shown
    assert "ställningstaganden" not in shown
    assert "2026/2028 · beslutad" in programme._repr_html_()
    empty = libvp.Plan.from_dict(minimal(title="<i>", language="en", status="draft"))
    assert "&lt;i&gt;" in empty._repr_html_() and "2026 · draft" in empty._repr_html_()
    assert "<table" not in empty._repr_html_()
    empty.close()
    assert empty._repr_html_() is None
