"""Many plans at once."""

import json
import sys
import types

import libvp
import pytest
from conftest import EXAMPLES, minimal

FILES = sorted(EXAMPLES.glob("*.json"))


@pytest.fixture
def plans():
    return libvp.load_many(FILES)


@pytest.fixture
def folder(tmp_path):
    """Three plans, and two files that are none."""
    for name, risks in (("c", 1), ("a", 0), ("b", 2)):
        data = minimal(risks=[{"id": f"r{i}", "title": name} for i in range(risks)])
        data["id"] = name
        (tmp_path / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "not json.txt").write_text("{\n  nothing", encoding="utf-8")
    (tmp_path / "no plan.txt").write_text("[]", encoding="utf-8")
    return tmp_path


def of(*plans):
    return libvp.Plans(libvp.Plan.from_dict(minimal(**plan)) for plan in plans)


def board(name, **more):
    return {"organisation": {"municipality": name, "board": f"{name}s nämnd"}, **more}


def texts(series):
    pandas = pytest.importorskip("pandas")
    return [None if pandas.isna(text) else text for text in series]


# Reading


@pytest.mark.parametrize("workers", [None, 1, 2, 50])
def test_plans_in_the_order_of_their_files(folder, workers):
    for given in (folder, str(folder), folder / "*.json", f"{folder}/**/*.json"):
        plans = libvp.load_many(given, workers=workers)
        assert plans.ids == ("a", "b", "c")
        assert [plan.path for plan in plans] == [str(folder / f"{id}.json") for id in "abc"]
    given = [folder / "c.json", str(folder / "a.json")]
    assert libvp.load_many(iter(given), workers=workers).ids == ("c", "a")
    assert libvp.load_many(folder / "b.json").ids == ("b",)


def test_names_with_signs_of_patterns_are_names(folder):
    odd = folder / "b[2].json"
    (folder / "b.json").rename(odd)
    assert libvp.load_many(odd).ids == ("b",)


def test_nothing_to_read(folder):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        libvp.load_many(folder / "nowhere" / "*.json")
    assert len(libvp.load_many([])) == 0


def test_a_file_that_cannot_be_read_is_named(folder):
    with pytest.raises(libvp.PlanSyntaxError) as caught:
        libvp.load_many([folder / "a.json", folder / "not json.txt", folder / "no plan.txt"])
    assert str(caught.value).startswith(f"{folder / 'not json.txt'}:2:3: ")
    with pytest.raises(FileNotFoundError, match="d.json"):
        libvp.load_many([folder / "a.json", folder / "d.json"])


def test_files_that_cannot_be_read_are_collected(folder):
    files = [folder / "no plan.txt", folder / "c.json", folder / "d.json", folder / "a.json"]
    plans = libvp.load_many(files, errors="collect")
    assert plans.ids == ("c", "a")
    assert list(plans.errors) == [str(files[0]), str(files[2])]
    assert isinstance(plans.errors[str(files[0])], libvp.PlanFormatError)
    assert isinstance(plans.errors[str(files[2])], FileNotFoundError)
    assert libvp.load_many(folder).errors == {}


def test_arguments_that_cannot_be(folder):
    with pytest.raises(libvp.ArgumentError, match="'raise' or 'collect'"):
        libvp.load_many(folder, errors="ignore")
    with pytest.raises(ValueError, match="workers"):
        libvp.load_many(folder, workers=0)


# The plans


def test_a_sequence(plans):
    assert len(plans) == len(FILES) and plans[0].path == str(FILES[0])
    assert plans["program-nara-hemmet"] in plans and "program-nara-hemmet" in plans
    assert plans[1:3].ids == plans.ids[1:3] and isinstance(plans[1:3], libvp.Plans)
    with pytest.raises(libvp.UnknownIdError, match="did you mean 'program-nara-hemmet'"):
        plans["program-nära-hemmet"]
    with pytest.raises(libvp.ArgumentError, match="2 plans have the id 'bollebygd-sn-2026'"):
        plans["bollebygd-sn-2026"]
    assert repr(plans).startswith(f"<Plans, {len(FILES)}: bollebygd-mobilitetsplan, ")


def test_elements_of_all_plans(plans):
    assert [risk.id for risk in plans.risks] == [risk.id for plan in plans for risk in plan.risks]
    assert len(plans.objectives) == sum(len(plan.objectives) for plan in plans)
    assert repr(plans.controls) == f"<controls of {len(FILES)} plans>"


LISTS = [name for name, value in vars(libvp.Plans).items() if type(value).__name__ == "_All"]


def test_every_list_of_a_plan_is_there():
    lists = {name for name in dir(libvp.Plan) if name in ("goals", "objectives", "positions")}
    for name, field in libvp.Plan.fields.items():
        if type(field).__name__ == "List":
            lists.add(name)
    assert set(LISTS) == lists | {"observations"}


