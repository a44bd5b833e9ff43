import json
import traceback
from decimal import Decimal

import libvp
import pytest
from conftest import minimal


def without_indicator(plan):
    for goal in plan.goals:
        if not goal.indicators:
            yield goal


def test_an_element_alone_has_the_title_as_its_message(scan):
    rule = libvp.rule("sju/indicator", sv="ett mål saknar indikator")(without_indicator)
    report = scan.check(select="sju")
    assert [finding.element for finding in report] == list(scan.goals)
    assert {finding.message for finding in report} == {"ett mål saknar indikator"}
    assert {finding.severity for finding in report} == {"warning"}
    assert report[0].line == scan.goals[0].line
    assert [found.element for found in rule(scan)] == list(scan.goals)


def test_everything_that_a_rule_can_say(scan):
    @libvp.rule("sju/all", severity="error", sv="titel", en="title")
    def rule(plan):
        yield libvp.found(
            plan.risks["r7"],
            "title",
            sv="{text}: {amount}, {+change}, {count} och {number}",
            en="{text}: {amount}, {+change}, {count} and {number}",
            note_sv="så",
            note_en="thus",
            help_sv="gör {text}",
            help_en="do {text}",
            values={
                "text": plan.period,
                "amount": plan.budget.frame.opening.amount,
                "change": libvp.Number(Decimal("1.5"), "%"),
                "count": 3,
                "number": 0.5,
            },
        )

    [finding] = scan.check(select="sju")
    assert finding.message == "2026: 231,2\xa0mnkr, +1,5\xa0%, 3 och 0,5"
    assert (finding.notes, finding.help) == (("så",), ("gör 2026",))
    assert finding.path == "/risks/6/title"
    assert finding.values["amount"] == libvp.Number(Decimal("231.2"), "mnkr")
    [finding] = scan.check(select="sju", lang="en")
    assert finding.message == "2026: 231.2 mnkr, +1.5%, 3 and 0.5".replace(" mnkr", "\xa0mnkr")


def test_an_item_of_a_field(scan):
    table = scan.budget.tables["internbudget"]
    rule = libvp.rule("sju/cell", sv="x")(lambda plan: [libvp.found(table.rows[0], "values", 1)])
    [finding] = scan.check(select="sju")
    assert finding.path == "/budget/tables/0/rows/0/values/1"
    assert rule(scan)[0].item == 1
    libvp.rule("sju/cell", sv="x")(lambda plan: [libvp.found(table.rows[0], "values", 2)])
    with pytest.raises(libvp.ArgumentError, match="an item that is not there"):
        scan.check()


def test_an_interval_is_said_in_words(scan):
    amount = scan.budget.frame.opening.amount
    most = libvp.Interval(None, Decimal(9), True, True)
    libvp.rule("sju/interval", sv="{where}, {most}")(
        lambda plan: [libvp.found(plan, values={"where": amount.interval, "most": most})]
    )
    [finding] = scan.check(select="sju")
    assert finding.message == "mellan 231,15 och 231,25\xa0mnkr, mindre än 9"
    assert finding.values == {"where": amount.interval, "most": most}


def test_own_rules_stand_in_every_output(scan):
    libvp.rule("sju/indicator", sv="saknas")(without_indicator)
    report = scan.check()
    assert len(report) == 11
    lines = [finding.line for finding in report]
    assert lines == sorted(lines)
    written = json.loads(report.to_json())["files"][0]
    assert sum(finding["rule"] == "sju/indicator" for finding in written["findings"]) == 6
    assert written["rules"][-1] == {
        "rule": "sju/indicator",
        "applied": 6,
        "failed": 6,
        "not_applicable": 0,
        "accepted": 0,
    }
    assert "[sju/indicator]" in report.to_text()
    assert "sju/indicator" in report._repr_html_()


def test_registering_again_replaces(scan):
    for message in ("en", "två"):
        libvp.rule("sju/again", sv=message)(lambda plan: [plan])
    [finding] = scan.check(select="sju")
    assert finding.message == "två"
    libvp.unregister("sju/again")
    with pytest.raises(libvp.ArgumentError):
        scan.check(select="sju")


def test_rules_can_be_given_instead_of_registered(scan):
    registered = libvp.rule("sju/registered", sv="r")(lambda plan: [plan])
    given = libvp.rule("sju/given", sv="g", register=False)(lambda plan: [plan])
    found = [finding.rule for finding in scan.check(select="sju", rules=[given])]
    assert found == ["sju/given"]
    assert [finding.rule for finding in scan.check(select="sju")] == ["sju/registered"]
    assert {rule.id for rule in libvp.rules()} >= {registered.id}
    assert len(scan.check(rules=[])) == 5


def test_a_rule_that_finds_nothing_has_still_run(scan):
    libvp.rule("sju/nothing", sv="n")(lambda plan: None)
    result = scan.check().rules[-1]
    assert (result.rule, result.ran, result.applied, result.failed) == ("sju/nothing", True, 1, 0)


