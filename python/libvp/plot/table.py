"""A table of the budget as bars: units over years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple, Union

from ..engines import Relation, relations
from ..extras import need
from .paper import BLUE, LIGHT, LINE, RED, NothingToDraw
from .paper import axes, bare, finish, fit, lines_in, note, title, width_of, wrap
from .words import Words, in_unit, words_of, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ..elements import Row, Table
    from ..plan import Plan

__all__ = ["internal_budget"]

#: The height of a bar, in inches, and the space between two groups of them, in bars.
PITCH, SPACE = 0.17, 0.6
#: The room for a column's name, in inches.
COLUMN = 1.3


@dataclass
class Line:
    """A figure of the table: its bar, if it has one, and what is written beside it."""

    y: float
    column: int
    text: str
    value: Optional[float] = None
    is_sum: bool = False
    is_total: bool = False
    is_wrong: bool = False

    @property
    def is_left(self) -> bool:
        return self.value is not None and self.value < 0


def internal_budget(
    plan: Plan,
    table: Union[Table, str, None] = None,
    ax: Optional[Axes] = None,
    lang: Optional[str] = None,
) -> Axes:
    """Draws a table of the budget (internbudget): its rows, with a bar for each column.

    table: the table or its id; otherwise the plan's first. The newest column is the darkest (the
    first, where they have no periods), rows that sum others are hollow, negative figures hatched.
    A missing figure has no bar and says so. Below stands each column's stated total, and whether
    the rows give it.

    ValueError: the plan has no such table, or the table no figures.
    """
    need("matplotlib", "plots")
    words = words_of(plan, lang)
    table = find_table(plan, table)
    if not table.columns or not table.rows:
        raise NothingToDraw(f"the table {table.id!r} has no figures")
    unit = table.unit or (plan.budget.unit if plan.budget is not None else None)
    inches = width_of(ax)
    most = 3 if ax is None else lines_in(ax, len(table.rows) + 1)
    labels = [wrap(row.label, 0.35 * inches, most=most) for row in table.rows]
    lines, centres = find_lines(plan, table, labels, unit, words)

    ax = axes(ax, 0.5 + PITCH * (lines[-1].y + 1))
    values = [line.value for line in lines if line.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    notes = [(line.value or 0.0, line.text, line.is_left) for line in lines if not line.is_total]
    fit(ax, low, high if high > low else 1.0, notes, 0.62 * inches)
    ax.set_ylim(lines[-1].y + 0.7, -0.7)
    shades = shades_of(table)
    for line in lines:
        draw(ax, line, shades[line.column])

    bare(ax)
    rule = next(line.y for line in lines if line.is_total) - (1 + SPACE) / 2
    ax.plot([0, 0], [-0.7, rule], color=LIGHT, lw=0.8, zorder=0)
    ax.axhline(rule, color=LIGHT, lw=0.8)
    ax.set_xticks([])
    ax.set_yticks(centres, [*labels, words["total"]])
    for row, tick in zip([*table.rows, None], ax.get_yticklabels()):
        tick.set_fontweight("bold" if row is None or row.sum_of else "normal")
    title(ax, ", ".join(filter(None, [table.title or table.id, unit])), 0.6 * inches)
    return finish(ax)


def find_table(plan: Plan, table: Union[Table, str, None]) -> Table:
    tables = plan.budget.tables if plan.budget is not None else ()
    if not tables:
        raise NothingToDraw("the plan's budget has no tables")
    for each in tables:
        if table is None or table == each or table == each.id:
            return each
    known = ", ".join(repr(each.id) for each in tables)
    raise ValueError(f"the budget has no table {table!r}, but {known}")


def find_lines(
    plan: Plan, table: Table, labels: List[str], unit: Optional[str], words: Words
) -> Tuple[List[Line], List[float]]:
    """The lines from the top, and the middle of each group of them."""
    sums = {
        each.index: each
        for each in relations(plan)
        if each.kind == "column" and each.owner == table
    }
    columns = range(len(table.columns))
    lines: List[Line] = []
    centres: List[float] = []
    top = 0.0
    for row, label in zip(table.rows, labels):
        height = max(len(columns), (label.count("\n") + 1) * LINE / PITCH)
        first = top + (height - len(columns)) / 2
        lines += [figure_line(row, i, first + i, sums.get(i), unit, words) for i in columns]
        centres.append(top + (height - 1) / 2)
        top += height + SPACE
    for i in columns:
        lines[i].text += f"  {name_of(table, i)}"
    if table.total:
        totals = [total_line(table, i, top + i, sums.get(i), words) for i in columns]
    else:
        totals = [Line(top, 0, words["not_stated"], is_total=True)]
    centres.append(top + (len(totals) - 1) / 2)
    return lines + totals, centres


def figure_line(
    row: Row, column: int, y: float, sum: Optional[Relation], unit: Optional[str], words: Words
) -> Line:
    figure = row.values[column] if column < len(row.values) else None
    value = should_be = None if figure is None else in_unit(figure, unit)
    missing = None if sum is None else sum.missing
    if sum is not None and missing is not None and (missing.element, missing.item) == (row, column):
        should_be = sum.missing_value
    line = Line(y, column, write(figure, should_be, words), is_sum=bool(row.sum_of))
    line.value = None if value is None else float(value)
    return line


def total_line(table: Table, column: int, y: float, sum: Optional[Relation], words: Words) -> Line:
    figure = table.total[column] if column < len(table.total) else None
    if figure is None or not figure:
        text = f"{words['not_stated']}  {name_of(table, column)}"
        return Line(y, column, text, is_total=True)
    text = f"{write(figure, figure.value, words)}  {name_of(table, column)}"
    if sum is not None:
        text += f": {words[sum.verdict]}"
    if sum is not None and sum.numbers is not None and sum.verdict != "exact":
        text += f", {words['rows_give']} {words.number(sum.numbers.sum)}"
    is_wrong = sum is not None and sum.verdict == "impossible"
    return Line(y, column, text, is_total=True, is_wrong=is_wrong)


def name_of(table: Table, column: int) -> str:
    return wrap(table.columns[column].label or table.columns[column].id, COLUMN, most=1)


def draw(ax: Axes, line: Line, shade: str) -> None:
    if line.value is not None:
        look: Dict[str, Any] = {"facecolor": shade, "edgecolor": "white", "linewidth": 0}
        if line.is_sum:
            look = {"facecolor": "white", "edgecolor": shade, "linewidth": 1.2}
        ax.barh(line.y, line.value, 0.86, hatch="////" if line.is_left else "", **look)
    emphasis = {"color": RED, "fontweight": "bold"} if line.is_wrong else {}
    at = ax.get_xlim()[0] if line.is_total else line.value or 0.0
    note(ax, at, line.y, line.text, line.is_left, **emphasis)


def shades_of(table: Table) -> List[str]:
    """A colour for each column: the newest has the darkest."""
    from matplotlib.colors import to_hex, to_rgb

    columns = range(len(table.columns))
    order = sorted(columns, key=lambda i: table.columns[i].period.start or date.min, reverse=True)
    shades = [""] * len(order)
    for rank, column in enumerate(order):
        white = 0.65 * rank / max(len(order) - 1, 1)
        red, green, blue = (part + (1 - part) * white for part in to_rgb(BLUE))
        shades[column] = to_hex((red, green, blue))
    return shades
