"""The budget frame as a bridge: from last year's frame over its changes to this year's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from ..engines import Relation, relations
from ..extras import need
from .paper import BLUE, FAINT, GREY, INK, LINE, ORANGE, SMALL, VERMILLION, NothingToDraw
from .paper import axes, bare, finish, fit, lines_in, note, number_axis, title, width_of, wrap
from .words import Words, in_unit, words_of, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ..elements import Frame
    from ..plan import Plan

__all__ = ["budget_bridge"]

#: The axis is cut where the levels lie in a smaller part of what it would show from zero.
CUT_BELOW = 0.25
#: The height of a bar and of what is around it, in inches.
BAR, AROUND = 0.165, 0.085


@dataclass
class Step:
    """A row of the picture."""

    label: str
    text: str
    #: "pillar", "change", or the verdict on a remainder.
    kind: str
    #: Where its bar starts and ends; None when that is not known.
    bar: Optional[Tuple[float, float]]
    is_stated: bool = True

    @property
    def is_left(self) -> bool:
        """Whether its bar grows to the left, and its text stands there."""
        return self.bar is not None and self.bar[1] < self.bar[0]


def budget_bridge(plan: Plan, ax: Optional[Axes] = None, lang: Optional[str] = None) -> Axes:
    """Draws the budget frame (budgetramen): the opening, each change, the closing.

    Increases are dark, decreases light and hatched; each bar has its number. Where the changes are
    small beside the frame the axis is cut, and says so. What is left between the computed and the
    stated closing is a row of its own, with the verdict on it. An amount that is missing but
    determined by the others is dashed; behind one that is not, the levels are unknown and there
    are no bars.

    ValueError: the plan has no budget frame, or neither its opening nor its closing can be read.
    """
    need("matplotlib", "plots")
    words = words_of(plan, lang)
    frame = plan.budget.frame if plan.budget is not None else None
    if frame is None:
        raise NothingToDraw("the plan has no budget frame")
    relation = next(each for each in relations(plan) if each.kind == "frame")
    steps = find_steps(frame, relation, words)
    if not any(step.bar for step in steps):
        raise NothingToDraw("neither the opening nor the closing of the budget frame can be read")

    inches = width_of(ax)
    lines = 3 if ax is None else lines_in(ax, len(steps))
    labels = [wrap(step.label, 0.4 * inches, most=lines) for step in steps]
    pitch = AROUND + LINE * max(label.count("\n") + 1 for label in labels)
    pitch = max(pitch, BAR + AROUND)
    ax = axes(ax, 0.85 + pitch * len(steps))
    is_cut = set_limits(ax, steps, 0.55 * inches)
    ax.set_ylim(len(steps) - 0.4, -0.6)
    for row, step in enumerate(steps):
        draw(ax, row, step, BAR / pitch)
    connect(ax, steps, BAR / pitch)
    if is_cut:
        mark_cut(ax, steps, BAR / pitch)

    bare(ax, "bottom")
    ax.set_yticks(range(len(steps)), labels)
    number_axis(ax, words, 0.55 * inches)
    unit = relation.unit or ""
    ax.set_xlabel(words["cut_axis"] if is_cut else "", fontsize=SMALL, color=FAINT)
    years = "–".join(str(end.period) for end in (frame.opening, frame.closing) if end.period)
    name = f"{words['frame']} {years}".strip()
    title(ax, ", ".join(filter(None, [name, unit])), 0.6 * inches)
    return finish(ax)


def find_steps(frame: Frame, relation: Relation, words: Words) -> List[Step]:
    unit = relation.unit
    figures = [frame.opening.amount, *(each.amount for each in frame.changes), frame.closing.amount]
    amounts = [in_unit(figure, unit) for figure in figures]
    if amounts.count(None) == 1:
        amounts[amounts.index(None)] = relation.missing_value

    def step(index: int, label: str, start: Optional[Decimal], end: Optional[Decimal]) -> Step:
        is_change = 0 < index < len(figures) - 1
        text = write(figures[index], amounts[index], words, signed=is_change)
        bar = None if start is None or end is None else (float(start), float(end))
        is_stated = figures[index].state == "number"
        return Step(label, text, "change" if is_change else "pillar", bar, is_stated)

    zero = Decimal(0)
    level = amounts[0]
    steps = [step(0, f"{words['opening']} {frame.opening.period}", zero, level)]
    for index, change in enumerate(frame.changes, 1):
        amount = amounts[index]
        after = None if level is None or amount is None else level + amount
        steps.append(step(index, change.label, level, after))
        level = after
    closing = amounts[-1]
    if level is not None and closing is not None and level != closing:
        label = f"{words['remainder']}, {words[relation.verdict]}"
        text = words.number(closing - level, signed=True)
        steps.append(Step(label, text, relation.verdict, (float(level), float(closing))))
    steps.append(
        step(len(figures) - 1, f"{words['closing']} {frame.closing.period}", zero, closing)
    )
    return steps


def set_limits(ax: Axes, steps: List[Step], inches: float) -> bool:
    """Makes room for the bars and their numbers. Whether the axis had to be cut."""
    ends = [step.bar[1] for step in steps if step.bar is not None]
    low, high = min(ends), max(ends)
    farthest = max(abs(low), abs(high))
    is_cut = low * high > 0 and 0 < high - low < CUT_BELOW * farthest
    if is_cut:
        room = (high - low) / 4
        low, high = (low - room, high) if low > 0 else (low, high + room)
    else:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1
    notes = [(point(step, low), step.text, step.is_left) for step in steps]
    fit(ax, low, high, notes, inches)
    return is_cut


def point(step: Step, default: float) -> float:
    """Where the text stands: beside the end of a bar that grows to the left, or to the right."""
    if step.bar is None:
        return default
    return min(step.bar) if step.is_left else max(step.bar)


def draw(ax: Axes, row: int, step: Step, thickness: float) -> None:
    if step.bar is None:
        note(ax, ax.get_xlim()[0], row, step.text, color=FAINT)
        return
    start, end = step.bar
    ax.barh(row, end - start, thickness, start, **look(step))
    weight = "bold" if step.kind == "pillar" else "normal"
    note(ax, point(step, 0), row, step.text, step.is_left, fontweight=weight)


def look(step: Step) -> Dict[str, Any]:
    if step.kind == "impossible":
        return {"facecolor": "white", "edgecolor": VERMILLION, "hatch": "xxxx", "linewidth": 1.2}
    if step.kind not in ("pillar", "change"):
        return {"facecolor": "white", "edgecolor": INK, "hatch": "....", "linewidth": 0.8}
    colour = GREY if step.kind == "pillar" else ORANGE if step.is_left else BLUE
    if not step.is_stated:
        return {"facecolor": "white", "edgecolor": colour, "linestyle": "--", "linewidth": 1.4}
    hatch = "////" if colour == ORANGE else ""
    return {"facecolor": colour, "edgecolor": "white", "hatch": hatch, "linewidth": 0}


def mark_cut(ax: Axes, steps: List[Step], thickness: float) -> None:
    """Tears the axis, and the pillars, which are longer than what is seen of them."""
    from matplotlib.transforms import blended_transform_factory

    place = blended_transform_factory(ax.transAxes, ax.transData)
    pillars = {
        row: step.bar for row, step in enumerate(steps) if step.kind == "pillar" and step.bar
    }
    near = 0.035 if all(end > 0 for _, end in pillars.values()) else 0.965
    xs = [near + 0.008 * (-1) ** i for i in range(7)]
    for row in pillars:
        ys = [row + thickness * (i - 3) / 4.8 for i in range(7)]
        ax.plot(xs, ys, color="white", lw=2.5, transform=place)
    slash: Dict[str, Any] = {"marker": [(-1, 0), (1, 4)], "ms": 12, "color": FAINT, "ls": ""}
    ax.plot([near - 0.008, near + 0.008], [0, 0], **slash, transform=ax.transAxes, clip_on=False)


def connect(ax: Axes, steps: List[Step], thickness: float) -> None:
    for row, (step, following) in enumerate(zip(steps, steps[1:])):
        if step.bar is not None and following.bar is not None:
            ys = [row + thickness / 2, row + 1 - thickness / 2]
            ax.plot([step.bar[1]] * 2, ys, color=FAINT, lw=0.8)