def test_the_title_is_otherwise_the_docstring(scan):
    @libvp.rule("sju/doc")
    def rule(plan):
        """Every plan is found.

        Why: because.
        """
        return [plan]

    assert scan.check(select="sju")[0].message == "Every plan is found."
    assert "because" in libvp.explain("sju/doc")


class Problem(Exception):
    pass


@pytest.mark.parametrize(
    "kind", [Problem, KeyboardInterrupt, SystemExit, StopIteration, MemoryError]
)
def test_an_exception_reaches_the_caller_unchanged(scan, kind):
    problem = kind("no")

    @libvp.rule("sju/raises", sv="r")
    def raises(plan):
        raise problem

    with pytest.raises(kind) as caught:
        scan.check()
    assert caught.value is problem
    assert caught.value.__cause__ is None and caught.value.__context__ is None
    frames = traceback.extract_tb(caught.value.__traceback__)
    assert frames[-1].name == "raises"
    assert [frame.name for frame in frames].count("check") == 2
    libvp.unregister("sju/raises")
    assert len(scan.check()) == 5


def test_an_exception_in_a_generator_reaches_the_caller(scan):
    @libvp.rule("sju/later", sv="r")
    def later(plan):
        yield plan
        raise Problem("later")

    with pytest.raises(Problem) as caught:
        scan.check()
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "later"


def test_no_rule_runs_after_one_that_raised(scan):
    ran = []
    libvp.rule("sju/first", sv="r")(lambda plan: 1 / 0)
    libvp.rule("sju/second", sv="r")(ran.append)
    with pytest.raises(ZeroDivisionError):
        scan.check()
    assert not ran


@pytest.mark.parametrize(
    ("yielded", "error"),
    [
        (["r7"], TypeError),
        ([None], TypeError),
        ([libvp.found(None)], TypeError),
        (5, TypeError),
    ],
)
def test_what_is_no_finding_is_refused(scan, yielded, error):
    libvp.rule("sju/wrong", sv="w")(lambda plan: yielded)
    with pytest.raises(error):
        scan.check()


def test_an_element_of_another_plan_is_refused(scan):
    other = libvp.load(scan.path)
    libvp.rule("sju/other", sv="o")(lambda plan: [other.risks[0]])
    with pytest.raises(ValueError, match="another plan"):
        scan.check()


def test_a_field_that_does_not_exist_is_refused(scan):
    libvp.rule("sju/field", sv="f")(lambda plan: [libvp.found(plan.risks[0], "titel")])
    with pytest.raises(libvp.ArgumentError, match="field"):
        scan.check()


def test_too_many_values_are_refused(scan):
    values = {f"v{i}": i for i in range(17)}
    libvp.rule("sju/many", sv="m")(lambda plan: [libvp.found(plan, values=values)])
    with pytest.raises(ValueError, match="16"):
        scan.check()


@pytest.mark.parametrize("id", ["", "sju", "Sju/x", "sju/å", "sju/", "risk/unscored"])
def test_what_is_no_rule_id_is_refused(id):
    with pytest.raises(libvp.ArgumentError):
        libvp.rule(id, sv="t")(without_indicator)


def test_an_unknown_severity_is_refused():
    with pytest.raises(ValueError, match="severities"):
        libvp.rule("sju/x", severity="fatal", sv="t")(without_indicator)


def test_a_function_is_no_rule(scan):
    with pytest.raises(TypeError, match="libvp.rule"):
        scan.check(rules=[without_indicator])


def test_a_rule_can_check_another_plan(scan, programme):
    libvp.rule("sju/nested", sv="n", register=False)
    inner = libvp.rule("sju/inner", sv="i", register=False)(lambda plan: [plan])
    outer = libvp.rule("sju/outer", sv="o", register=False)(
        lambda plan: programme.check(select="sju", rules=[inner]) and [plan]
    )
    assert len(scan.check(select="sju", rules=[outer])) == 1


def test_a_rule_that_checks_its_own_plan_without_end_is_stopped(scan):
    libvp.rule("sju/endless", sv="e")(lambda plan: plan.check())
    with pytest.raises(RecursionError):
        scan.check()


def test_braces_in_a_message_are_kept(scan):
    libvp.rule("sju/braces", sv="t")(lambda plan: [libvp.found(plan, sv="{nej} {")])
    assert scan.check(select="sju")[0].message == "{nej} {"


def test_a_plan_from_a_dict_has_findings_with_lines():
    plan = libvp.Plan.from_dict(minimal(risks=[{"id": "r", "title": "R"}]))
    libvp.rule("sju/risk", sv="t")(lambda plan: plan.risks)
    [finding] = plan.check(select="sju")
    assert finding.line == json.dumps(minimal(risks=[]), indent=2).count("\n") + 1
