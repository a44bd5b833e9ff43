"""Tables without a plan: do they add up, and which figure is wrong if not?"""

import doctest
from decimal import Decimal

import libvp
import pytest
from tables import column, firsts, pandas


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
