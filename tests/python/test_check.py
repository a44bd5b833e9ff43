import json
from datetime import date, datetime
from decimal import Decimal

import libvp
import pytest
from conftest import PLANS, minimal


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_findings_are_those_of_the_command(path, vp):
    report = libvp.load(path).check()
    printed = vp("check", "--format", "json", path)
    assert report.to_json() == printed
    [expected] = json.loads(printed)["files"]
    assert len(report) == len(expected["findings"])
    for finding, given in zip(report, expected["findings"]):
        for key in set(given) - {"values", "candidates", "notes", "help", "accepted"}:
            assert getattr(finding, key) == given[key]
        assert acceptance(finding) == given.get("accepted")
        assert (list(finding.notes), list(finding.help)) == (given["notes"], given["help"])
        assert {name: plain(value) for name, value in finding.values.items()} == given["values"]
        assert [candidate.path for candidate in finding.candidates] == [
            candidate["path"] for candidate in given.get("candidates", [])
        ]
    for result, given in zip(report.rules, expected["rules"]):
        for key in ("rule", "applied", "failed", "not_applicable", "accepted"):
            assert getattr(result, key) == given[key]


def acceptance(finding):
    """As the JSON of the command has it."""
    given = finding.acceptance
    if given is None:
        return None
    until = {} if given.until is None else {"until": given.until}
    place = {"in": "baseline" if given.in_baseline else "plan", "path": given.path}
    return {"reason": given.reason, **until, **place}


def plain(value):
    """A value as the JSON of the command has it."""
    if isinstance(value, libvp.Number):
        unit = value.unit if value.unit not in ("count", "index") else None
        return {"value": format(value.value, "f"), **({"unit": unit} if unit else {})}
    if isinstance(value, libvp.Interval):
        unit = value.unit if value.unit not in ("count", "index") else None
        return {
            "low": None if value.low is None else format(value.low, "f"),
            "low_open": value.low_open,
            "high": None if value.high is None else format(value.high, "f"),
            "high_open": value.high_open,
            **({"unit": unit} if unit else {}),
        }
    return list(value) if isinstance(value, tuple) else value


def test_the_text_is_the_command_s(scan, vp):
    assert scan.check().to_text() == vp("check", scan.path)
    assert "\x1b[" in scan.check().to_text(colour=True)


def test_a_report(scan):
    report = scan.check()
    assert not report.ok and report
    assert report.summary == {"error": 1, "warning": 2, "note": 2}
    assert [len(report.errors), len(report.warnings), len(report.notes)] == [1, 2, 2]
    assert report[0] is report.findings[0] and report[-1] is report.findings[4]
    assert report.plan is scan and report.language == "sv"
    assert repr(report).endswith("1 errors, 2 warnings, 2 notes>")


def test_a_finding(scan):
    [finding] = scan.check().errors
    table = scan.budget.tables["internbudget"]
    assert finding.element == table
    assert finding.values["difference"] == libvp.Number(Decimal("-100.0"), "mnkr")
    assert finding.values["sum_interval"].unit == "mnkr"
    first = finding.candidates[0]
    assert (first.rank, first.slip, first.value) == (1, "digit left out", Decimal("111.4"))
    assert Decimal("111.4") in first.interval
    assert str(finding).startswith(f"{scan.path}:471:28: error: ")
    assert hash(finding) == hash(scan.check().errors[0])


def test_a_finding_about_the_plan_has_the_plan():
    plan = libvp.Plan.from_dict(minimal(period="2026-02-30"))
    [finding] = plan.check(select="date/invalid")
    assert finding.element is plan


def test_select_and_ignore(scan):
    assert {finding.rule for finding in scan.check(select="budget")} == {
        "budget/sum-rounding",
        "budget/sum-impossible",
    }
    assert len(scan.check(select=["budget", "risk/unscored"])) == 3
    assert len(scan.check(select="budget,risk/unscored")) == 3
    assert len(scan.check(select=["budget"], ignore=("budget/sum-rounding",))) == 1
    ran = [result.rule for result in scan.check(select="date").rules if result.ran]
    assert ran and all(rule.startswith("date/") for rule in ran)


