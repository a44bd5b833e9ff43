"""Tables without a plan: do they add up, and which figure is wrong if not?"""

import doctest
import json
import random
from decimal import Decimal

import libvp
import pytest
from conftest import EXAMPLES, minimal

pandas = pytest.importorskip("pandas")

UNITS = [
    "Äldreomsorg",
    "Funktionsstöd",
    "Individ- och familjeomsorg",
    "Stab",
    "Nämnd",
    "Summa",
]
BUDGET_2026 = ["110,6", "51,5", "49,6", "18,6", "0,9", "231,2"]
BUDGET_2025 = ["11,4", "49,9", "51,1", "17,9", "0,9", "231,2"]


@pytest.fixture
def budget():
    """The social board's internal budget as its scan reads: a digit of 111,4 is lost."""
    return pandas.DataFrame({"2026": BUDGET_2026, "2025": BUDGET_2025}, index=UNITS)


@pytest.fixture
def quarters():
    """A sound table whose rows add up too."""
    rows = {
        "Personal": [1204, 1219, 1248, 1236, 4907],
        "Bilar": [88, 91, 86, 95, 360],
        "Lokaler": [140, 140, 143, 143, 566],
        "Totalt": [1432, 1450, 1477, 1474, 5833],
    }
    return pandas.DataFrame.from_dict(
        rows, orient="index", columns=["Q1", "Q2", "Q3", "Q4", "Summa"]
    )


def column(figures, **options):
    """The reconciliation of one column."""
    frame = pandas.DataFrame({"2026": list(figures.values())}, index=list(figures))
    return libvp.reconcile(frame, **options)


def firsts(result):
    """(row, column, value) of every candidate of the first rank."""
    frame = result.candidates
    likeliest = frame[frame["rank"] == 1]
    return list(zip(likeliest["row"], likeliest["column"], likeliest["value"]))


def test_the_example_of_the_documentation():
    tests = doctest.DocTestFinder().find(libvp.reconcile, globs={})
    assert [len(test.examples) for test in tests] == [4]
    assert all(doctest.DocTestRunner().run(test).failed == 0 for test in tests)


def test_a_lost_digit(budget):
    result = libvp.reconcile(budget, trusted="Summa", unit="mnkr")
    assert not result.ok
    assert firsts(result) == [("Äldreomsorg", "2025", Decimal("111.4"))]
    first = result.candidates.iloc[0]
    assert (first["slip"], first["printed"]) == ("digit left out", Decimal("11.4"))
    assert (first["low"], first["high"]) == (Decimal("111.15"), Decimal("111.65"))
    assert first["decided"]
    assert result.explain().replace("\u00a0", " ").splitlines() == [
        "1 av 2 summor stämmer inte",
        "Summa 2025 är 231,2 mnkr men raderna ger 131,2 mnkr (−100,0 mnkr)",
        "  Äldreomsorg 2025 är troligen 111,4 mnkr (angivet 11,4 mnkr: en siffra har fallit bort)",
    ]
    assert result.explain("en").splitlines()[-1].replace("\u00a0", " ") == (
        "  Äldreomsorg 2025 is probably 111.4 mnkr (stated 11.4 mnkr: a digit left out)"
    )
    assert repr(result) == "<Reconciliation: 1 av 2 summor stämmer inte>"


def test_what_cannot_be_told_apart_is_listed_and_nothing_is_corrected(budget):
    result = libvp.reconcile(budget)
    assert firsts(result) == [
        ("Äldreomsorg", "2025", Decimal("111.4")),
        ("Summa", "2025", Decimal("131.2")),
    ]
    assert not result.candidates["decided"].any()
    assert not result.faults[0].is_decided and result.faults[0].corrections == ()
    assert result.corrected().equals(budget)
    assert "troligast: Äldreomsorg 2025 kan vara 111,4" in result.explain()
    assert "eller Summa 2025 kan vara 131,2" in result.explain()


@pytest.mark.parametrize(
    "trusted",
    ["Summa", ["Summa"], ("Summa", "2025"), [("Summa", None)], [("Summa", "2025"), "2026"]],
    ids=repr,
)
def test_trusted_figures_are_never_named(budget, trusted):
    result = libvp.reconcile(budget, trusted=trusted)
    assert ("Summa", "digit changed") not in set(
        zip(result.candidates["row"], result.candidates["slip"])
    )
    assert firsts(result) == [("Äldreomsorg", "2025", Decimal("111.4"))]


