"""Indicators as small multiples: outcomes, target and status, a panel each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple, Union

from ..extras import need
from .paper import BLUE, BROWN, FAINT, FOREST, GREY, INK, PALE, RED, SMALL, WIDTH
from .paper import NothingToDraw, bare, figure, finish, put, width, width_of, wrap
from .panels import Goal, Panel, find_panels
from .words import Words, words_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from ..plan import Plan

__all__ = ["indicators"]

#: The height of a curve and of its axis, of a panel without one, of a line of text, and of what is
#: around them, in inches.
CURVE, AXIS, EMPTY, LINE, AROUND = 0.85, 0.15, 0.01, 0.14, 0.4
#: The most lines of a name and of a target.
NAME, TARGET = 4, 3

STATUS = {
    "met": ("✓", FOREST),
    "better": ("▲", FOREST),
    "not_met": ("✗", RED),
    "worse": ("▼", RED),
    "unchanged": ("=", INK),
    "following": ("○", INK),
    "method_changed": ("†", BROWN),
    "not_comparable": ("≠", BROWN),
    "not_yet_measurable": ("…", FAINT),
    "not_measured": ("–", FAINT),
}


def indicators(
    plan: Plan,
    columns: int = 3,
    ax: Union[NDArray[Any], Sequence[Axes], None] = None,
    lang: Optional[str] = None,
) -> NDArray[Any]:
    """Draws the indicators (indikatorer), a panel each, and returns the panels' axes in rows.

    Above a panel stand the name and the status, in it the outcomes by time, beneath it the target.
    The dashed line is the target's value, grey where it is met, with a mark at its time. An open
    dot covers only a part of its period; the curve is dotted there, and broken where the method
    changed. A thin upright line goes from women to men. A row of panels without outcomes is low.

    columns: the panels in a row. ax: as many axes as there are indicators, or more.

    ValueError: the plan has no indicators, columns is not positive, or ax has too few axes.
    """
    need("matplotlib", "plots")
    words = words_of(plan, lang)
    panels = find_panels(plan, words)
    if not panels:
        raise NothingToDraw("the plan has no indicators")
    if columns < 1:
        raise ValueError(f"columns must be positive, not {columns}")
    grid = new_grid(panels, columns, words) if ax is None else grid_of(ax, len(panels))
    for panel, each in zip(panels, grid.flat):
        draw(each, panel, WIDTH / columns - 0.2 if ax is None else width_of(each), words)
    if ax is None:
        for each in grid.flat[len(panels) :]:
            each.set_axis_off()
    return grid


def grid_of(ax: Union[NDArray[Any], Sequence[Axes]], count: int) -> NDArray[Any]:
    from numpy import array

    grid = array(ax, dtype=object)
    if grid.size < count:
        raise ValueError(f"there are {count} indicators but only {grid.size} axes")
    return grid


def new_grid(panels: Sequence[Panel], columns: int, words: Words) -> NDArray[Any]:
    inches = WIDTH / columns
    used = min(columns, len(panels))
    rows = [panels[i : i + used] for i in range(0, len(panels), used)]
    curves = [CURVE if any(panel.points for panel in row) else EMPTY for row in rows]
    lines = sum(max(lines_of(panel, inches - 0.2) for panel in row) for row in rows)
    height = sum(curves) + AXIS * curves.count(CURVE) + LINE * lines + AROUND * len(rows) + 0.2
    made, grid = figure(
        len(rows), used, inches * used, height, gridspec_kw={"height_ratios": curves}
    )
    made.get_layout_engine().set(h_pad=0.09)
    text = wrap(legend(panels, words), inches * used - 0.1, SMALL, most=6)
    made.supxlabel(text, x=0.01, ha="left", fontsize=SMALL, color=FAINT)
    axes: NDArray[Any] = grid
    return axes


def lines_of(panel: Panel, inches: float) -> int:
    name, target = wrap(panel.name, inches, SMALL, NAME), wrap(panel.target, inches, SMALL, TARGET)
    return f"{name}\n{target}".count("\n") + 1


def legend(panels: Sequence[Panel], words: Words) -> str:
    points = [point for panel in panels for point in panel.points]
    needed = {
        "legend_goal": any(panel.points and panel.goal for panel in panels),
        "legend_partial": any(point.is_partial for point in points),
        "legend_method": any(point.method_changed for point in points),
        "legend_sexes": any(point.women is not None or point.men is not None for point in points),
    }
    return " ".join(words[name] for name, is_needed in needed.items() if is_needed)


def draw(ax: Axes, panel: Panel, inches: float, words: Words) -> None:
    bare(ax, *["bottom"] if panel.points else [])
    sign, colour = STATUS[panel.status]
    status: Dict[str, Any] = {"fontsize": SMALL, "fontweight": "bold", "color": colour}
    put(ax, f"{sign} {words[panel.status]}", (0, 1), (0, 4), "axes fraction", **status)
    name, target = wrap(panel.name, inches, SMALL, NAME), wrap(panel.target, inches, SMALL, TARGET)
    ax.set_title(name, loc="left", fontsize=SMALL, color=INK, pad=15)
    ax.set_xlabel(target, loc="left", fontsize=SMALL, color=FAINT)
    ax.set_xticks([])
    ax.set_yticks([])
    if panel.points:
        limit(ax, panel, inches)
        draw_goal(ax, panel)
        draw_points(ax, panel, words)
        label(ax, panel, inches)
    finish(ax)


def limit(ax: Axes, panel: Panel, inches: float) -> None:
    xs = [point.x for point in panel.points] + ([] if panel.due is None else [panel.due])
    ys = [y for point in panel.points for y in (point.y, point.women, point.men) if y is not None]
    ys += ends(panel.goal)
    texts = [text for point in panel.points for text in (point.text, point.period)]
    margin = max(width(text, SMALL) for text in [*texts, panel.due_text]) / 2 + 0.04
    pad = ((max(xs) - min(xs)) or 1.0) * margin / max(inches - 2 * margin, margin)
    ax.set_xlim(min(xs) - pad, max(xs) + pad)
    # A change of less than a tenth should not look large.
    height = max(max(ys) - min(ys), 0.1 * max(abs(y) for y in ys)) or 1.0
    middle = (max(ys) + min(ys)) / 2
    ax.set_ylim(middle - height, middle + height)


def ends(goal: Optional[Goal]) -> List[float]:
    found = set() if goal is None else {goal.low, goal.high}
    return [end for end in found if end is not None]


def draw_goal(ax: Axes, panel: Panel) -> None:
    """The target's line, the field in which it is met, and a mark at its time."""
    goal = panel.goal
    if goal is None:
        return
    bottom, top = ax.get_ylim()
    low = bottom if goal.low is None else goal.low
    high = top if goal.high is None else goal.high
    ax.axhspan(low, high, color=PALE, lw=0, zorder=0)
    for end in ends(goal):
        ax.axhline(end, color=FAINT, lw=1, ls=(0, (4, 2)), zorder=1)
        if panel.due is not None:
            mark = "D" if goal.low == goal.high else "^" if end == goal.low else "v"
            ax.plot(panel.due, end, mark, ms=5, color=INK, zorder=4)