def test_an_unknown_rule_is_an_error_with_a_hint(scan):
    with pytest.raises(libvp.ArgumentError, match="did you mean") as caught:
        scan.check(select="risk/unscoredd")
    assert isinstance(caught.value, ValueError)
    with pytest.raises(libvp.ArgumentError):
        scan.check(ignore=["nothing/such"])


def test_selecting_nothing_is_an_error(scan):
    with pytest.raises(libvp.ArgumentError, match="select"):
        scan.check(select=[])
    assert len(scan.check(ignore=[])) == 5


def test_the_language_is_the_plan_s_own_unless_told(scan, programme):
    assert "angivet" in scan.check().errors[0].message
    assert "stated" in scan.check(lang="en").errors[0].message
    assert libvp.Plan.from_dict(minimal(language="en")).check().language == "en"
    with pytest.raises(ValueError, match="sv"):
        scan.check(lang="de")


@pytest.mark.parametrize("day", ["2026-03-14", date(2026, 3, 14), datetime(2026, 3, 14, 12)])
def test_as_of(scan, day):
    days = []

    @libvp.rule("test/day", sv="dag")
    def rule(plan, as_of):
        days.append(as_of)

    scan.check(select="test", as_of=day)
    scan.check(select="test")
    assert days == [date(2026, 3, 14), None]


@pytest.mark.parametrize("day", ["2026", "tomorrow", "2026-02-30", ""])
def test_as_of_has_to_be_a_day(scan, day):
    with pytest.raises(ValueError, match="no date"):
        scan.check(as_of=day)


def test_raise_for_errors(scan):
    report = scan.check()
    with pytest.raises(libvp.CheckFailed, match="sum-impossible") as caught:
        report.raise_for_errors()
    assert caught.value.report is report
    scan.check(ignore="budget/sum-impossible").raise_for_errors()


def test_the_notebook_table_is_escaped():
    plan = libvp.Plan.from_dict(minimal(language="en", risks=[{"id": "r", "title": "<b>&\"'"}]))

    @libvp.rule("test/title", en="{title}")
    def rule(plan):
        yield libvp.found(
            plan.risks[0], en="{t} <script>", help_en="<i>", values={"t": plan.risks[0].title}
        )

    table = plan.check(select="test")._repr_html_()
    assert "&lt;b&gt;&amp;" in table and "&lt;script&gt;" in table and "&lt;i&gt;" in table
    assert "<script" not in table and "<b>" not in table and "<i>" not in table
    assert "no findings" in plan.check(select="plan")._repr_html_()


def test_the_notebook_table_has_every_finding(scan):
    table = scan.check()._repr_html_()
    assert table.count("<tr>") == 6
    assert "1 fel, 2 varningar, 2 upplysningar" in table and "471:28" in table


def test_a_long_notebook_table_is_cut_and_says_so():
    risks = [{"id": f"r{i}", "title": f"risk {i}"} for i in range(102)]
    plan = libvp.Plan.from_dict(minimal(risks=risks))

    @libvp.rule("test/every-risk", sv="en risk")
    def rule(plan):
        yield from plan.risks

    table = plan.check(select="test")._repr_html_()
    assert table.count("<tr>") == 101
    assert "102 varningar" in table and "… och 2 till" in table


def test_a_notebook_shows_all_that_is_said_of_a_finding(scan):
    finding = scan.check().errors[0]
    shown = finding._repr_html_()
    assert all(text in shown for text in (finding.message, *finding.notes, *finding.help))
    assert finding.rule in shown and "471:28" in shown
    assert repr(finding) == "<Finding budget/sum-impossible /budget/tables/0/total/1>"


def test_rules_and_their_pages():
    known = libvp.rules()
    assert len(known) >= 46
    by_id = {rule.id: rule for rule in known}
    assert by_id["risk/unscored"].severity == "note"
    assert by_id["risk/unscored"].family == "risk"
    with pytest.raises(KeyError, match="risk/unscored"):
        libvp.explain("risk/unscore")
    with pytest.raises(ValueError):
        libvp.explain("risk/unscored", "de")
    assert libvp.explain("risk/unscored")._repr_markdown_().startswith("# risk/unscored\n")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_pages_are_the_command_s(language, vp):
    for rule in libvp.rules():
        assert libvp.explain(rule.id, language) == vp("explain", "--lang", language, rule.id)