@pytest.mark.parametrize("name", LISTS)
def test_frames_say_whose_the_rows_are(plans, name):
    pandas = pytest.importorskip("pandas")
    frame = getattr(plans, name).to_frame()
    assert list(frame.columns[:3]) == ["plan", "municipality", "board"]
    parts = [getattr(plan, name).to_frame() for plan in plans]
    assert texts(frame.plan) == [
        plan.id for plan, part in zip(plans, parts) for _ in range(len(part))
    ]
    start = 0
    for part in parts:
        rows = frame.iloc[start : start + len(part), 3:].reset_index(drop=True)
        pandas.testing.assert_frame_equal(rows, part)
        start += len(part)
    none = getattr(libvp.Plans([]), name).to_frame()
    assert len(none) == 0 and none.dtypes.to_dict() == frame.dtypes.to_dict()


def test_budgets(plans):
    pytest.importorskip("pandas")
    cells, relations = plans.budget.to_frame(), plans.budget.relations.to_frame()
    with_budget = [plan for plan in plans if plan.budget is not None]
    assert len(cells) == sum(len(plan.budget.to_frame()) for plan in with_budget)
    assert len(relations) == sum(len(plan.budget.relations) for plan in with_budget)
    assert set(texts(cells.municipality)) == {"Bollebygd"}
    assert list(libvp.Plans([]).budget.to_frame().columns) == list(cells.columns)


def test_arrow(plans):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(plans.risks)
    assert table.column_names[:4] == ["plan", "municipality", "board", "id"]
    assert pyarrow.table(plans.check()).num_rows == sum(map(len, plans.check()))


# Checks


@pytest.mark.parametrize("workers", [None, 1, 8])
def test_checks(plans, workers):
    reports = plans.check(workers=workers)
    alone = [plan.check() for plan in plans]
    assert [report.to_json() for report in reports] == [report.to_json() for report in alone]
    assert [report.plan for report in reports] == list(plans)
    assert reports.summary["error"] == 1 and not reports.ok
    assert reports[1:2].ok and len(reports[:2]) == 2
    assert repr(reports).startswith("<Reports on 5 plans: 1 errors, ")


def test_findings_of_all_plans(plans):
    pytest.importorskip("pandas")
    reports = plans.check()
    frame = reports.to_frame()
    assert list(frame.columns[:5]) == ["plan", "municipality", "board", "rule", "severity"]
    assert texts(frame.message) == [finding.message for report in reports for finding in report]
    none = libvp.Plans([]).check().to_frame()
    assert len(none) == 0 and none.dtypes.to_dict() == frame.dtypes.to_dict()


def test_the_arguments_of_a_check_are_for_every_plan(plans):
    reports = plans.check(
        select=iter(["risk"]), ignore=["risk/unscored"], lang="en", as_of="2026-01-01"
    )
    assert {report.language for report in reports} == {"en"}
    rules = {finding.rule for report in reports for finding in report}
    assert rules == {"risk/lower-risk-controlled-first"}
    assert plans.check(select="date", rules=(rule for rule in ())).ok


def test_rules_of_one_s_own_run_in_threads(plans):
    @libvp.rule("sju/has-controls", sv="planen har inga kontroller", register=False)
    def has_controls(plan):
        if not plan.controls:
            yield plan

    reports = plans.check(select="sju", rules=[has_controls], workers=4)
    assert [len(report) for report in reports] == [int(not plan.controls) for plan in plans]

    @libvp.rule("sju/fails", sv="x", register=False)
    def fails(plan):
        raise ZeroDivisionError(plan.id)

    with pytest.raises(ZeroDivisionError, match=plans[0].id):
        plans.check(rules=[fails], workers=4)


# Comparison


def test_a_comparison():
    pytest.importorskip("pandas")
    budget = {
        "unit": "tkr",
        "frame": {"opening": {"amount": "200 000"}, "closing": {"amount": "210 000"}},
    }
    model = {
        "score": "product",
        "bands": [{"name": "Låg", "from": 1, "to": 4}, {"name": "Hög", "from": 5, "to": 25}],
    }
    risks = [
        {"id": "r1", "title": "R", "consequence": 5, "likelihood": 4},
        {"id": "r2", "title": "R", "consequence": 2, "likelihood": 1},
        {"id": "r3", "title": "R"},
    ]
    indicators = [
        {
            "id": f"i{outcome}",
            "name": "I",
            "observations": [{"period": "2026", "value": outcome}],
            "target": {"period": "2026", "at_least": 5},
        }
        for outcome in (4, 5, 6)
    ]
    controls = [{"id": "k", "risk": "r1", "what": "W"}]
    unknown = {"opening": {"amount": None}, "closing": {"amount": "1,5"}}
    plans = of(
        board(
            "Borås",
            budget=budget,
            risk_model=model,
            risks=risks,
            indicators=indicators,
            controls=controls,
        ),
        board("Mark", budget={"unit": "mnkr", "frame": unknown}),
        {},
    )
    frame = plans.compare()
    first, second, third = (frame.iloc[i] for i in range(3))
    assert (first.municipality, first.board, first.period) == ("Borås", "Boråss nämnd", "2026")
    assert (first.frame, first.frame_change, first.frame_change_percent) == (210.0, 10.0, 5.0)
    assert (first.indicators, first.indicators_met, first.indicators_not_met) == (3, 2, 1)
    assert first.share_met == pytest.approx(2 / 3)
    assert (first.risks, first.highest_risk, first.risks_without_control) == (3, 20.0, 2)
    assert (first["risks_in_Låg"], first["risks_in_Hög"]) == (1, 1)
    assert second.frame == 1.5 and second.to_frame().isna().T.frame_change.all()
    assert (
        third.to_frame()
        .isna()
        .T[["municipality", "frame", "highest_risk", "share_met"]]
        .all()
        .all()
    )
    found = (frame.errors + frame.warnings + frame.notes).tolist()
    assert found == [len(report) for report in plans.check()]