def draw_points(ax: Axes, panel: Panel, words: Words) -> None:
    for before, point in zip(panel.points, panel.points[1:]):
        if not point.method_changed:
            line: Dict[str, Any] = {"color": BLUE, "lw": 1.2, "zorder": 2}
            line["ls"] = ":" if before.is_partial or point.is_partial else "-"
            ax.plot([before.x, point.x], [before.y, point.y], **line)
    for point in panel.points:
        inside = "white" if point.is_partial else BLUE
        ax.plot(point.x, point.y, "o", ms=5.5, color=BLUE, mfc=inside, mew=1.2, zorder=3)
        sexes = [y for y in (point.women, point.men) if y is not None]
        mark = "_" if len(sexes) == 1 else ""
        ax.plot([point.x] * len(sexes), sexes, color=GREY, lw=1, marker=mark, zorder=1.5)


def label(ax: Axes, panel: Panel, inches: float) -> None:
    """All outcomes, or the first and the last, and as many times as have room."""
    from matplotlib.patheffects import withStroke

    scale = inches / (ax.get_xlim()[1] - ax.get_xlim()[0])
    texts = [(point.x, point.text) for point in panel.points]
    labelled = apart(texts, scale)
    if len(labelled) < len(texts):
        labelled = [-1] if len(apart([texts[0], texts[-1]], scale)) == 1 else [0, -1]
    for index in labelled:
        point = panel.points[index]
        is_low = is_crossed(ax, point.y, panel.goal)
        look: Dict[str, Any] = {"ha": "center", "va": "top" if is_low else "bottom"}
        look["path_effects"] = [withStroke(linewidth=2, foreground="white")]
        put(ax, point.text, (point.x, point.y), (0, -5 if is_low else 4), fontsize=SMALL, **look)
    times = {(point.x, point.period) for point in panel.points}
    times |= set() if panel.due is None else {(panel.due, panel.due_text)}
    ordered = sorted(times)
    shown = [ordered[index] for index in apart(ordered, scale)]
    ax.set_xticks([x for x, _ in shown], [text for _, text in shown])
    ax.tick_params(pad=2)


def is_crossed(ax: Axes, y: float, goal: Optional[Goal]) -> bool:
    """Whether a line of the target would cross a text above that height."""
    low, high = ax.get_ylim()
    return any(0 < end - y < 0.22 / CURVE * (high - low) for end in ends(goal))


def apart(texts: Sequence[Tuple[float, str]], scale: float) -> List[int]:
    """Which texts have room beside each other: the last, then from the first on."""
    chosen: List[int] = []
    for index in [len(texts) - 1, *range(len(texts) - 1)]:
        x, text = texts[index]
        others = [(texts[i][0], width(text + texts[i][1], SMALL) / 2 + 0.06) for i in chosen]
        if all(abs(x - other) * scale >= room for other, room in others):
            chosen.append(index)
    return chosen
