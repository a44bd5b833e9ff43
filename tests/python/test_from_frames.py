"""Plans made of data frames."""

import datetime
import decimal

import libvp
import pytest
from conftest import EXAMPLES
from libvp.from_frames.ids import Ids, slug

pandas = pytest.importorskip("pandas")

NAN = float("nan")


def plan(period="2026", **more):
    return libvp.Plan.from_frames(id="p", title="Plan", period=period, **more)


def frame(**columns):
    return pandas.DataFrame(columns)


def budget(columns, **more):
    return plan(budget=pandas.DataFrame(columns), **more).budget.tables[0]


def rows(table):
    return {row.label: [str(figure) for figure in row.values] for row in table.rows}


def refused(message, **more):
    with pytest.raises(libvp.FrameError) as caught:
        plan(**more)
    assert message in str(caught.value)
    return caught.value


# Budgets


def test_a_budget():
    made = plan(
        budget=pandas.DataFrame(
            {
                "Verksamhet": ["Äldreomsorg", "Stab", "Summa"],
                "Budget 2026": ["110,6", "18,6", "129,2"],
                2025: [111.4, 17.0, 128.4],
            }
        ),
        unit="mnkr",
        municipality="Bollebygd",
        board="Socialnämnden",
    )
    table = made.budget.tables["budget"]
    assert rows(table) == {"Äldreomsorg": ["110,6", "111,4"], "Stab": ["18,6", "17,0"]}
    assert table.rows.ids == ("aldreomsorg", "stab")
    assert [str(figure) for figure in table.total] == ["129,2", "128,4"]
    assert table.columns.ids == ("budget-2026", "2025")
    assert [str(column.period) for column in table.columns] == ["2026", "2025"]
    assert table.columns[0].label == "Budget 2026"
    assert made.budget.unit == "mnkr" and table.rows[0].values[0].unit == "mnkr"
    assert made.organisation.municipality == "Bollebygd"
    assert set(made.budget.relations.to_frame().verdict) == {"exact"}
    assert made.check(select="budget").ok


@pytest.mark.parametrize(
    "cells, written",
    [
        (["1 949 356", "1\xa0949\u202f356 kr", "−2,3"], ["1 949 356", "1\xa0949\u202f356 kr", "−2,3"]),
        ([1, 20, 300], ["1", "20", "300"]),
        ([1.0, 20.0, 300.0], ["1", "20", "300"]),
        ([110.6, 51.25, 7.0], ["110,60", "51,25", "7,00"]),
        ([0.1 + 0.2, 1.1, 2.2], ["0,3", "1,1", "2,2"]),
        ([decimal.Decimal("1.50"), 2, "3,000"], ["1,50", "2", "3,000"]),
        ([NAN, None, ""], ["", "", ""]),
        ([pandas.NA, "  ", 4], ["", "", "4"]),
        ([1e15, -0.5, 0.0], ["1000000000000000,0", "-0,5", "0,0"]),
    ],
)  # fmt: skip
def test_cells(cells, written):
    made = budget({"label": ["a", "b", "c"], "2026": pandas.Series(cells, dtype=object)})
    assert [str(row.values[0]) for row in made.rows] == written


def test_decimals_are_rounded_as_a_spreadsheet_does_and_declared():
    made = budget({"label": ["a", "b"], "2026": [0.25, 7], "2025": ["1,234", 2]}, decimals=1)
    assert rows(made) == {"a": ["0,3", "1,234"], "b": ["7,0", "2,0"]}
    assert made.parent.decimals == 1


def test_several_tables_with_their_own_units_and_totals():
    drift = pandas.DataFrame({"label": ["a", "Netto"], "2026": [1, 1]})
    made = plan(
        budget={"Drift": drift, "investering": drift},
        unit={"Drift": "tkr", "investering": "mnkr"},
        total={"Drift": "Netto"},
        decimals={"investering": 1},
    ).budget
    assert made.tables.ids == ("drift", "investering")
    assert [table.title for table in made.tables] == ["Drift", None]
    assert [table.unit for table in made.tables] == ["tkr", "mnkr"]
    assert [len(table.total) for table in made.tables] == [1, 0]
    assert rows(made.tables[1]) == {"a": ["1,0"], "Netto": ["1,0"]}


