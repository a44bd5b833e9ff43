"""Pictures: what they show is what the plan says, and all of it can be read."""

import itertools

import libvp
import pytest
from conftest import EXAMPLES, minimal

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from libvp import plot  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from matplotlib.colors import to_rgb  # noqa: E402
from matplotlib.text import Text  # noqa: E402

LONG = "Kompensation för hyresökningar, lokalvård och andra interna lokalkostnader i alla boenden"
SCALE = [{"value": i, "name": name} for i, name in enumerate(("Liten", "Måttlig", "Stor"), 1)]
MODEL = {
    "score": "product",
    "scales": {"consequence": {"levels": SCALE}, "likelihood": {"levels": SCALE}},
    "bands": [
        {"name": "Låg", "from": 1, "to": 2, "colour": "green"},
        {"name": "Mellan", "from": 3, "to": 4, "colour": "yellow"},
        {"name": "Hög", "from": 6, "to": 6, "colour": "orange"},
        {"name": "Högst", "from": 9, "to": 9, "colour": "red"},
    ],
}


@pytest.fixture(autouse=True)
def no_figures_left():
    yield
    pyplot.close("all")


def plan_of(**fields):
    return libvp.Plan.from_dict(minimal(**fields))


def with_frame(opening, changes, closing, unit="mnkr"):
    frame = {
        "opening": {"period": "2025", "amount": opening},
        "changes": [
            {"id": f"c{i}", "label": label, "amount": amount}
            for i, (label, amount) in enumerate(changes)
        ],
        "closing": {"period": "2026", "amount": closing},
    }
    return plan_of(budget={"unit": unit, "frame": frame})


def with_table(rows, total=None, unit="mnkr"):
    columns = [{"id": year, "label": f"Budget {year}", "period": year} for year in ("2025", "2026")]
    rows = [
        {"id": f"r{i}", "label": label, "values": values} for i, (label, values) in enumerate(rows)
    ]
    table = {"id": "t", "columns": columns, "rows": rows}
    if total is not None:
        table["total"] = total
    return plan_of(budget={"unit": unit, "tables": [table]})


def with_risks(*risks, model=MODEL):
    keys = ("title", "consequence", "likelihood", "value")
    risks = [
        {"id": f"r{i}", **{key: each for key, each in zip(keys, risk) if each is not None}}
        for i, risk in enumerate(risks, 1)
    ]
    return plan_of(risks=risks, **({"risk_model": model} if model else {}))


def with_indicators(*indicators):
    return plan_of(
        indicators=[{"id": f"i{i}", "name": f"Nr {i}", **each} for i, each in enumerate(indicators)]
    )


def years(*values):
    """Outcomes of the years up to 2025."""
    return [{"period": str(2026 - len(values) + i), "value": v} for i, v in enumerate(values)]


def bars(ax):
    """(from, to) of each bar, from the top."""
    found = sorted(ax.patches, key=lambda bar: (bar.get_y(), bar.get_x()))
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in found]


def texts(ax):
    return [text.get_text() for text in ax.findobj(Text) if text.get_text()]


def row_names(ax):
    return [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]


def grey(colour):
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def cells(ax):
    """The rectangle of each cell, by its place from the lowest levels."""
    xs = sorted({cell.get_x() for cell in ax.patches})
    ys = sorted({cell.get_y() for cell in ax.patches})
    return {(xs.index(cell.get_x()), ys.index(cell.get_y())): cell for cell in ax.patches}


def in_cell(ax, x, y):
    """The texts within a cell."""
    box = cells(ax)[x, y].get_bbox()
    inside = [text for text in ax.texts if box.x0 <= text.xy[0] < box.x1]
    return " ".join(text.get_text() for text in inside if box.y0 < text.xy[1] <= box.y1).split()


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


# The risk matrix


def test_each_risk_stands_in_its_cell(programme):
    ax = plot.risk_matrix(programme)
    assert len(ax.patches) == 25
    for risk in programme.risks:
        x, y = int(risk.likelihood.value) - 1, int(risk.consequence.value) - 1
        assert in_cell(ax, x, y) == [str(risk.value), risk.id]
        assert risk.title.split()[0] in " ".join(texts(ax))


def test_levels_have_their_names(programme):
    ax = plot.risk_matrix(programme)
    names = [label.get_text() for label in ax.get_xticklabels()]
    assert names[0] == "1\nOsannolik" and names[4] == "5\nMycket\nsannolik"
    assert row_names(ax)[0] == "1 Försumbar"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Sannolikhet", "Konsekvens")