def test_a_trusted_column(budget):
    result = libvp.reconcile(budget, trusted="2025")
    assert list(result.candidates["slip"]) == ["row left out"] and not result.ok
    assert result.candidates["printed"].isna().all()
    assert "troligast: Summa 2025: en rad saknas i tabellen (100,0)" in result.explain()
    nothing = libvp.reconcile(budget, trusted=["2025", "Summa"], limits=[("Nämnd", "Stab")])
    assert not nothing.ok


def test_relations(budget):
    relations = libvp.reconcile(budget, unit="mnkr").relations
    assert list(relations["what"]) == ["Summa 2026", "Summa 2025"]
    assert list(relations["verdict"]) == ["exact", "impossible"]
    wrong = relations.iloc[1]
    assert (wrong["sum"], wrong["stated"]) == (Decimal("131.2"), Decimal("231.2"))
    assert (wrong["difference"], wrong["tolerance"]) == (Decimal("-100.0"), Decimal("0.30"))
    assert (wrong["row"], wrong["column"], wrong["unit"]) == ("Summa", "2025", "mnkr")
    assert (wrong["kind"], wrong["missing"]) == ("column", 0)


def test_the_tolerance_is_what_rounding_usually_gives():
    result = column({**{f"r{i}": "1,0" for i in range(15)}, "Summa": "15,3"})
    [relation] = result.relations.itertuples()
    assert (relation.verdict, relation.tolerance) == ("rounding", Decimal("0.35"))
    assert result.ok and len(result.faults) == 0
    assert repr(result) == "<Reconciliation: summan stämmer inom avrundning>"


def test_a_doubtful_sum_is_no_error():
    result = column({**{f"r{i}": "1,0" for i in range(15)}, "Summa": "15,6"})
    assert list(result.relations["verdict"]) == ["doubtful"]
    assert result.ok and result.faults[0].is_doubtful
    assert "mer än avrundning brukar ge" in result.explain()
    assert repr(result) == "<Reconciliation: summan är tveksam>"


def test_a_table_whose_rows_and_columns_add_up(quarters):
    sound = libvp.reconcile(quarters, rounding="exact")
    assert sound.ok and sound.faults == () and len(sound.relations) == 9
    assert sound.explain() == "alla 9 summor stämmer"
    assert list(sound.relations["kind"]) == ["row"] * 4 + ["column"] * 5

    wrong = quarters.copy()
    wrong.loc["Lokaler", "Q3"] = 134
    result = libvp.reconcile(wrong, rounding="exact")
    assert firsts(result) == [("Lokaler", "Q3", Decimal(143))]
    assert result.candidates["slip"][0] == "digits swapped"
    assert set(result.relations.loc[list(result.faults[0].relations), "what"]) == {
        "Totalt, Q3",
        "Lokaler, Summa",
    }
    assert result.corrected().equals(quarters)
    assert wrong.loc["Lokaler", "Q3"] == 134


def test_two_independent_faults(quarters):
    wrong = quarters.copy()
    wrong.loc["Personal", "Q1"] = 1024
    wrong.loc["Bilar", "Q3"] = 860
    options = {"total_column": False, "trusted": ["Totalt", "Lokaler"], "rounding": "exact"}
    result = libvp.reconcile(wrong, **options)
    assert [fault.explanations[0].corrections[0].row for fault in result.faults] == [
        "Personal",
        "Bilar",
    ]
    assert list(result.candidates[result.candidates["decided"]]["fault"]) == [1, 2]
    assert result.corrected().equals(quarters)
    assert len(result.explain().splitlines()) == 5


def test_two_figures_that_are_wrong_together(quarters):
    wrong = quarters.copy()
    wrong.loc["Personal", "Q1"] = 1024
    wrong.loc["Bilar", "Q3"] = 860
    result = libvp.reconcile(wrong, rounding="exact")
    [fault] = result.faults
    assert [one.row for one in fault.corrections] == ["Personal", "Bilar"]
    assert list(result.candidates[result.candidates["decided"]]["explanation"]) == [1, 1]
    assert "Personal, Q1 är troligen 1\u00a0204" in result.explain()
    assert result.corrected().equals(quarters)