@pytest.mark.parametrize("called", ["Summa", "SUMMA:", " totalt ", "Total", "sum"])
def test_the_row_of_sums_is_recognised(called):
    made = budget({"x": ["a", called, "b"], "2026": [1, 3, 2]})
    assert made.rows.ids == ("a", "b") and str(made.total[0]) == "3"
    assert len(budget({"x": ["a", called], "2026": [1, 3]}, total=False).rows) == 2


def test_labels_come_from_the_index_when_it_says_more_than_numbers():
    figures = {"2026": [1, 2], "2025": ["3", "4"]}
    for index in (["a", "b"], pandas.Index(["a", "b"], name="Verksamhet")):
        made = plan(budget=pandas.DataFrame(figures, index=index)).budget.tables[0]
        assert rows(made) == {"a": ["1", "3"], "b": ["2", "4"]}
    shuffled = pandas.DataFrame({"x": ["a", "b"], "2026": [1, 2]}, index=[7, 3])
    assert rows(plan(budget=shuffled).budget.tables[0]) == {"a": ["1"], "b": ["2"]}


def test_a_column_may_be_said_to_have_the_labels():
    figures = {"konto": [4010, 5010], "2026": [1, 2]}
    assert rows(budget(figures, label="konto")) == {"4010": ["1"], "5010": ["2"]}


def test_rows_without_anything_are_left_out():
    made = budget({"x": ["a", None, "b", " "], "2026": [1, NAN, 2, NAN]})
    assert rows(made) == {"a": ["1"], "b": ["2"]}


@pytest.mark.parametrize(
    "columns, message",
    [
        ({"x": ["a", "b"], "2026": [1, "ett"]}, "budget, row 1, column '2026': 'ett' cannot be read"),
        ({"x": ["a"], "2026": ["1.5"]}, "row 0, column '2026': '1.5' has a decimal point"),
        ({"x": ["a"], "2026": ["1.5"]}, "write '1,5'"),
        ({"x": ["a"], "2026": [True]}, "True is no number"),
        ({"x": ["a"], "2026": [float("inf")]}, "inf is no number"),
        ({"x": ["a"], "2026": [1 / 3]}, "has 15 decimals: round it, or say decimals="),
        ({"x": ["a"], "2026": [1e20]}, "is too large"),
        ({"x": ["a"], "2026": [[1]]}, "[1] is no number"),
        ({"x": ["a"], "2026": ["1\0"]}, "cannot be read as a number"),
        ({"x": ["a"], "2026": [1], "Kommentar": ["ny"]}, "column 'Kommentar': 'ny' cannot be read"),
        ({"x": ["a", None], "2026": [1, 2]}, "row 1, column 'x': it has figures but no label"),
        ({"x": ["a", "b"]}, "it has no figures"),
        ({"2025": [1], "2026": [2]}, "no column names the rows"),
        ({"x": ["Summa", "Totalt"], "2026": [1, 2]}, "several rows are called a total"),
        ({"id": ["a b"], "x": ["A"], "2026": [1]}, "'a b' is no id"),
        ({"id": ["a", "a"], "x": ["A", "B"], "2026": [1, 2]}, "row 1: the id 'a' is there already"),
    ],
)  # fmt: skip
def test_what_is_no_budget(columns, message):
    refused(message, budget=pandas.DataFrame(columns))


def test_an_error_says_its_place_to_programs_too():
    broken = pandas.DataFrame({"2026": ["1", "x"]}, index=["Stab", "Nämnd"])
    error = refused("", budget={"Drift": broken})
    assert (error.frame, error.row, error.column_name) == ("Drift", "Nämnd", "2026")
    assert isinstance(error, libvp.ArgumentError) and isinstance(error, ValueError)