def test_cells_have_the_colours_of_their_bands():
    ax = plot.risk_matrix(with_risks(("A", 1, 1)))
    looks = {}
    for (x, y), cell in cells(ax).items():
        band = next(b for b in MODEL["bands"] if b["from"] <= (x + 1) * (y + 1) <= b["to"])
        look = (cell.get_facecolor()[:3], cell.get_hatch())
        assert looks.setdefault(band["name"], look) == look
    greys = [grey(looks[band["name"]][0]) for band in MODEL["bands"]]
    assert greys == sorted(greys, reverse=True)
    assert len({hatch for _, hatch in looks.values()}) == 4
    red, green, blue = looks["Högst"][0]
    assert red > 2 * green and red > 2 * blue
    assert {"Låg 1–2", "Högst 9–9"} <= set(texts(ax))


def test_without_bands_and_scales(scan):
    ax = plot.risk_matrix(scan)
    assert len({cell.get_facecolor() for cell in ax.patches}) == 1
    assert in_cell(ax, 1, 1) == ["9", "r7", "r8", "r9"]
    found = texts(ax)
    assert {"Utan riskvärde (10)", "Planen anger inga riskklasser."} <= set(found)
    assert {"r1", "r17", "1:e socialsekreterare"} <= set(found)


def test_many_risks_in_one_cell_are_all_there():
    ax = plot.risk_matrix(with_risks(*[("Samma", 2, 2)] * 40))
    assert in_cell(ax, 1, 1) == ["4", *(f"r{i}" for i in range(1, 41))]


def test_risks_without_a_place():
    ax = plot.risk_matrix(
        with_risks(("Utanför", 7, 2, 14), ("Bara värde", None, None, 4), ("Utan",))
    )
    assert {"Utanför matrisen (2)", "Utanför (14)", "Bara värde (4)"} <= set(texts(ax))
    assert "Utan riskvärde (1)" in texts(ax)
    ax = plot.risk_matrix(with_risks(("Bara värde", None, None, 4), model=None))
    assert not ax.patches
    assert "Ingen risk har både konsekvens\noch sannolikhet" in texts(ax)
    with pytest.raises(ValueError, match="no risks"):
        plot.risk_matrix(plan_of())


# Indicators


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


# Findings


def test_findings_by_family_and_severity(scan):
    report = scan.check()
    ax = plot.findings(report)
    assert sum(bar.get_width() for bar in ax.patches) == len(report) == 5
    shown = dict(zip(row_names(ax), [text.get_text() for text in ax.texts]))
    assert shown["Budget"] == "1 fel, 1 upplysning"
    assert shown["Risker"] == "1 varning, 1 upplysning"
    assert shown["Datum"] == "inget att anmärka"
    assert ax.get_title(loc="left") == "Anmärkningar: 1 fel, 2 varningar, 2 upplysningar"
    assert len({(bar.get_facecolor(), bar.get_hatch()) for bar in ax.patches}) == 3


def test_a_report_without_findings(programme):
    ax = plot.findings(programme.check())
    assert not ax.patches
    assert set(text.get_text() for text in ax.texts) == {"inget att anmärka"}
    ax = plot.findings(plan_of().check(select="risk"))
    assert "Ingen regel hade något att pröva" in texts(ax)


def test_a_family_of_your_own(scan):
    @libvp.rule("boras/titel", sv="fel titel")
    def rule(plan):
        yield plan

    ax = plot.findings(scan.check(select="boras"))
    assert row_names(ax) == ["boras"]
    assert bars(ax) == [(0, 1)]


# All of them

PICTURES = {
    "budget_bridge": plot.budget_bridge,
    "internal_budget": plot.internal_budget,
    "risk_matrix": plot.risk_matrix,
    "indicators": plot.indicators,
    "findings": lambda plan, **options: plot.findings(plan.check(), **options),
}

HARD = {
    "long names": (
        "budget_bridge",
        with_frame("231,2", [(LONG, "-2,3"), ("X" * 90, "0,5"), ("I $ per $%", "1,0")], "240,2"),
    ),
    "kronor": (
        "budget_bridge",
        with_frame("1 231 200 000", [("A", "-2 300 000"), ("B", None)], "1 232 400 000", "kr"),
    ),
    "many changes": (
        "budget_bridge",
        with_frame("231,2", [(f"Nr {i}", f"{(i * 7) % 11 - 5}") for i in range(60)], "231,2"),
    ),
    "negative": (
        "internal_budget",
        with_table([("Intäkter", ["-12,5", "-13,0"]), (LONG, ["100,0", None])], ["90,0", "99,2"]),
    ),
    "many rows": (
        "internal_budget",
        with_table([(f"Enhet {i}", [f"{i},5", f"{3 * i},0"]) for i in range(40)]),
    ),
    "one cell": ("risk_matrix", with_risks(*[(LONG, 2, 2)] * 40)),
    "no cell": ("risk_matrix", with_risks((LONG, None, None, 4), (LONG,), model=None)),
    "indicators": (
        "indicators",
        with_indicators(
            *(
                {
                    "name": f"{LONG} " * (i % 3) + f"nr {i}",
                    "unit": ("%", "kr", "antal")[i % 3],
                    "observations": years(*(1234567 * ((i * k) % 7 - 2) for k in range(i % 9))),
                    "target": {"period": "2026", "at_least": 100 * i},
                }
                for i in range(40)
            )
        ),
    ),
}


