import json
import pydoc
from datetime import date
from decimal import Decimal

import libvp
import pytest
from conftest import PLANS, minimal
from libvp.fields import Reference

KINDS = json.loads(libvp.schema())["$defs"]
CLASSES = {
    kind.kind: kind
    for kind in vars(libvp).values()
    if isinstance(kind, type) and hasattr(kind, "fields") and kind is not libvp.Element
}


def test_every_kind_of_the_format_has_a_class():
    assert set(CLASSES) == set(KINDS) - {"id", "quantity"}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"id", "quantity"}))
def test_a_class_has_exactly_the_fields_of_the_format(kind):
    definition = KINDS[kind]
    if kind == "column":  # a text alone stands for one too
        definition = definition["anyOf"][1]
    assert list(CLASSES[kind].fields) == list(definition["properties"])


def schema_type(field):
    """The class of field that the schema's definition asks for."""
    reference = field.get("$ref", "").rpartition("/")[2]
    if reference == "quantity":
        return "Figure"
    if reference and reference != "id":
        return "Child"
    if field.get("type") == "array":
        inner = schema_type(field["items"])
        return {"Child": "List", "Figure": "Figures"}.get(inner, "Texts")
    return {"integer": "Integer", "boolean": "Flag"}.get(field.get("type"), "Text")


#: The schema does not tell texts, periods and references apart.
SAME = {
    "Time": "Text",
    "RequiredText": "Text",
    "RequiredInteger": "Integer",
    "RequiredChild": "Child",
    "Reference": "Text",
    "ReferenceList": "Texts",
}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"id", "quantity", "column"}))
def test_fields_have_the_types_of_the_format(kind):
    for key, field in CLASSES[kind].fields.items():
        definition = KINDS[kind]["properties"][key]
        if "const" in definition and definition["const"] is True:
            definition = {"type": "boolean"}
        name = type(field).__name__
        assert SAME.get(name, name) == schema_type(definition), key
        is_required = key in KINDS[kind].get("required", [])
        if name.startswith("Required") or name == "RequiredText":
            assert is_required, key


def test_every_field_is_documented():
    for kind in CLASSES.values():
        assert kind.__doc__
        assert all(field.__doc__ for field in kind.fields.values())
    assert "riskvärde" in pydoc.plain(pydoc.render_doc(libvp.Risk))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_elements_hold_what_the_file_holds(path):
    """Every value of every element, against the JSON at its path."""
    plan = libvp.load(path)
    data = json.loads(path.read_bytes())
    for element in plan.elements():
        given = data
        for step in element.path.split("/")[1:]:
            given = given[int(step)] if isinstance(given, list) else given[step]
        if isinstance(given, str):
            given = {"id": given}  # a column
        for key, field in element.fields.items():
            value = field.read(element)
            if isinstance(field, Reference):
                assert value is None or value.id == given[key]
            else:
                same(value, given.get(key))
        assert repr(element).startswith(f"<{type(element).__name__}")


def same(value, given):
    if isinstance(value, (libvp.Quantity, libvp.Period)):
        assert (value.text or None) == (None if given is None else str(given) or None)
    elif isinstance(value, libvp.References):
        assert list(value.ids) == (given or [])
    elif isinstance(value, libvp.Elements):
        assert len(value) == len(given or [])
    elif isinstance(value, libvp.Element):
        assert given is not None
    elif isinstance(value, tuple):
        assert len(value) == len(given or [])
        for item, each in zip(value, given or []):
            same(item, each)
    elif isinstance(value, bool):
        assert value == bool(given)
    else:
        assert value == given


def test_the_budget(scan):
    frame = scan.budget.frame
    assert frame.opening.amount.value == Decimal("231.2")
    assert frame.opening.amount.unit == "mnkr"
    assert frame.closing.period.text == "2026"
    assert [change.amount.value.as_tuple().exponent for change in frame.changes] == [-1] * 13
    table = scan.budget.tables["internbudget"]
    assert table.rows[0].values[1].text == "11,4"
    assert table.rows[0].values[1].interval == libvp.Interval(
        Decimal("11.35"), Decimal("11.45"), False, False, "mnkr"
    )
    assert str(table.rows[0].values[1]) == "11,4"
    assert repr(table.rows[0].values[1]) == "<Quantity '11,4' mnkr>"


def test_goals_are_collected_over_the_focus_areas(scan):
    assert scan.goals["m3"] == scan.focus_areas["fo3"].goals["m3"]
    assert len(scan.goals) == sum(len(area.goals) for area in scan.focus_areas) == 6
    assert scan.objectives["v2"].parent == scan.goals["m2"]


