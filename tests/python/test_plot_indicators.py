"""Pictures of the indicators: a panel for each."""

import libvp
import pytest
from conftest import EXAMPLES
from libvp import plot
from pictures import plan_of, pyplot, texts, with_indicators, years


def dots(ax):
    return [line for line in ax.lines if line.get_marker() == "o"]


def heights(ax):
    return [float(dot.get_ydata()[0]) for dot in dots(ax)]


def target_lines(ax):
    return sorted(line.get_ydata()[0] for line in ax.lines if list(line.get_xdata()) == [0, 1])


def test_a_panel_for_each_indicator(scan):
    grid = plot.indicators(scan)
    assert grid.shape == (4, 3)
    panels = dict(zip(scan.indicators.ids, grid.flat))
    assert not grid[3, 2].axison
    for indicator in scan.indicators:
        values = [o.value.value for o in indicator.observations if o.value.state == "number"]
        if values:
            assert heights(panels[indicator.id]) == [float(value) for value in values]
    assert target_lines(panels["hme"]) == [81]
    assert target_lines(panels["servicesamtal"]) == [301]
    assert {"▲ bättre", "77", "80", "Mål 2026: minst 81"} <= set(texts(panels["hme"]))
    assert {"Nej", "Mål 2026: Ja"} <= set(texts(panels["centrallager"]))
    assert panels["hme"].get_title(loc="left").replace("\n", " ").endswith("(HME), index")


def test_what_covers_a_part_is_hollow_and_dotted(scan):
    ax = plot.indicators(scan).flat[scan.indicators.ids.index("sip")]
    assert [dot.get_markerfacecolor() == "white" for dot in dots(ax)] == [False, True]
    assert [23, 50] in [list(line.get_ydata()) for line in ax.lines if line.get_linestyle() == ":"]
    assert "≠ inte jämförbart" in texts(ax)


@pytest.mark.parametrize(
    "target, lines, low, high, words",
    [
        ({"at_least": 5}, [5], 5, None, "minst 5"),
        ({"at_most": "5"}, [5], None, 5, "högst 5"),
        ({"between": [3, 5]}, [3, 5], 3, 5, "mellan 3 och 5"),
        ({"equal": 5}, [5], 5, 5, "5"),
        ({"increase_from": "2025"}, [4], 4, None, "öka från 2025"),
        ({"increase_from": "2025", "by": 3}, [7], 7, None, "öka från 2025 med 3"),
        ({"decrease_from": "2024", "by_percent": 50}, [1], None, 1, "minska från 2024 med 50\xa0%"),
    ],
)
def test_targets(target, lines, low, high, words):
    plan = with_indicators({"observations": years(2, 4), "target": {"period": "2026", **target}})
    ax = plot.indicators(plan)[0, 0]
    assert target_lines(ax) == lines
    assert ax.get_xlabel().replace("\n", " ") == f"Mål 2026: {words}"
    field = ax.patches[0].get_extents().transformed(ax.transData.inverted())
    bottom, top = ax.get_ylim()
    assert (field.y0, field.y1) == pytest.approx((low or bottom, high or top))


@pytest.mark.parametrize(
    "target, words",
    [
        ({"target": {"trend": "decrease"}}, "Mål: minskande trend"),
        ({"target": {"follow": True}}, "Följs utan målvärde"),
        ({"target": {"period": "2026", "at_least": "5?"}}, "Mål 2026: minst 5? (oläsligt)"),
        ({"target": {"period": "2026", "equal": "ja"}}, "Mål 2026: Ja"),
        ({"target": {"period": "2026", "increase_from": "2020"}}, "Mål 2026: öka från 2020"),
        ({}, "inget mål"),
    ],
)
def test_targets_without_a_place_have_no_line(target, words):
    ax = plot.indicators(with_indicators({"observations": years(2, 4), **target}))[0, 0]
    assert not target_lines(ax) and not ax.patches
    assert ax.get_xlabel() == words


def test_a_change_of_method_breaks_the_curve():
    outcomes = years(70, 72, 40, 44)
    outcomes[2]["method_changed"] = True
    ax = plot.indicators(with_indicators({"observations": outcomes}))[0, 0]
    assert [list(line.get_ydata()) for line in ax.lines if line.get_linestyle() == "-"][:2] == [
        [70, 72],
        [40, 44],
    ]


def test_women_and_men():
    outcome = {"period": "2025", "value": 74, "women": 80, "men": 69}
    ax = plot.indicators(with_indicators({"unit": "%", "observations": [outcome]}))[0, 0]
    assert [80, 69] in [list(line.get_ydata()) for line in ax.lines]
    assert "kvinnor 80\xa0%, män 69\xa0%" in ax.get_xlabel().replace("\n", " ")


def test_what_cannot_be_drawn_is_said():
    outcomes = [
        {"period": "2024", "value": "1?"},
        {"period": "XXXX", "value": 5},
        {"period": "2025", "value": None},
    ]
    ax = plot.indicators(with_indicators({"observations": outcomes}))[0, 0]
    assert not ax.lines
    assert ax.get_xlabel() == "inget mål. 2 utfall kan inte ritas"
    outcomes = [*years(5, 7), {"period": "2025", "value": "ja"}]
    ax = plot.indicators(with_indicators({"observations": outcomes}))[0, 0]
    assert heights(ax) == [5, 7]
    assert "1 utfall kan inte ritas" in ax.get_xlabel()


def test_panels_without_outcomes_are_low():
    plan = libvp.load(EXAMPLES / "bollebygd-social-hallbarhet.json")
    grid = plot.indicators(plan)
    assert all("– inte mätt" in texts(ax) for ax in grid.flat[:19])
    assert grid[0, 0].figure.get_figheight() < 8


def test_forty_indicators_and_one():
    each = {"observations": years(1, 2, 3), "target": {"period": "2026", "at_least": 4}}
    assert plot.indicators(with_indicators(*[each] * 40)).shape == (14, 3)
    assert plot.indicators(with_indicators(*[each] * 40), columns=4).shape == (10, 4)
    assert plot.indicators(with_indicators(each)).shape == (1, 1)


def test_wrong_arguments_of_indicators(scan):
    with pytest.raises(ValueError, match="no indicators"):
        plot.indicators(plan_of())
    with pytest.raises(ValueError, match="positive"):
        plot.indicators(scan, columns=0)
    with pytest.raises(ValueError, match="11 indicators but only 4 axes"):
        plot.indicators(scan, ax=pyplot.subplots(2, 2)[1])
