"""Pictures of the budget: the frame as a bridge, and its tables."""

import pytest
from libvp import plot
from pictures import bars, grey, plan_of, row_names, texts, with_frame, with_table

# The budget frame


def test_the_bridge_has_the_frames_amounts(scan):
    frame = scan.budget.frame
    found = bars(plot.budget_bridge(scan))
    assert found[0] == (0, 231.2) and found[-1] == (0, 231.2)
    amounts = [float(change.amount.value) for change in frame.changes]
    assert [end - start for start, end in found[1:-2]] == pytest.approx(amounts)
    assert found[1][0] == 231.2
    assert [start for start, _ in found[2:-1]] == pytest.approx([end for _, end in found[1:-2]])


def test_the_bridge_writes_each_amount_as_a_swede_does(scan):
    ax = plot.budget_bridge(scan)
    assert {"231,2", "−2,3", "+1,3", "+0,1"} <= set(texts(ax))
    names = row_names(ax)
    assert names[:2] == ["Ingående ram 2025", "Förändringsuppdrag"]
    assert names[-1] == "Utgående ram 2026"
    assert ax.get_title(loc="left") == "Budgetram 2025–2026, mnkr"


def test_increases_and_decreases_differ_in_grey(scan):
    widths = {bar.get_width() > 0: bar for bar in plot.budget_bridge(scan).patches[1:-2]}
    assert widths[False].get_hatch() and not widths[True].get_hatch()
    assert grey(widths[False].get_facecolor()[:3]) - grey(widths[True].get_facecolor()[:3]) > 0.25


def test_a_remainder_is_a_row_with_its_verdict(scan):
    ax = plot.budget_bridge(scan)
    assert row_names(ax)[-2] == "Rest, ryms i avrundningen"
    assert bars(ax)[-2] == pytest.approx((231.3, 231.2))
    ax = plot.budget_bridge(with_frame("10,0", [("A", "1,0")], "15,0"))
    assert row_names(ax)[-2] == "Rest, stämmer inte"
    assert "+4,0" in texts(ax)
    ax = plot.budget_bridge(with_frame("10,0", [("A", "1,0")], "11,0"))
    assert len(row_names(ax)) == 3


def test_a_cut_axis_is_marked(scan):
    ax = plot.budget_bridge(scan)
    assert ax.get_xlim()[0] > 220
    assert ax.get_xlabel() == "axeln är bruten och börjar inte vid noll"
    ax = plot.budget_bridge(with_frame("10,0", [("A", "8,0")], "18,0"))
    assert ax.get_xlim()[0] <= 0
    assert ax.get_xlabel() == ""


def test_a_frame_below_zero():
    ax = plot.budget_bridge(with_frame("-231,2", [("A", "-2,3"), ("B", "0,5")], "-233,0"))
    assert bars(ax)[0] == (0, -231.2)
    assert ax.get_xlim()[1] < -228
    ax = plot.budget_bridge(with_frame("1,0", [("A", "-5,0")], "-4,0"))
    low, high = ax.get_xlim()
    assert low < -4 and high > 1


def test_a_missing_amount_that_the_others_determine_is_dashed():
    ax = plot.budget_bridge(with_frame("10,0", [("A", None), ("B", "0,5")], "11,0"))
    assert "saknas, bör vara +0,5" in texts(ax)
    assert bars(ax)[1] == pytest.approx((10, 10.5))
    assert [bar.get_linestyle() for bar in ax.patches] == ["solid", "--", "solid", "solid"]


def test_behind_an_unknown_amount_there_are_no_bars():
    changes = [("A", "1,0"), ("B", None), ("C", "1?"), ("D", "2,0")]
    ax = plot.budget_bridge(with_frame("10,0", changes, "11,0"))
    assert bars(ax) == [(0, 10), (10, 11), (0, 11)]
    assert {"saknas", "1? (oläsligt)", "+2,0"} <= set(texts(ax))
    with pytest.raises(ValueError, match="neither the opening nor the closing"):
        plot.budget_bridge(with_frame(None, [("A", "1,0")], None))


def test_amounts_in_another_unit():
    ax = plot.budget_bridge(with_frame("10,0", [("A", "-2 300 tkr")], "7,7"))
    assert bars(ax)[1] == pytest.approx((10, 7.7))
    ax = plot.budget_bridge(with_frame("10,0", [("A", "3 %")], "7,7"))
    assert bars(ax) == [(0, 10), (0, 7.7)]
    assert "3 %" in texts(ax)


def test_a_plan_without_a_frame():
    for plan in (plan_of(), plan_of(budget={"unit": "mnkr"})):
        with pytest.raises(ValueError, match="no budget frame"):
            plot.budget_bridge(plan)


# The internal budget


def test_the_internal_budget_has_the_tables_figures(scan):
    ax = plot.internal_budget(scan)
    figures = [value for row in scan.budget.tables[0].rows for value in row.values]
    assert bars(ax) == [(0, float(figure.value)) for figure in figures]
    assert {"51,5", "49,9", "110,6  Budget 2026"} <= set(texts(ax))
    assert ax.get_title(loc="left") == "Internbudget, mnkr"


def test_the_total_is_stated_with_its_verdict(scan):
    found = texts(plot.internal_budget(scan))
    assert "231,2  Budget 2026: stämmer" in found
    assert "231,2  Budget 2025: stämmer inte, raderna ger 131,2" in found
    found = texts(plot.internal_budget(with_table([("A", ["1", "2"])])))
    assert "anges inte" in found
    found = texts(plot.internal_budget(with_table([("A", ["1", "2"])], ["1"])))
    assert {"1  Budget 2025: stämmer", "anges inte  Budget 2026"} <= set(found)


def test_the_newest_year_is_the_darkest():
    older, newer = plot.internal_budget(with_table([("A", ["1", "2"])])).patches
    assert grey(older.get_facecolor()[:3]) - grey(newer.get_facecolor()[:3]) > 0.25


def test_figures_that_are_missing_or_negative():
    ax = plot.internal_budget(
        with_table([("A", ["-1,5", None]), ("B", ["2,5", "1?"]), ("C", ["1,0"])], ["2,0", "9,0"])
    )
    assert bars(ax) == [(0, -1.5), (0, 2.5), (0, 1)]
    assert ax.patches[0].get_hatch() and not ax.patches[1].get_hatch()
    assert {"saknas  Budget 2026", "1? (oläsligt)", "saknas"} <= set(texts(ax))
    ax = plot.internal_budget(with_table([("A", ["1,0", None])], ["1,0", "3,0"]))
    assert "saknas, bör vara 3,0  Budget 2026" in texts(ax)


def test_which_table(scan):
    for table in ("investeringar", scan.budget.tables["investeringar"]):
        assert bars(plot.internal_budget(scan, table)) == [(0, 1.6)]
    with pytest.raises(ValueError, match="'internbudget', 'investeringar'"):
        plot.internal_budget(scan, "intern")
    with pytest.raises(ValueError, match="no tables"):
        plot.internal_budget(plan_of())
    empty = {"id": "t", "columns": [], "rows": []}
    with pytest.raises(ValueError, match="no figures"):
        plot.internal_budget(plan_of(budget={"tables": [empty]}))