def figure_of(drawn):
    return drawn.flat[0].figure if hasattr(drawn, "flat") else drawn.figure


def visible(figure):
    """The texts that are seen, and where."""
    figure.draw_without_rendering()
    hidden = set()
    for ax in figure.axes:
        for axis, limits in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
            for tick in axis.get_major_ticks():
                if not ax.axison or not min(limits) <= tick.get_loc() <= max(limits):
                    hidden |= {tick.label1, tick.label2}
    for text in figure.findobj(Text):
        if text.get_text().strip() and text.get_visible() and text not in hidden:
            yield text, text.get_window_extent()


def assert_readable(figure):
    seen = list(visible(figure))
    for text, box in seen:
        assert text.get_fontsize() >= 8, text
        assert box.x0 > -1 and box.x1 < figure.bbox.width + 1, text
        assert box.y0 > -1 and box.y1 < figure.bbox.height + 1, text
    for (text, a), (other, b) in itertools.combinations(seen, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        up = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across < 1 or up < 1, (text, other)


APPLIES = {
    "budget_bridge": lambda plan: plan.budget,
    "internal_budget": lambda plan: plan.budget,
    "risk_matrix": lambda plan: plan.risks,
    "indicators": lambda plan: plan.indicators,
    "findings": lambda plan: True,
}
DRAWN = [
    (path.stem, name)
    for path in sorted(EXAMPLES.glob("*.json"))
    for name, applies in APPLIES.items()
    if applies(libvp.load(path))
]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("plan, name", DRAWN)
def test_all_texts_can_be_read(plan, name, lang):
    drawn = PICTURES[name](libvp.load(EXAMPLES / f"{plan}.json"), lang=lang)
    assert figure_of(drawn).get_figwidth() == pytest.approx(6.3)
    assert_readable(figure_of(drawn))


@pytest.mark.parametrize("case", HARD)
def test_all_texts_can_be_read_in_hard_cases(case):
    name, plan = HARD[case]
    assert_readable(figure_of(PICTURES[name](plan)))


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_of_matplotlib_is_changed(scan, name, monkeypatch):
    monkeypatch.setattr(pyplot, "show", lambda: pytest.fail("it was shown"))
    before = dict(matplotlib.rcParams)
    PICTURES[name](scan)
    assert dict(matplotlib.rcParams) == before
    assert len(pyplot.get_fignums()) == 1


@pytest.mark.parametrize("name", [name for name in PICTURES if name != "indicators"])
def test_the_given_axes_are_drawn_into(scan, name):
    figure, (ax, other) = pyplot.subplots(1, 2, figsize=(16, 5), layout="constrained")
    assert PICTURES[name](scan, ax=ax) is ax
    assert pyplot.get_fignums() == [figure.number]
    assert ax.texts and not other.texts
    assert_readable(figure)


def test_the_given_axes_of_small_multiples(scan):
    figure, grid = pyplot.subplots(3, 4, figsize=(12, 7), layout="constrained")
    drawn = plot.indicators(scan, ax=grid)
    assert list(drawn.flat) == list(grid.flat)
    assert pyplot.get_fignums() == [figure.number]
    assert plot.indicators(scan, ax=list(grid.flat)).size == 12


def test_english(scan):
    ax = plot.budget_bridge(scan, lang="en")
    assert row_names(ax)[-2] == "Remainder, within rounding"
    assert "-2.3" in texts(ax)
    assert "▲ better" in texts(plot.indicators(scan, lang="en")[0, 1])
    with pytest.raises(ValueError, match="'sv' and 'en'"):
        plot.risk_matrix(scan, lang="de")


def test_dollars_are_no_formula():
    ax = plot.risk_matrix(with_risks(("Priset i $ per $%\\x", 2, 2)))
    ax.figure.draw_without_rendering()
    assert "Priset i $ per $%\\x" in texts(ax)


def test_without_matplotlib(run_python):
    code = """
import sys
sys.modules["matplotlib"] = None
import libvp
from libvp import plot
plan = libvp.load(sys.argv[1])
for picture in (plot.budget_bridge, plot.internal_budget, plot.risk_matrix, plot.indicators):
    try:
        picture(plan)
    except ImportError as error:
        print(error)
try:
    plot.findings(plan.check())
except ImportError as error:
    print(error)
"""
    out, _ = run_python(code, EXAMPLES / "bollebygd-socialnamnden-2026.json")
    assert out == "this needs matplotlib: pip install libvp[plots]\n" * 5


def test_matplotlib_is_not_imported_before_it_is_needed(run_python):
    out, _ = run_python("import sys\nfrom libvp import plot\nprint('matplotlib' in sys.modules)")
    assert out == "False\n"
