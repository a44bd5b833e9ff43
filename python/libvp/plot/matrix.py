"""The risk matrix: consequence up, likelihood across."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Set, Tuple

from ..engines import Score, Scoring, scoring
from ..extras import need
from .legend import Legend
from .paper import FAINT, LINE, PALE, SMALL, TEXT, WIDTH, NothingToDraw
from .paper import axes, bare, finish, height_of, instead, put, title, width, width_of, wrap
from .words import Words, words_of, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ..elements import Band, RiskModel
    from ..plan import Plan

__all__ = ["risk_matrix"]

#: The legend, the longest line of a level's name, and the least height of a cell, in inches.
LEGEND, NAME, CELL = 2.1, 0.85, 0.5

# From light to dark, so that they stay apart in grey print, as their hatching does.
COLOURS = {"green": "#d3ebc9", "yellow": "#f5dc70", "orange": "#ea9a4a", "red": "#cd5148"}
GREYS = ("#e6e6e6", "#cccccc", "#b0b0b0", "#949494")
HATCHES = ("", "..", "//", "xx", "\\\\", "++")

PLAIN = {"facecolor": PALE, "edgecolor": "white", "hatch": "", "linewidth": 1.5}
#: Behind a text on hatching.
PAPER = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "boxstyle": "round,pad=0.15"}
#: The risks whose titles are not shortened to a line in the legend.
FEW = 25
#: The most lines of ids in a cell of a figure of its own.
MOST_LINES = 30

Look = Dict[str, Any]
#: Likelihood, then consequence.
Cell = Tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Side:
    """A side of the matrix: its title, and its levels from the lowest, each with its name."""

    title: str
    levels: Dict[Decimal, str]
    is_stated: bool


def risk_matrix(plan: Plan, ax: Optional[Axes] = None, lang: Optional[str] = None) -> Axes:
    """Draws the risk matrix (riskmatris): each risk's id in the cell of its levels.

    A cell has its risk value, and the colour and hatching of its band (riskklass); it is light grey
    where the plan states none. Where its scales have no levels, the matrix has those of the risks.
    Beside it stand the bands, the risks by rank, those that have no place in the matrix, and those
    without a value.

    ValueError: the plan has no risks.
    """
    need("matplotlib", "plots")
    words = words_of(plan, lang)
    if not plan.risks:
        raise NothingToDraw("the plan has no risks")
    result = scoring(plan)
    across = find_side(result.model, result.scores, "likelihood", words)
    up = find_side(result.model, result.scores, "consequence", words)
    cells = find_cells(result.scores, across, up)
    legend = find_legend(result, cells, across.is_stated and up.is_stated, words)

    columns, rows = max(len(across.levels), 1), max(len(up.levels), 1)
    names = [wrap(name, NAME, SMALL, most=4) for name in up.levels.values()]
    room = max((width(line, SMALL) for name in names for line in name.split("\n")), default=0)
    inches = (WIDTH - LEGEND - room - 0.45 if ax is None else width_of(ax)) / columns
    most = MOST_LINES if ax is None else int(height_of(ax) / rows / LINE - 1.7)
    texts = {cell: ids(risks, inches - 0.1, most) for cell, risks in cells.items()}
    heights = [height_of_row(texts, level) for level in up.levels] or [CELL]
    below, is_upright = column_names(across, inches - 0.04)
    depth = 1.0 if is_upright else LINE * max(name.count("\n") + 1 for name in below or [""])
    ax = axes(ax, 0.3 + max(sum(heights) + depth + 0.25, legend.height + 0.1))

    looks = looks_of(result.model)
    edges = [sum(heights[:i]) for i in range(rows + 1)]
    for x, likelihood in enumerate(across.levels):
        for consequence, bottom, height in zip(up.levels, edges, heights):
            value = result.value(consequence, likelihood)
            band = None if value is None else result.band(value)
            look = PLAIN if band is None else looks[band]
            fill(ax, x, bottom, height, look, "" if value is None else words.number(value))
            put_ids(ax, x, bottom + height / 2, texts.get((likelihood, consequence), ""))
    if across.levels and up.levels:
        ax.set_xlabel(across.title, fontsize=TEXT, color=FAINT)
        ax.set_ylabel(up.title, fontsize=TEXT, color=FAINT)
    else:
        instead(ax, words["no_levels"])
    legend.draw(ax)

    bare(ax)
    ax.set_xlim(-0.5, columns - 0.5)
    ax.set_ylim(0, edges[-1])
    middles = [bottom + height / 2 for bottom, height in zip(edges, heights)]
    ax.set_yticks(middles[: len(names)], names)
    ax.set_xticks(range(len(below)), below, rotation=90 if is_upright else 0)
    model = result.model
    name = model.name if model is not None and model.name else words["matrix"]
    title(ax, name, WIDTH - NAME)
    return finish(ax)


def find_side(model: Optional[RiskModel], scores: Sequence[Score], name: str, words: Words) -> Side:
    """The levels of the model's scale; without them, those that risks have."""
    scales = model.scales if model is not None else None
    scale = None if scales is None else getattr(scales, name)
    heading = (scale.name if scale is not None else None) or words[name]
    if scale is not None and scale.levels:
        ordered = sorted(scale.levels, key=lambda level: level.value)
        levels = {Decimal(each.value): f"{each.value} {each.name}" for each in ordered}
        return Side(heading, levels, True)
    found = {getattr(score, name).value for score in scores} - {None}
    return Side(heading, {value: words.number(value) for value in sorted(found)}, False)