def test_without_the_sums_of_rows_or_of_columns(quarters):
    assert len(libvp.reconcile(quarters, total_column=False).relations) == 5
    assert len(libvp.reconcile(quarters, total=False).relations) == 4
    assert len(libvp.reconcile(quarters, total="Totalt", total_column="Summa").relations) == 9
    assert not libvp.reconcile(quarters.drop(columns="Summa"), total_column="Q4").ok


def test_a_missing_figure_is_computed(quarters):
    lacking = quarters.astype(float)
    lacking.loc["Bilar", "Q2"] = None
    result = libvp.reconcile(lacking)
    assert result.ok
    [missing] = result.missing.itertuples()
    assert (missing.row, missing.column, missing.how) == ("Bilar", "Q2", "computed")
    assert (missing.value, missing.low, missing.high) == (91, Decimal("89.5"), Decimal("92.5"))
    assert "Bilar, Q2 saknas: summorna ger 91; det sanna talet ligger i [89,5; 92,5]" in (
        result.explain()
    )
    assert repr(result) == "<Reconciliation: 7 av 9 summor stämmer, 2 går inte att pröva>"
    assert result.corrected().equals(lacking)


def test_missing_figures_that_are_only_known_together():
    result = column({"A": 1.5, "B": None, "C": None, "Summa": 9.0})
    assert list(result.missing["how"]) == ["jointly", "jointly"]
    assert result.missing["group"].nunique() == 1
    assert result.missing["value"].isna().all()
    assert "B 2026 saknas och går bara att bestämma tillsammans med C 2026" in result.explain()


def test_missing_figures_that_the_sums_disagree_on(quarters):
    wrong = quarters.astype(object)
    wrong.loc["Bilar", "Q2"] = None
    wrong.loc["Lokaler", "Q2"] = 410
    result = libvp.reconcile(wrong, trusted=["Lokaler"], total_column="Summa")
    assert "contradicted" in set(result.missing["how"])
    assert not result.ok
    assert "summorna ger olika tal" in result.explain()


def test_missing_that_no_sum_tells():
    frame = pandas.DataFrame({"A": [1, 2, 3], "B": [None, None, None]}, index=["a", "b", "Summa"])
    assert set(libvp.reconcile(frame).missing["how"]) <= {"jointly", "undetermined"}


def test_subtotals_are_sums_too_and_count_once():
    frame = {"A": "3,0", "Stab": "1,0", "Lokaler": "0,5", "Förvaltning": "1,5", "Summa": "4,5"}
    assert not column(frame).ok
    result = column(frame, subtotals={"Förvaltning": ["Stab", "Lokaler"]})
    assert result.ok and list(result.relations["kind"]) == ["subtotal", "column"]
    nested = {**frame, "Nämnden": "4,5", "Summa": "4,5"}
    assert column(
        nested, subtotals={"Förvaltning": ("Stab", "Lokaler"), "Nämnden": ["Förvaltning", "A"]}
    ).ok


def test_what_is_subtracted():
    frame = {"Intäkter": "2,0", "Kostnader": "9,5", "Netto": "7,5"}
    assert column(frame, total=False, subtotals={"Netto": ["Kostnader", "-Intäkter"]}).ok
    assert not column(frame, total=False, subtotals={"Netto": ["Kostnader", "Intäkter"]}).ok
    after = {"A": "4,0", "B": "5,5", "Summa": "9,5", "Intäkter": "2,0", "Netto": "7,5"}
    assert column(after, subtotals={"Netto": ["Summa", "−Intäkter"]}).ok


def test_several_totals():
    frame = {"A": 1, "B": 2, "Summa": 3, "Budgetram": 3}
    assert column(frame, total=["Summa", "Budgetram"]).ok
    assert not column({**frame, "Budgetram": 5}, total=["Summa", "Budgetram"]).ok