def test_arguments_that_name_nothing():
    table = {"x": ["Stab"], "2026": [1]}
    refused("no row is called 'Stap': did you mean 'Stab'", budget=frame(**table), total="Stap")
    refused("there is no such column", budget=frame(**table), label="y")
    refused("unit: there is no table 'b'", budget={"a": frame(**table)}, unit={"b": "kr"})
    refused("a data frame is needed, not a int", budget=3)
    refused(
        "there are several columns", budget=pandas.DataFrame([["a", 1, 2]], columns=["x", 1, "1"])
    )
    refused("a plan has no such field: did you mean 'events'", event=[])


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
@pytest.mark.parametrize("as_text", [True, False])
def test_a_budget_comes_back_as_it_went(path, as_text):
    given = libvp.load(path)
    if given.budget is None:
        pytest.skip("it has no budget")
    tables = {table.id: table.to_frame(text=as_text) for table in given.budget.tables}
    made = plan(budget=tables, unit=given.budget.unit)
    for before, after in zip(given.budget.tables, made.budget.tables):
        assert (before.id, before.rows.ids, before.columns.ids) == (
            after.id,
            after.rows.ids,
            after.columns.ids,
        )
        for one, other in zip([*before.rows, before], [*after.rows, after]):
            one, other = (getattr(each, "values", None) or each.total for each in (one, other))
            assert [figure.value for figure in one] == [figure.value for figure in other]
            if as_text:
                assert list(map(str, one)) == list(map(str, other))
        pandas.testing.assert_frame_equal(before.to_frame(), after.to_frame())


# Indicators


def wide(**more):
    return frame(Indikator=["HME", "Antal SIP"], **more)


def outcomes(indicator):
    return {str(one.period): str(one.value) for one in indicator.observations}


def test_a_row_an_indicator():
    made = plan(
        indicators=wide(
            **{
                "Enhet": ["index", "antal"],
                "Riktning": ["öka", "Högre"],
                "2023": [NAN, "cirka 20"],
                "Utfall 2024": [77.5, 23],
                "utfall 2025": [80, 50],
                "Mål 2026": [81, "minst 60"],
                "Sida": [4, NAN],
            }
        )
    )
    hme, sip = made.indicators
    assert (hme.id, hme.name, hme.unit, hme.direction) == ("hme", "HME", "index", "higher")
    assert outcomes(hme) == {"2024": "77,5", "2025": "80,0"}
    assert outcomes(sip) == {"2023": "cirka 20", "2024": "23", "2025": "50"}
    assert (str(hme.target.at_least), str(hme.target.period)) == ("81,0", "2026")
    assert (str(sip.target.at_least), sip.target.text) == ("60", "minst 60")
    assert hme.source.page == 4 and sip.source is None


def test_a_row_an_outcome():
    made = plan(
        indicators=frame(
            Nyckeltal=["HME", "HME", "HME", "SIP"],
            År=[2024, 2025, 2026, 2025],
            Utfall=[77, 80.5, NAN, NAN],
            Kvinnor=[78, NAN, NAN, NAN],
            Mål=[NAN, NAN, "minst 81", NAN],
            Enhet=["index", None, None, "antal"],
        )
    )
    hme, sip = made.indicators
    assert outcomes(hme) == {"2024": "77,0", "2025": "80,5"}
    assert str(hme.observations[0].women) == "78" and not hme.observations[1].women
    assert (str(hme.target.at_least), str(hme.target.period)) == ("81", "2026")
    assert outcomes(sip) == {"2025": ""} and sip.target is None


def test_a_target_that_every_row_repeats_is_of_the_plan_s_period():
    table = frame(indikator=["a", "a"], år=[2024, 2025], utfall=[1, 2], mål=["högst 3", "högst 3"])
    target = plan(indicators=table).indicators[0].target
    assert (str(target.at_most), str(target.period)) == ("3", "2026")


