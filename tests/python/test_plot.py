"""Pictures of the findings, and what holds for all pictures: what they show can be read."""

import itertools

import libvp
import pytest
from conftest import EXAMPLES
from libvp import plot
from pictures import (
    LONG,
    Text,
    bars,
    matplotlib,
    plan_of,
    pyplot,
    row_names,
    texts,
    with_frame,
    with_indicators,
    with_risks,
    with_table,
    years,
)

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


def test_accepted_findings_stand_apart(accepting):
    ax = plot.findings(accepting.check())
    shown = dict(zip(row_names(ax), [text.get_text() for text in ax.texts]))
    assert shown["Budget"] == "1 upplysning, 1 godtagen"
    assert ax.get_title(loc="left").endswith(": 0 fel, 2 varningar, 2 upplysningar, 1 godtagen")
    assert sum(bar.get_width() for bar in ax.patches) == 5


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
