"""How data frames are read as tables, and written when they are corrected."""

from decimal import Decimal

import libvp
import pytest
from tables import column, pandas


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