def test_references_resolve(scan):
    assert list(scan.objectives["v2"].indicators) == [scan.indicators["hme"]]
    assert scan.controls["k1"].risk == scan.risks[scan.controls["k1"].risk_id]
    assert scan.units["hemtjanst"].part_of.name == "Äldreomsorgen"
    assert scan.units["aldreomsorg"].part_of is None


def test_an_unknown_reference_keeps_its_id():
    plan = libvp.Plan.from_dict(
        minimal(
            assignments=[{"id": "u", "title": "U", "indicators": ["a", "gone", "r"]}],
            indicators=[{"id": "a", "name": "A"}],
            risks=[{"id": "r", "title": "R"}],
            controls=[{"id": "k", "what": "K", "risk": "gone"}],
        )
    )
    indicators = plan.assignments[0].indicators
    assert list(indicators) == [plan.indicators["a"]]
    assert indicators.ids == ("a", "gone", "r")
    assert indicators.unknown == ("gone", "r")
    assert plan.controls[0].risk is None
    assert plan.controls[0].risk_id == "gone"


def test_sequences(scan):
    risks = scan.risks
    assert len(risks) == 17 and risks
    assert risks[-1] == risks[16] == risks["r17"]
    assert risks[:2] == (risks[0], risks[1])
    assert "r7" in risks and "r99" not in risks and risks[3] in risks
    assert risks.index(risks["r7"]) == 6
    assert risks.ids[:2] == ("r1", "r2")
    assert not libvp.Plan.from_dict(minimal()).risks
    with pytest.raises(IndexError):
        risks[17]
    with pytest.raises(TypeError):
        risks[1.5]
    with pytest.raises(TypeError):
        risks[0] = risks[1]


def test_equality_is_by_plan_and_element(scan):
    other = libvp.load(scan.path)
    assert scan.risks[0] == scan.risks["r1"]
    assert hash(scan.risks[0]) == hash(scan.risks["r1"])
    assert scan.risks[0] != other.risks[0]
    assert len({scan.risks[0], scan.risks["r1"], other.risks[0]}) == 2
    assert scan.risks[0] != "r1"
    assert scan != other


def test_places(scan):
    observation = scan.indicators["hme"].observations[0]
    assert observation.path == "/indicators/1/observations/0"
    lines = open(scan.path, encoding="utf-8").read().splitlines()
    assert lines[observation.line - 1][observation.column - 1 :].startswith('{ "period": "2024"')
    assert observation.parent == scan.indicators["hme"]
    assert scan.indicators["hme"].parent is scan
    assert observation.plan is scan


def test_fields_cannot_be_set(scan):
    with pytest.raises(AttributeError, match="title"):
        scan.title = "another"
    with pytest.raises(AttributeError):
        scan.risks[0].unknown = 1


def test_reprs(programme, scan):
    assert repr(scan.risks["r7"]) == "<Risk r7 'Kompetens om hot och våld' 3×3=9>"
    assert repr(scan.risks["r1"]).endswith("unscored>")
    assert repr(scan.indicators["hme"].observations[1]) == "<Observation 2025 '80'>"
    assert "… 17 in all" in repr(scan.risks)
    assert repr(programme.risk_model.bands[0]).startswith("<Band")


def test_a_band_has_a_from(programme):
    band = programme.risk_model.bands[0]
    assert band.from_.value < band.to.value
    assert programme.risk_model.scales.consequence.levels[0].value == 1


def test_what_is_missing_stays_missing():
    plan = libvp.Plan.from_dict(
        minimal(
            risks=[{"id": "r", "title": "R", "value": None, "due": "2024-XX-XX"}],
            indicators=[
                {"id": "i", "name": "I", "observations": [{"period": "2025", "value": "cirka 10"}]}
            ],
        )
    )
    risk = plan.risks[0]
    assert not risk.value and risk.value.state == "missing" and risk.value.value is None
    assert risk.due and not risk.due.known and risk.due.kind == "placeholder"
    assert not risk.follow_up and str(risk.follow_up) == ""
    assert risk.owner is None and plan.budget is None
    value = plan.indicators[0].observations[0].value
    assert (value.value, value.qualifier, value.text) == (Decimal(10), "cirka", "cirka 10")


def test_periods():
    period = libvp.Period.parse("2025-01/2025-11")
    assert (period.kind, period.start, period.end) == (
        "range",
        date(2025, 1, 1),
        date(2025, 11, 30),
    )
    assert libvp.Period.parse("om en stund").kind == "unreadable"
    assert repr(period) == "<Period '2025-01/2025-11'>"


def test_intervals():
    interval = libvp.Interval(Decimal(1), Decimal(2), False, True)
    assert Decimal(1) in interval and Decimal(2) not in interval and "1" not in interval
    assert str(interval) == "[1; 2)"
    assert 5 in libvp.Interval(None, None, True, True)