def test_limits():
    frame = {"Personal": 100, "varav inhyrd": 20, "Lokaler": 50, "Summa": 150}
    limits = [("varav inhyrd", "Personal")]
    assert column(frame, limits=limits).ok
    result = column({**frame, "varav inhyrd": 200}, limits=limits)
    assert not result.ok and list(result.relations["kind"]) == ["column", "limit"]
    assert "Personal 2026 är 100 men delarna ger mer: 200 (+100)" in result.explain()
    columns = pandas.DataFrame(
        {"Budget": [5, 7, 12], "Utfall": [9, 1, 10]}, index=["a", "b", "Summa"]
    )
    result = libvp.reconcile(columns, limits=[(["Utfall"], "Budget")])
    assert list(result.relations["verdict"]) == ["exact", "exact", "impossible", "exact", "exact"]


def test_figures_that_are_not_negative():
    frame = {"A": -5, "B": 15, "Summa": 10}
    assert column(frame).ok
    assert column(frame, not_negative="B").ok
    for cells in (True, "A", ["2026"], [("A", "2026")]):
        result = column(frame, not_negative=cells)
        assert not result.ok
        assert list(result.relations["kind"]) == ["column", "not_negative"]
    assert "A 2026 är mindre än noll: −5" in result.explain()


def test_labels_stand_in_the_index_or_in_a_column(budget):
    plain = budget.reset_index(names="Verksamhet")
    named = plain.set_index("Verksamhet")
    years = plain.rename(columns={"2026": 2026, "2025": 2025})
    for frame in (
        plain,
        named,
        plain.assign(nr=range(1, 7))[["nr", "Verksamhet", "2025"]]
        .set_index("nr")
        .rename_axis(None),
        plain[plain["2026"] != "0,9"],
    ):
        last = libvp.reconcile(frame[frame.columns]).relations.iloc[-1]
        assert (last["row"], last["column"]) == ("Summa", "2025")
    assert libvp.reconcile(years).candidates["column"][0] == 2025
    for label in ("Verksamhet", None):
        assert not libvp.reconcile(named, label=label).ok
        assert not libvp.reconcile(plain, label=label).ok


def test_levels_of_labels():
    frame = pandas.DataFrame(
        {("Budget", "2026"): [1, 2, 4]},
        index=pandas.MultiIndex.from_tuples([("Stab", "A"), ("Stab", "B"), ("Stab", "Alla")]),
    )
    result = libvp.reconcile(frame, total=("Stab", "Alla"))
    assert result.relations["row"][0] == ("Stab", "Alla")
    assert result.relations["what"][0] == "Stab, Alla, Budget, 2026"


@pytest.mark.parametrize("name", ["Summa", "SUMMA", " Totalt", "total", "Sum:"])
def test_totals_are_recognised(name):
    assert column({"A": 1, "B": 2, name: 3}).ok


def test_a_total_that_is_not_recognised():
    frame = {"A": 1, "B": 2, "Alla": 3}
    with pytest.raises(libvp.ArgumentError, match="'A', 'B', 'Alla'"):
        column(frame)
    assert column(frame, total="Alla").ok
    with pytest.raises(libvp.ArgumentError, match="'Summa', 'Totalt'"):
        column({"A": 1, "Summa": 1, "Totalt": 1})
    long = {f"r{i}": 1 for i in range(100)}
    with pytest.raises(libvp.ArgumentError, match="one of …, 'r92'"):
        column(long)


def test_a_single_column_called_a_total_is_no_sum_of_columns():
    assert libvp.reconcile(pandas.DataFrame({"Summa": [1, 2, 3]}, index=["a", "b", "Totalt"])).ok


@pytest.mark.parametrize(
    "wrong, corrected",
    [
        ("1 949 356 kr", "1 949 365 kr"),
        ("1\u202f949\u202f356", "1\u202f949\u202f365"),
        ("1949356", "1949365"),
        (1949356, 1949365),
        (1949356.0, 1949365.0),
        (Decimal("1949356.0"), Decimal("1949365.0")),
    ],
    ids=repr,
)
def test_corrections_are_written_as_their_column_is(wrong, corrected):
    total = "2949365" if isinstance(wrong, str) else 2949365
    part = "1000000" if isinstance(wrong, str) else 1000000
    frame = pandas.DataFrame(
        {"kr": [wrong, part, total], "Totalt": [1949365, 1000000, 2949365]},
        index=["a", "b", "Summa"],
    )
    result = libvp.reconcile(frame, unit="kr", rounding="exact")
    after = result.corrected()
    assert after.loc["a", "kr"] == corrected
    assert type(after.loc["a", "kr"]) is type(frame.loc["a", "kr"])
    assert after["kr"].dtype == frame["kr"].dtype
    assert frame.loc["a", "kr"] == wrong