def test_a_comparison_in_another_unit_with_reports_of_one_s_own(plans):
    pytest.importorskip("pandas")
    reports = plans.check(select="risk")
    frame = plans.compare(reports, unit="tkr")
    assert frame.errors.tolist() == [report.summary["error"] for report in reports]
    assert frame.frame.max() == 231_200
    with pytest.raises(libvp.ArgumentError, match="unit is one of kr, tkr, mnkr, mdkr"):
        plans.compare(unit="sek")
    with pytest.raises(libvp.ArgumentError, match="not those of the plans"):
        plans[1:].compare(reports)


def test_a_comparison_of_nothing(plans):
    pytest.importorskip("pandas")
    none = libvp.Plans([]).compare()
    full = plans.compare()
    assert len(none) == 0
    assert none.dtypes.to_dict() == full.dtypes[: len(none.columns)].to_dict()


# Progress


class Bar:
    """Stands in for tqdm."""

    made = []

    def __init__(self, **arguments):
        self.arguments, self.count = arguments, 0
        Bar.made.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def update(self):
        self.count += 1


@pytest.fixture
def bar(monkeypatch):
    Bar.made = []
    fake = types.ModuleType("tqdm")
    fake.auto = types.ModuleType("tqdm.auto")
    fake.auto.tqdm = Bar
    fake.__spec__ = types.SimpleNamespace(name="tqdm")
    monkeypatch.setitem(sys.modules, "tqdm", fake)
    monkeypatch.setitem(sys.modules, "tqdm.auto", fake.auto)
    return Bar


def look_on(monkeypatch, is_terminal):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal, raising=False)
    monkeypatch.delitem(sys.modules, "IPython", raising=False)


def test_a_bar_at_a_terminal(folder, bar, monkeypatch):
    look_on(monkeypatch, True)
    libvp.load_many(folder).check()
    assert [(one.arguments["total"], one.count) for one in bar.made] == [(3, 3), (3, 3)]
    assert [one.arguments["desc"] for one in bar.made] == ["load", "check"]
    assert bar.made[0].arguments["delay"] > 0  # short work shows none
    libvp.load_many(folder, progress=False).check(progress=False)
    assert len(bar.made) == 2


def test_no_bar_where_nobody_looks_on(folder, bar, monkeypatch):
    look_on(monkeypatch, False)
    libvp.load_many(folder)
    assert bar.made == []
    libvp.load_many(folder, progress=True)
    assert bar.made[0].count == 3 and bar.made[0].arguments["delay"] == 0


def test_a_bar_in_a_notebook(folder, bar, monkeypatch):
    look_on(monkeypatch, False)
    shell = types.SimpleNamespace(kernel=object())
    ipython = types.SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    libvp.load_many(folder)
    assert len(bar.made) == 1


def test_without_tqdm(folder, monkeypatch):
    look_on(monkeypatch, True)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert len(libvp.load_many(folder)) == 3
    with pytest.raises(ImportError, match=r"pip install libvp\[progress\]"):
        libvp.load_many(folder, progress=True)


def test_a_notebook_shows_the_plans_and_their_findings(plans):
    shown = plans._repr_html_()
    assert shown.count("<tr>") == len(FILES) + 1
    assert all(plan.title in shown for plan in plans) and "<th>risker</th>" in shown
    reports = plans.check()
    found = reports._repr_html_()
    assert found.count("<tr>") == len(FILES) + 1
    assert "<th>fel</th><th>varningar</th><th>upplysningar</th>" in found
    many = libvp.Plans([libvp.Plan.from_dict(minimal(title="<i>"))] * 102)._repr_html_()
    assert many.count("<tr>") == 101 and "… och 2 till" in many and "&lt;i&gt;" in many
    plans[0].close()
    assert plans._repr_html_() is None and reports._repr_html_() is None
    assert libvp.Plans([])._repr_html_() is None