@pytest.mark.parametrize(
    "target, direction, field, figure",
    [
        ("minst 81 %", None, "at_least", "81 %"),
        ("≥ 81", None, "at_least", "81"),
        (">=81", "lägre", "at_least", "81"),
        ("Högst 5", None, "at_most", "5"),
        ("<=5", None, "at_most", "5"),
        ("=7", None, "equal", "7"),
        ("ja", None, "equal", "ja"),
        ("Ja", "higher", "equal", "Ja"),
        (4.5, "higher", "at_least", "4,5"),
        (4, "minska", "at_most", "4"),
        (" 4 ", "lower", "at_most", " 4 "),
    ],
)
def test_targets(target, direction, field, figure):
    table = pandas.DataFrame({"namn": ["a"], "mål": [target], "riktning": [direction]})
    made = plan(indicators=table).indicators[0].target
    assert str(getattr(made, field)) == figure
    assert str(made.period) == "2026"


def test_targets_by_the_format_s_own_names():
    table = frame(
        id=["i", "j"],
        name=["I", "J"],
        target_increase_from=["2025", None],
        target_between_1=[NAN, 5],
        target_between_2=[NAN, "7,5"],
        target_period=[2027, 2026.0],
        source_page=[3, None],
    )
    one, other = plan(indicators=table).indicators
    assert str(one.target.increase_from) == "2025" and str(one.target.period) == "2027"
    assert [str(figure) for figure in other.target.between] == ["5", "7,5"]
    assert str(other.target.period) == "2026"


@pytest.mark.parametrize(
    "columns, message",
    [
        ({"namn": ["a"], "mål": [81]}, "row 0, column 'mål': what it expects is not said"),
        ({"namn": ["a"], "mål": ["ska öka"]}, "'ska öka' cannot be read as a number"),
        ({"namn": ["a"], "mål": ["minst 1.5"]}, "write '1,5'"),
        ({"namn": ["a"], "2024": ["1.5"]}, "row 0, column '2024': '1.5' has a decimal point"),
        ({"namn": ["a"], "utfall": [1]}, "column 'utfall': say the period in a column 'period'"),
        ({"namn": ["a"], "år": [2024], "2025": [1]}, "there is a column of periods too"),
        ({"2024": [1]}, "a column 'name' (indikator) is needed"),
        ({"namn": ["a"], "riktning": ["bättre"]}, "'bättre' is none of higher, lower"),
        ({"namn": ["a"], "decimaler": ["två"]}, "'två' is no integer"),
        ({"namn": ["a"], "år": [None], "utfall": [1]}, "row 0, column 'år': it has no period"),
        ({"namn": [None], "år": [2024], "utfall": [1]}, "it says no indicator"),
        ({"namn": ["a", "a"], "år": [2024, 2025], "enhet": ["%", "index"]},
         "row 1: 'index' as unit, but '%' above"),
        ({"namn": ["a", "a"], "år": [2024, 2025], "mål": ["=1", "=2"]}, "but =1 above"),
        ({"namn": ["a"], "mål": ["=1"], "minst": [1]}, "there is another target in the row"),
        ({"namn": ["a"], "enhett": ["%"]}, "column 'enhett': there is no such column: did you mean 'enhet'"),
        ({"namn": ["a"], "name": ["b"]}, "column 'name': it means the same as 'namn'"),
    ],
)  # fmt: skip
def test_what_are_no_indicators(columns, message):
    refused(message, indicators=pandas.DataFrame(columns))