@pytest.mark.parametrize(
    "wrong, right, corrected",
    [("2,3", "-2,3", "-2,3"), ("−2,3", "2,3", "2,3"), ("+2,3", "-2,3", "-2,3")],
)
def test_signs_are_corrected(wrong, right, corrected):
    rest = Decimal("10.0") + Decimal(right.replace(",", "."))
    frame = {"a": wrong, "b": "10,0", "Summa": f"{rest}".replace(".", ",")}
    result = column(frame, trusted=["b", "Summa"])
    assert result.candidates["slip"][0] == "sign"
    assert result.corrected().loc["a", "2026"] == corrected


@pytest.mark.parametrize("dtype", ["float32", "Float64", "int16", "Int64", "object", "string"])
def test_types_of_columns(dtype):
    figures = ["1204", "88", "140", "1423"] if dtype == "string" else [1204, 88, 140, 1423]
    frame = pandas.DataFrame({"Totalt": [1204, 88, 140, 1432]}, index=["a", "b", "c", "Summa"])
    frame["2026"] = pandas.Series(figures, dtype=dtype, index=frame.index)
    result = libvp.reconcile(frame, rounding="exact")
    assert result.candidates["value"][0] == 1432
    after = result.corrected()
    assert after.dtypes.equals(frame.dtypes)
    assert str(after.loc["Summa", "2026"]).startswith("1432")


def test_the_precision_of_numbers():
    exact = {"A": 0.1, "B": 0.2, "Summa": 0.1 + 0.2}
    assert list(column(exact).relations["verdict"]) == ["exact"]
    narrow = pandas.DataFrame({"x": [11.4, 2, 13.4]}, index=["a", "b", "Summa"], dtype="float32")
    assert libvp.reconcile(narrow).relations["stated"][0] == Decimal("13.4")
    assert column({"A": 1.25, "B": 1.0, "Summa": 2.3}).relations["verdict"][0] == "impossible"
    rounded = column({"A": 1.25, "B": 1.0, "Summa": 2.2}, decimals=1).relations
    assert (rounded["sum"][0], rounded["verdict"][0]) == (Decimal("2.3"), "rounding")
    assert column({"A": 1, "B": 1, "Summa": 3}).ok
    assert not column({"A": 1, "B": 1, "Summa": 3}, decimals=1).ok
    assert not column({"A": 1, "B": 1, "Summa": 3}, rounding="exact").ok
    assert not column({"A": "1,00", "B": "1,00", "Summa": "2,02"}).ok
    assert column({"A": Decimal("1.0"), "B": Decimal("1"), "Summa": Decimal("2.5")}).ok


def test_roundings_and_units():
    assert column({"A": "1,9", "B": "1,9", "Summa": "3,9"}, rounding="truncated").ok
    assert not column({"A": "1,9", "B": "1,9", "Summa": "3,9"}, rounding="adjusted").ok
    assert column({"A": "2 150 tkr", "B": "1,0", "Summa": "3,15"}, unit="mnkr").ok
    mixed = column({"A": "2 %", "B": "1,0", "Summa": "3,0"}, unit="mnkr")
    assert not mixed.ok and mixed.relations["verdict"][0] == "unit_mismatch"
    assert "raderna är av olika slag" in mixed.explain()


def test_figures_that_cannot_be_read():
    for text, hint in (("11.4", "write '11,4'"), ("se not 3", "errors='missing'")):
        with pytest.raises(libvp.ArgumentError) as caught:
            column({"A": text, "B": "2,0", "Summa": "13,4"})
        assert str(caught.value).startswith(f"row 'A', column '2026': '{text}' cannot be read")
        assert hint in str(caught.value)
    result = column({"A": "se not 3", "B": "2,0", "Summa": "13,4"}, errors="missing")
    assert result.missing["value"][0] == Decimal("11.4")
    for value in (True, float("inf"), "ja", [1], pandas.Timestamp("2026-01-01"), "1\0", "\ud800"):
        frame = pandas.DataFrame({"x": [value, 2, 3]}, index=["A", "B", "Summa"], dtype=object)
        with pytest.raises(libvp.ArgumentError, match="row 'A', column 'x'"):
            libvp.reconcile(frame)
    with pytest.raises(libvp.ArgumentError, match="and 1 more"):
        column({"A": "x", "B": "y", "Summa": "13,4"})


