"""Profiles: what a municipality says of all its plans."""

import gc
import json

import pytest

import libvp

PLAN = {
    "format": "vp-plan/1",
    "id": "lillby-2026",
    "title": "Verksamhetsplan 2026",
    "period": "2026",
    "risks": [
        {"id": "r1", "title": "Driftstopp", "consequence": "allvarlig", "likelihood": 3, "value": 8},
        {"id": "r2", "title": "Försenad rapport"},
    ],
}


def write(folder, name, **members):
    path = folder / name
    data = {"format": "vp-profile/1", "id": "lillby", **members}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def off(rule):
    return {"rule": rule, "off": True, "reason": "Följs upp på annat sätt."}


def found(report):
    return {(finding.rule, finding.severity) for finding in report}


def test_a_plan_is_valued_by_the_profile():
    assert libvp.Plan.from_dict(PLAN).check().summary["error"] == 0
    plan = libvp.Plan.from_dict(PLAN, profile="4x4")
    assert plan.profile is not None and plan.profile.id == "4x4"
    assert ("risk/value-mismatch", "error") in found(plan.check())
    assert plan.risk_model is None  # the plan itself still has none
    assert plan.with_functions(libvp.Functions()).profile is plan.profile


def test_severities_and_rules_that_are_off(tmp_path):
    profile = write(
        tmp_path,
        "lillby.json",
        extends="4x4",
        rules=[off("risk/value-mismatch"), {"rule": "risk/unscored", "severity": "error"}],
    )
    report = libvp.Plan.from_dict(PLAN, profile=profile).check()
    assert ("risk/unscored", "error") in found(report)
    results = {result.rule: result for result in report.rules}
    assert results["risk/unscored"].severity == "error"
    switched_off = results["risk/value-mismatch"]
    assert not switched_off.ran and switched_off.off == "Följs upp på annat sätt."
    assert "Följs upp på annat sätt." in report.to_json()


def test_what_a_profile_extends_lies_beside_it(tmp_path):
    write(tmp_path, "gemensam.json", language="en", rules=[off("risk")])
    profile = libvp.load_profile(write(tmp_path, "lillby.json", extends="gemensam.json"))
    assert profile.extends is not None and profile.language == "en"
    plan = libvp.loads(json.dumps(PLAN), profile=profile)
    assert plan.check().language == "en"
    assert found(plan.check()) == set()
    assert plan.check(lang="sv").language == "sv"


def test_a_profile_holds_together_or_says_where_not(tmp_path):
    model = {"score": "function", "function": "riskvarde"}
    profile = libvp.load_profile(write(tmp_path, "lillby.json", risk_model=model))
    report = profile.check()
    assert [finding.rule for finding in report] == ["risk/unknown-function"]
    assert report[0].file == profile.path and report[0].line == 1
    assert report[0].element.kind == "risk_model"
    own = libvp.Functions()
    own.register("riskvarde", lambda a, b: a * b, "f64(f64,f64)")
    assert not profile.check(functions=own).findings
    for name in libvp.profiles():
        assert not libvp.load_profile(name).check().findings


@pytest.mark.parametrize(
    "members, message",
    [
        ({"rulez": []}, r'a profile has no key "rulez": did you mean "rules"\?'),
        ({"rules": [{"rule": "risk", "off": True}]}, 'has "off" but no "reason"'),
        ({"rules": [off("risk/unscord")]}, r'did you mean "risk/unscored"\?'),
        ({"extends": "lillby.json"}, "extend one another in a circle"),
    ],
)
def test_what_is_wrong_with_a_profile_is_told_in_its_file(tmp_path, members, message):
    path = write(tmp_path, "lillby.json", **members)
    with pytest.raises(libvp.ProfileError, match=message) as raised:
        libvp.Plan.from_dict(PLAN, profile=path).check()
    assert raised.value.path == str(path)


def test_a_missing_profile(tmp_path):
    with pytest.raises(FileNotFoundError):
        libvp.load_profile(tmp_path / "ingen.json")
    with pytest.raises(FileNotFoundError):
        libvp.load_profile(write(tmp_path, "lillby.json", extends="ingen.json"))


def test_many_plans_share_a_profile(tmp_path):
    for i in range(4):
        (tmp_path / f"{i}.json").write_text(json.dumps({**PLAN, "id": f"p{i}"}))
    plans = libvp.load_many(tmp_path, profile="4x4")
    assert {plan.profile for plan in plans} == {plans[0].profile}
    assert plans.check().summary["error"] == 4


def test_a_plan_keeps_its_profile_alive(tmp_path):
    profile = libvp.load_profile(write(tmp_path, "lillby.json", extends="5x5"))
    report, sample = libvp.Plan.from_dict(PLAN, profile=profile).check(), profile.check().plan
    del profile
    gc.collect()
    assert ("risk/off-scale", "error") not in found(report)
    assert sample.risk_model is None


TITLE = "en risk är för allvarlig för att bara bevakas"


@pytest.fixture
def stated(tmp_path):
    """A profile with a rule that calls a function."""
    must = [{"function": "too_serious", "arguments": ["consequence", "likelihood"], "equal": "nej"}]
    rule = {"rule": "lillby/too-serious", "title": TITLE, "severity": "warning"}
    rules = [{**rule, "of": "risks", "must": must}]
    return libvp.load_profile(write(tmp_path, "lillby.json", extends="4x4", own_rules=rules))


def test_a_stated_rule_calls_a_function_of_python(stated):
    calls = []

    def too_serious(consequence: float, likelihood: float) -> bool:
        calls.append((consequence, likelihood))
        return consequence * likelihood > 6

    plan = libvp.Plan.from_dict(PLAN, profile=stated)
    assert len(plan.check(select="lillby")) == 0
    assert "profile/unknown-function" in {finding.rule for finding in stated.check()}
    libvp.register_function("too_serious", too_serious)
    assert "profile/unknown-function" not in {finding.rule for finding in stated.check()}
    [finding] = plan.check(select="lillby")
    assert (finding.rule, finding.severity) == ("lillby/too-serious", "warning")
    assert finding.element.id == "r1" and calls == [(4, 3)]


@pytest.mark.parametrize("error", [KeyError("x"), KeyboardInterrupt(), libvp.VpError("own")])
def test_what_a_function_of_a_stated_rule_raises_reaches_the_caller(stated, error):
    def too_serious(consequence: float, likelihood: float) -> bool:
        raise error

    functions = libvp.Functions()
    functions.register("too_serious", too_serious)
    plan = libvp.Plan.from_dict(PLAN, profile=stated)
    with pytest.raises(type(error)) as caught:
        plan.check(functions=functions)
    assert caught.value is error


def test_stated_rules_are_shown_with_their_titles(stated, tmp_path):
    libvp.register_function("too_serious", lambda c, l: True, "bool(f64,f64)")
    plan = libvp.Plan.from_dict(PLAN, profile=stated)
    report = plan.check()
    titles = {rule.rule: rule.title for rule in report.rules}
    assert titles["lillby/too-serious"] == TITLE
    assert titles["risk/unscored"] == "risker saknar riskvärde"
    assert f"lillby/too-serious: {TITLE}<" in report._repr_html_()
    assert "<small>risk/value-mismatch</small>" in report._repr_html_()
    pytest.importorskip("jinja2")
    page = tmp_path / "report.html"
    libvp.report(plan, page, pictures=False)
    assert f"<code>lillby/too-serious</code>: {TITLE}</p>" in page.read_text("utf-8")
    assert ">too_serious(consequence" in page.read_text("utf-8")