def test_observations_of_indicators_by_id_or_name():
    indicators = frame(id=["i", "j"], namn=["Hållbart", "Jämnt"], decimaler=[1, None])
    observations = frame(
        indikator=["i", "Jämnt", "Hållbart"], år=[2024, 2024, 2025], utfall=[7, 8, 9]
    )
    made = plan(indicators=indicators, observations=observations)
    assert outcomes(made.indicators["i"]) == {"2024": "7,0", "2025": "9,0"}
    assert outcomes(made.indicators["j"]) == {"2024": "8"}
    refused(
        "observations, row 0, column 'indicator': no indicator is called 'Jämt': did you mean 'Jämnt'",
        indicators=indicators,
        observations=frame(indicator=["Jämt"], period=[2024]),
    )
    refused("the columns 'indicator' and 'period' are needed", observations=frame(år=[2024]))


def test_observations_alone_make_their_indicators():
    made = plan(observations=frame(indikator=["Antal SIP"] * 2, år=[2024, 2025], utfall=["1", "2"]))
    assert made.indicators.ids == ("antal-sip",)
    assert outcomes(made.indicators[0]) == {"2024": "1", "2025": "2"}


def test_flags_and_dates():
    made = plan(
        observations=frame(
            indicator=["a", "a", "a"],
            period=[pandas.Period("2024Q1"), pandas.Timestamp("2024-05-01"), "2024-H2"],
            value=["Ja", "nej", None],
            method_changed=["ja", 0, None],
        )
    )
    observations = made.observations
    assert [str(one.period) for one in observations] == ["2024-Q1", "2024-05-01", "2024-H2"]
    assert [one.value.state for one in observations] == ["yes", "no", "missing"]
    assert [one.method_changed for one in observations] == [True, False, False]


# Risks, controls and other lists


def test_risks_and_controls():
    made = plan(
        risks=frame(
            Risk=["Brand i köket", "Fel medicin"],
            **{
                "Väsentlighet": [4, "Stor"],
                "SANNOLIKHET": [2.0, None],
                "Riskvärde": [8, NAN],
                "Ansvarig": ["MAS", " "],
                "Senast": [datetime.date(2026, 3, 1), "våren 2026"],
            },
        ),
        controls=frame(
            risk=["fel-medicin", "Brand i köket"],
            kontrollmoment=["Räkna", "Prova"],
            rapportering=[2026, "2026-12"],
        ),
        risk_model={"score": "product"},
    )
    brand, medicine = made.risks
    assert (brand.id, brand.title, brand.owner) == ("brand-i-koket", "Brand i köket", "MAS")
    assert [str(brand.consequence), str(brand.likelihood), str(brand.value)] == ["4", "2", "8"]
    assert str(medicine.consequence) == "Stor" and not medicine.value and medicine.owner is None
    assert [str(brand.due), str(medicine.due)] == ["2026-03-01", "våren 2026"]
    assert [control.risk.id for control in made.controls] == ["fel-medicin", "brand-i-koket"]
    assert [str(control.report_by) for control in made.controls] == ["2026", "2026-12"]
    assert made.risk_model.score == "product"


@pytest.mark.parametrize(
    "risks, message",
    [
        ({"titel": ["a", None], "ägare": ["x", "y"]}, "risks, row 1: it has no title"),
        ({"titel": ["a"], "sanolikhet": [1]}, "column 'sanolikhet': there is no such column: did you mean 'sannolikhet'"),
        ({"titel": ["a"], "konsekvens": [1], "väsentlighet": [1]}, "it means the same as 'konsekvens'"),
        ({"titel": ["a"], "riskvärde": ["4.5"]}, "row 0, column 'riskvärde': '4.5' has a decimal point"),
        ({"titel": ["a"], "value": [4.5], "value_text": ["4,0"]}, "'4,0' is not the 4.5 beside it"),
        ({"id": ["r1", "r1"], "titel": ["a", "b"]}, "row 1: the id 'r1' is there already"),
        ({"titel": ["a"], "sida": ["fyra"]}, "'fyra' is no integer"),
    ],
)  # fmt: skip
def test_what_are_no_risks(risks, message):
    refused(message, risks=pandas.DataFrame(risks))