def test_blank_texts_are_missing():
    assert len(column({"A": " ", "B": "", "Summa": "13,4"}).missing) == 2
    frame = pandas.DataFrame({"x": ["a", None, "b", "Summa"], "y": [1.0, None, 2.0, 3.0]})
    assert libvp.reconcile(frame).ok
    frame.iloc[1, 1] = 5.0
    with pytest.raises(libvp.ArgumentError, match="row 1 .* no label"):
        libvp.reconcile(frame)


def test_labels_that_do_not_exist(budget):
    for options in (
        {"total": "Suma"},
        {"total_column": "205"},
        {"subtotals": {"Stabb": ["Nämnd"]}},
        {"subtotals": {"Stab": ["Nämd"]}},
        {"limits": [("Nämd", "Stab")]},
        {"trusted": "Sumfa"},
        {"trusted": [("Summa", "2052")]},
        {"not_negative": ["Nämdn"]},
        {"label": "2062"},
    ):
        with pytest.raises(libvp.UnknownIdError, match="did you mean"):
            libvp.reconcile(budget, **options)


def test_labels_that_stand_for_several():
    twice = pandas.DataFrame({"x": [1, 2, 3]}, index=["Övrigt", "Övrigt", "Summa"])
    with pytest.raises(libvp.ArgumentError, match="rows 0 and 1 .* both called 'Övrigt'"):
        libvp.reconcile(twice)
    columns = pandas.DataFrame([[1, 2], [1, 2]], columns=["x", "x"], index=["a", "Summa"])
    with pytest.raises(libvp.ArgumentError, match="columns 0 and 1"):
        libvp.reconcile(columns)
    both = pandas.DataFrame({"a": [1, 1], "Summa": [1, 1]}, index=["a", "Summa"])
    with pytest.raises(libvp.ArgumentError, match="both a row and a column"):
        libvp.reconcile(both, trusted="Summa")
    assert libvp.reconcile(both, trusted=[("Summa", None), (None, "Summa")]).ok


@pytest.mark.parametrize(
    "options",
    [
        {"rounding": "up"},
        {"errors": "ignore"},
        {"decimals": -1},
        {"decimals": 1.5},
        {"lang": "de"},
        {"limits": ["Stab"]},
        {"limits": [("a", "b", "c")]},
        {"total": False},
    ],
    ids=repr,
)
def test_arguments_that_are_not_allowed(budget, options):
    with pytest.raises(ValueError):
        libvp.reconcile(budget, **options)


def test_frames_that_are_none():
    for nothing in (pandas.DataFrame(), pandas.DataFrame({"a": []}), pandas.DataFrame(index=["x"])):
        with pytest.raises(libvp.ArgumentError, match="no figures"):
            libvp.reconcile(nothing)
    for nothing in ([1, 2], None, "x", pandas.Series([1])):
        with pytest.raises(TypeError, match="DataFrame"):
            libvp.reconcile(nothing)
    with pytest.raises(libvp.ArgumentError, match="no row adds up"):
        column({"Summa": 1})


def test_the_frame_that_was_given_may_change_afterwards(budget):
    result = libvp.reconcile(budget, trusted="Summa")
    budget.loc["Stab", "2025"] = "99,9"
    assert result.corrected().loc["Stab", "2025"] == "17,9"


def test_the_notebook_table(budget):
    html = libvp.reconcile(budget, trusted="Summa")._repr_html_()
    assert "<s>11,4</s> <b>111,4</b>" in html
    assert html.count("<tr>") == 7 and "1 av 2 summor stämmer inte" in html
    tied = libvp.reconcile(budget)._repr_html_()
    assert "<s>" not in tied and tied.count("kan vara 111,4") == 2
    english = libvp.reconcile(budget, trusted="Summa", lang="en")._repr_html_()
    assert "is probably 111.4" in english and "<b>111,4</b>" in english