def find_cells(scores: Sequence[Score], across: Side, up: Side) -> Dict[Cell, List[str]]:
    """The ids of the risks in each cell that has any."""
    cells: Dict[Cell, List[str]] = {}
    for score in scores:
        x, y = score.likelihood.value, score.consequence.value
        if x in across.levels and y in up.levels:
            cells.setdefault((x, y), []).append(score.risk.id)
    return cells


def find_legend(
    scoring: Scoring, cells: Dict[Cell, List[str]], is_stated: bool, words: Words
) -> Legend:
    legend = Legend(LEGEND)
    scores = scoring.scores
    looks = looks_of(scoring.model)
    for band, look in looks.items():
        low, high = (write(end, end.value, words) for end in (band.from_, band.to))
        action = f": {band.action}" if band.action else ""
        legend.sample(look, f"{band.name} {low}–{high}{action}")
    inside = {id for cell in cells.values() for id in cell}
    groups = {
        words["risks"]: [s for s in scores if s.value is not None and s.risk.id in inside],
        words["outside"]: [s for s in scores if s.value is not None and s.risk.id not in inside],
        words["unscored"]: [s for s in scores if s.value is None],
    }
    for heading, group in groups.items():
        if group:
            legend.heading(f"{heading} ({len(group)})")
            entries = [entry(score, inside, words) for score in group]
            legend.entries(entries, words["more"], 3 if len(scores) <= FEW else 1)
    if not looks:
        legend.remark(words["no_bands"])
    if cells and not is_stated:
        legend.remark(words["no_scale"])
    return legend


def entry(score: Score, inside: Set[str], words: Words) -> Tuple[str, str]:
    is_stray = score.value is not None and score.risk.id not in inside
    value = f" ({words.number(score.value)})" if is_stray and score.value is not None else ""
    return score.risk.id, score.risk.title + value


def ids(risks: Sequence[str], inches: float, most: int) -> str:
    """The ids in lines; "+3" for those that need more lines than most."""
    for shown in range(len(risks), 0, -1):
        rest = len(risks) - shown
        text = wrap(" ".join(risks[:shown]) + (f" +{rest}" if rest else ""), inches, TEXT, 10**6)
        if text.count("\n") < most:
            return text
    return f"+{len(risks)}"


def looks_of(model: Optional[RiskModel]) -> Dict[Band, Look]:
    """How the cells of each band look."""
    bands = list(model.bands) if model is not None else []
    looks: Dict[Band, Look] = {}
    for index, band in enumerate(bands):
        grey = GREYS[min(index, len(GREYS) - 1)]
        colour = COLOURS.get(band.colour or "", grey)
        looks[band] = {**PLAIN, "facecolor": colour, "hatch": HATCHES[index % len(HATCHES)]}
    return looks


def height_of_row(texts: Dict[Cell, str], consequence: Decimal) -> float:
    """Enough for the fullest cell of the row."""
    lines = [text.count("\n") + 1 for (_, up), text in texts.items() if up == consequence]
    return max(CELL, LINE * (max(lines, default=0) + 1.7))


def fill(ax: Axes, x: int, y: float, height: float, look: Look, value: str) -> None:
    from matplotlib.patches import Rectangle

    ax.add_patch(Rectangle((x - 0.5, y), 1, height, **look))
    at = (x - 0.5, y + height)
    put(ax, value, at, (4, -4), fontsize=SMALL, bbox=PAPER, ha="left", va="top")


def put_ids(ax: Axes, x: int, y: float, text: str) -> None:
    if text:
        put(ax, text, (x, y), (0, -5), fontweight="bold", bbox=PAPER, ha="center", va="center")


def column_names(side: Side, inches: float) -> Tuple[List[str], bool]:
    """The names in lines, and whether they stand on end: where a word is wider than a column."""
    names = [name.partition(" ") for name in side.levels.values()]
    fits = all(width(word, SMALL) <= inches for name in names for word in name[2].split())
    if not fits:
        return [wrap("".join(name), 1.0, SMALL, most=2) for name in names], True
    return [f"{number}\n{wrap(name, inches, SMALL)}".strip() for number, _, name in names], False