def test_controls_of_risks_that_are_not_there():
    risks = frame(titel=["Brand", "Fel", "Fel"])
    for given, message in (("Brandd", "no risk is called 'Brandd': did you mean 'Brand'"),
                           ("Fel", "several are called 'Fel'")):  # fmt: skip
        refused(
            f"controls, row 0, column 'risk': {message}",
            risks=risks,
            controls=frame(risk=[given], what=["x"]),
        )


def test_other_lists_as_frames_or_as_the_plan_file_has_them():
    made = plan(
        units=frame(namn=["Vård", "Hemtjänst"], **{"del av": [None, "Vård"]}),
        indicators=[{"id": "i", "name": "Insatser"}, {"id": "j", "name": "Jobb"}],
        assignments=frame(uppdrag=["Utred"], indikatorer=["Insatser, j"], set_by=["Nämnden"]),
        events=frame(händelse=["Möte"], datum=["2026-02-03"], veckodag=["tisdag"]),
        focus_areas=[{"id": "fo", "title": "F", "goals": [{"id": "m", "title": "M"}]}],
        status="draft",
    )
    assert made.units["hemtjanst"].part_of == made.units["vard"]
    assert made.assignments[0].indicators.ids == ("i", "j")
    assert made.assignments[0].set_by == "board"
    assert made.events[0].weekday == "tisdag"
    assert made.goals.ids == ("m",) and made.status == "draft"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_elements_come_back_as_they_went(path):
    given = libvp.load(path)
    made = plan(
        period=str(given.period),
        indicators=given.indicators.to_frame(),
        observations=given.observations.to_frame(),
        risks=given.risks.to_frame(),
        controls=given.controls.to_frame(),
        units=given.units.to_frame(),
        events=given.events.to_frame(),
        assignments=given.assignments.to_frame(),
    )
    for name in ("observations", "controls", "units", "events", "assignments"):
        before, after = (getattr(each, name).to_frame() for each in (given, made))
        pandas.testing.assert_frame_equal(before, after)
    for name, computed in (("indicators", ["unit"]), ("risks", ["consequence", "likelihood"])):
        before, after = (libvp.columns.Columns(
            libvp._vp.columns_of_elements(each._handle, name[:-1])
        ).to_frame() for each in (given, made))  # fmt: skip
        pandas.testing.assert_frame_equal(before, after)


def test_elements_of_another_plan(programme):
    made = plan(risks=programme.risks, controls=programme.controls)
    assert made.risks.ids == programme.risks.ids
    assert made.controls[0].risk == made.risks[programme.controls[0].risk.id]


def test_frames_of_polars():
    polars = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    made = plan(risks=polars.DataFrame({"risk": ["Brand"], "sannolikhet": [3]}))
    assert str(made.risks["brand"].likelihood) == "3"


# Ids


@pytest.mark.parametrize(
    "label, id",
    [
        ("Äldreomsorg", "aldreomsorg"),
        ("Individ- och familjeomsorg", "individ-och-familjeomsorg"),
        ("ÅÄÖ åäö é ü ø æ ß", "aao-aao-e-u-o-ae-ss"),
        ("2026", "2026"),
        ("  (netto), tkr  ", "netto-tkr"),
        ("日本", ""),
        ("Kontroll av antal delegerade undersköterskor som tar prov", "kontroll-av-antal-delegerade"),
        ("x" * 60, "x" * 60),
    ],
)  # fmt: skip
def test_slugs(label, id):
    assert slug(label) == id


def test_ids_are_unique():
    ids = Ids()
    assert [ids.make(label, "row") for label in ("Övrigt", "övrigt", "Övrigt 2", "?", "!")] == [
        "ovrigt",
        "ovrigt-2",
        "ovrigt-2-2",
        "row",
        "row-2",
    ]


def test_ids_that_are_given_go_before_those_that_are_made():
    made = plan(risks=frame(id=[None, "brand"], titel=["Brand", "Annat"]))
    assert made.risks.ids == ("brand-2", "brand")


def test_without_pandas(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install libvp\[frames\]"):
        plan(risks=object())