def test_the_notebook_table_is_escaped():
    frame = pandas.DataFrame({"<b>": [1, 2, None]}, index=["<i>&", "b", "Summa"])
    html = libvp.reconcile(frame)._repr_html_()
    assert "&lt;b&gt;" in html and "&lt;i&gt;&amp;" in html
    assert "<i>" not in html and '<th style=""><b>' not in html


def test_a_long_table_is_shown_where_something_is_marked():
    frame = pandas.DataFrame(
        {"x": [1.0] * 5000 + [5900.0]}, index=[*map(str, range(5000)), "Summa"]
    )
    frame.iloc[4000] = None
    html = libvp.reconcile(frame)._repr_html_()
    assert html.count("<tr>") < 50
    assert all(text in html for text in (">4000</th>", ">Summa</th>", ">…</th>", ">0</th>"))


def sound_table(seed, height, width):
    """Figures whose rows and columns add up exactly."""
    numbers = random.Random(seed)
    rows = [[numbers.randint(100, 99_999) for _ in range(width)] for _ in range(height)]
    rows = [[*row, sum(row)] for row in rows]
    rows.append([sum(row[i] for row in rows) for i in range(width + 1)])
    return pandas.DataFrame(
        rows,
        index=[*(f"r{i}" for i in range(height)), "Summa"],
        columns=[*(f"k{i}" for i in range(width)), "Totalt"],
    )


def slipped(figure, numbers):
    """The figure as somebody may mistype it; far enough from it that no rounding explains it."""
    digits = str(figure)
    while True:
        at = numbers.randrange(len(digits) - 2)
        wrong = numbers.choice(
            [
                digits[:at] + digits[at + 1 :],
                digits[: at + 1] + digits[at:],
                digits[:at] + str(numbers.randint(1, 9)) + digits[at + 1 :],
                digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :],
            ]
        )
        if abs(int(wrong) - figure) > 20 and wrong[0] != "0":
            return int(wrong)


@pytest.mark.parametrize("seed", range(40))
def test_sound_tables_have_no_fault(seed):
    numbers = random.Random(seed)
    exact = sound_table(seed, numbers.randint(1, 9), numbers.randint(1, 9))
    result = libvp.reconcile(exact / 10)
    assert result.ok and result.faults == () and len(result.candidates) == 0
    assert set(result.relations["verdict"]) == {"exact"}
    rounded = (exact / 1000).round(1)
    assert libvp.reconcile(rounded, decimals=1).ok


@pytest.mark.parametrize("seed", range(60))
def test_a_slip_in_a_table_is_named_first(seed):
    numbers = random.Random(seed)
    sound = sound_table(seed, numbers.randint(3, 8), numbers.randint(3, 8))
    row, column = numbers.randrange(len(sound)), numbers.randrange(len(sound.columns))
    wrong = sound.copy()
    wrong.iloc[row, column] = slipped(int(sound.iloc[row, column]), numbers)
    result = libvp.reconcile(wrong)
    right = int(sound.iloc[row, column])
    assert not result.ok and len(result.faults) == 1
    first = result.candidates.iloc[0]
    assert (first["row"], first["column"]) == (sound.index[row], sound.columns[column])
    assert first["low"] <= right <= first["high"]
    assert not first["decided"] or result.corrected().equals(sound)


def as_plan(frame, path):
    """A plan whose only table is the frame."""
    rows = frame.drop(index="Summa")
    table = {
        "id": "t",
        "columns": [{"id": f"c{i}", "label": name} for i, name in enumerate(frame.columns)],
        "rows": [
            {"id": f"r{i}", "label": label, "values": list(rows.loc[label])}
            for i, label in enumerate(rows.index)
        ],
        "total": list(frame.loc["Summa"]),
    }
    if "Totalt" in frame.columns:
        table["columns"][-1]["sum_of"] = [f"c{i}" for i in range(len(frame.columns) - 1)]
    path.write_text(json.dumps(minimal(budget={"unit": "mnkr", "tables": [table]})))
    return path


@pytest.mark.parametrize("seed", range(8))
def test_the_command_says_the_same_of_a_plan_with_the_table(seed, tmp_path, vp):
    numbers = random.Random(seed)
    sound = sound_table(seed, 4, 3)
    wrong = sound.copy()
    row, place = numbers.randrange(len(sound)), numbers.randrange(len(sound.columns))
    wrong.iloc[row, place] = slipped(int(sound.iloc[row, place]), numbers)
    check_against_the_command(wrong.astype(str), tmp_path / "plan.json", vp)


def test_the_command_says_the_same_of_the_scan(budget, tmp_path, vp):
    check_against_the_command(budget, tmp_path / "plan.json", vp)


def check_against_the_command(frame, path, vp):
    output = json.loads(vp("check", "--format", "json", as_plan(frame, path)))
    [finding] = [
        finding
        for finding in output["files"][0]["findings"]
        if finding["rule"] == "budget/sum-impossible"
    ]
    result = libvp.reconcile(frame, unit="mnkr")
    assert [
        (given["rank"], given["explanation"], given["slip"], given.get("value"))
        for given in finding["candidates"]
    ] == [
        (one.rank, one.explanation, one.slip, None if one.value is None else str(one.value))
        for one in result.candidates.itertuples()
    ]


def test_corrections_that_do_not_hold_are_left(quarters):
    from libvp.reconciliation.correct import corrections

    def fault(cell, value):
        row, column = result._table.figures.labels(cell)
        anything = libvp.Interval(None, None, True, True)
        correction = libvp.Correction(
            row, column, cell, None, Decimal(1), Decimal(value), anything, "sign", False
        )
        explanation = libvp.Explanation((correction,), 1, 0.0)
        return libvp.Fault((), (explanation,), False, True, True, False, False)

    result = libvp.reconcile(quarters)
    assert corrections(result._table, [fault(0, 1204), fault(6, 9)]) == {0: 1204}


def test_the_published_budget_has_nothing_to_correct():
    plan = libvp.load(EXAMPLES / "bollebygd-socialnamnden-2026.json")
    table = plan.budget.tables["internbudget"]
    frame = pandas.DataFrame(
        {
            column.label: [*(str(row.values[i]) for row in table.rows), str(table.total[i])]
            for i, column in enumerate(table.columns)
        },
        index=[*(row.label for row in table.rows), "Summa"],
    )
    result = libvp.reconcile(frame, unit="mnkr")
    assert result.ok and result.corrected().equals(frame)


NETWORK = (
    (b"1", b"2", b"4"),
    1,
    "kr",
    "rounded",
    (("column", True, ((0, 1), (1, 1)), 2),),
    (0,),
    (1,),
)
JUNK = [None, 3, -1, 2**64, "x", b"x", (), (1,), ("column",), [], {}, object(), (b"a\0b",), ("x",)]
SUMS = [
    ("nothing", True, (), 0),
    ("column", True, ((0, 1),), 3),
    ("column", True, ((3, 1),), 0),
    ("column", True, ((-1, 1),), 0),
    ("column", True, ((0, 2**40),), 0),
    ("column", True, (0, 1), 2),
    ("column", True, [], 2),
    ("column", True),
    3,
]


def test_wrong_arguments_of_the_extension():
    from libvp import _vp

    assert _vp.network_judgements(_vp.network_new(*NETWORK))[0]["verdict"] == "rounding"
    for at in range(len(NETWORK)):
        for junk in JUNK:
            try:
                _vp.network_new(*NETWORK[:at], junk, *NETWORK[at + 1 :])
            except Exception as error:
                assert not isinstance(error, SystemError), (at, junk)
    for sum in SUMS:
        with pytest.raises((TypeError, ValueError, IndexError, OverflowError)):
            _vp.network_new(*NETWORK[:4], (sum,), (), ())
    for cells in ((3,), (2**32,), (-1,)):
        with pytest.raises((libvp.ArgumentError, OverflowError)):
            _vp.network_new(*NETWORK[:4], (), cells, ())


def test_a_result_outlives_what_it_was_made_from(budget):
    import gc

    result = libvp.reconcile(budget.copy(), trusted="Summa")
    gc.collect()
    assert "111,4" in result.explain()
