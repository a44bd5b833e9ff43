"""What an indicator's panel shows, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, List, Optional

from ..engines import Track, tracks
from .words import Words, in_unit, write

if TYPE_CHECKING:
    from ..elements import Indicator, Observation, Target
    from ..plan import Plan
    from ..values import Period, Quantity

_DAYS = 365.2425


@dataclass(frozen=True)
class Scale:
    """What a panel's axis measures: numbers in a unit, or whether the answer is yes."""

    unit: Optional[str]
    is_answer: bool


@dataclass(frozen=True)
class Point:
    """An outcome: when, in years; what, where yes is 1 and no is 0; and how it is written."""

    x: float
    y: float
    text: str
    period: str
    is_partial: bool
    method_changed: bool
    women: Optional[float]
    men: Optional[float]


@dataclass(frozen=True)
class Goal:
    """The values that meet a target, from low to high; None for no end."""

    low: Optional[float]
    high: Optional[float]


@dataclass(frozen=True)
class Panel:
    name: str
    status: str
    target: str
    #: By time.
    points: List[Point]
    goal: Optional[Goal]
    #: When the target should be reached, in years and as written.
    due: Optional[float]
    due_text: str


def find_panels(plan: Plan, words: Words) -> List[Panel]:
    return [_panel(track, words) for track in tracks(plan)]


def _panel(track: Track, words: Words) -> Panel:
    indicator, target = track.indicator, track.indicator.target
    scale = _scale(indicator)
    found = [_point(each, scale, words) for each in indicator.observations]
    points = sorted((point for point in found if point is not None), key=lambda point: point.x)
    stated = sum(bool(each.value) for each in indicator.observations)
    text = words["no_target"] if target is None else _target_text(target, words)
    text += _sexes(indicator, words)
    if stated > len(points):
        text += f". {stated - len(points)} {words['unplaced']}"
    goal = None if target is None else _goal(target, track, scale)
    return Panel(
        name=_name(indicator),
        status=track.status,
        target=text,
        points=points,
        goal=goal,
        due=None if target is None or goal is None else middle(target.period),
        due_text="" if target is None else str(target.period),
    )


def _name(indicator: Indicator) -> str:
    """With its unit, unless the name has the same words."""
    unit = (indicator.unit or "").casefold()
    name = indicator.name.casefold()
    is_said = all(word in name for word in unit.split())
    return indicator.name if is_said else f"{indicator.name.strip()}, {indicator.unit}"


def _scale(indicator: Indicator) -> Scale:
    """As most outcomes have it."""
    figures = [each.value for each in indicator.observations]
    answers = sum(figure.state in ("yes", "no") for figure in figures)
    numbers = [figure for figure in figures if figure.state == "number"]
    units = (figure.unit for figure in numbers if figure.unit)
    return Scale(next(units, None), answers > len(numbers))


def _sexes(indicator: Indicator, words: Words) -> str:
    """The last outcomes for women and men."""
    dated = [
        each for each in indicator.observations if each.period.end and (each.women or each.men)
    ]
    if not dated:
        return ""
    last = max(dated, key=lambda each: each.period.end or date.min)
    parts = [
        f"{words[sex]} {_written(figure, words)}"
        for sex, figure in (("women", last.women), ("men", last.men))
        if figure
    ]
    return f". {last.period}: {', '.join(parts)}"


def middle(period: Period) -> Optional[float]:
    """Of the period, in years; None when its days are not known."""
    if period.start is None or period.end is None:
        return None
    return (period.start.toordinal() + period.end.toordinal() + 1) / 2 / _DAYS


def _point(observation: Observation, scale: Scale, words: Words) -> Optional[Point]:
    x, y = middle(observation.period), _number(observation.value, scale)
    if x is None or y is None:
        return None
    return Point(
        x=x,
        y=y,
        text=_written(observation.value, words, scale.unit),
        period=str(observation.period),
        is_partial=_is_partial(observation),
        method_changed=observation.method_changed,
        women=_number(observation.women, scale),
        men=_number(observation.men, scale),
    )


def _is_partial(observation: Observation) -> bool:
    period, covers = observation.period, observation.covers
    if period.start is None or period.end is None or covers.start is None or covers.end is None:
        return bool(covers)
    return covers.start > period.start or covers.end < period.end


def _number(figure: Quantity, scale: Scale) -> Optional[float]:
    """Where the figure lies on the panel's axis; None when it has no place there."""
    if scale.is_answer or figure.state in ("yes", "no"):
        answers = {"yes": 1.0, "no": 0.0}
        return answers.get(figure.state) if scale.is_answer else None
    # A unit that libvp does not know, written with the number, is none.
    value = figure.value if figure.unit is None else in_unit(figure, scale.unit)
    return None if value is None else float(value)


def _written(figure: Quantity, words: Words, unit: Optional[str] = None) -> str:
    """In that unit, or else in its own."""
    if figure.state in ("yes", "no"):
        return words[figure.state]
    value = None if unit is None else in_unit(figure, unit)
    text = write(figure, figure.value if value is None else value, words)
    is_bare = figure.unit == "%" and "%" not in text
    return text + words["percent"] if is_bare else text


def _goal(target: Target, track: Track, scale: Scale) -> Optional[Goal]:
    """None where the target is no value, or none that has a place on the axis."""
    if target.at_least or target.at_most:
        low, high = _number(target.at_least, scale), _number(target.at_most, scale)
        return None if low is None and high is None else Goal(low, high)
    pair = (target.equal, target.equal) if target.equal else target.between
    if len(pair) == 2:
        low, high = (_number(figure, scale) for figure in pair)
        return None if low is None or high is None else Goal(low, high)
    baseline = None if track.baseline is None else _number(track.baseline.value, scale)
    by = None if baseline is None else _change(target, baseline, scale)
    if baseline is None or by is None:
        return None
    return Goal(baseline + by, None) if target.increase_from else Goal(None, baseline - by)


def _change(target: Target, baseline: float, scale: Scale) -> Optional[float]:
    """By how much a relative target asks the baseline to change."""
    changes: List[Optional[float]] = [0.0]
    if target.by:
        is_points = scale.unit == "%" and target.by.unit == "procentenheter"
        changes.append(_number(target.by, Scale(target.by.unit, False) if is_points else scale))
    if target.by_percent:
        share = target.by_percent.value
        changes.append(None if share is None else abs(baseline) * float(share) / 100)
    known = [change for change in changes if change is not None]
    return max(known) if len(known) == len(changes) else None


def _target_text(target: Target, words: Words) -> str:
    due = f"{words['target']} {target.period}".rstrip()
    for limit in ("at_least", "at_most"):
        if getattr(target, limit):
            return f"{due}: {words[limit]} {_written(getattr(target, limit), words)}"
    if target.equal:
        return f"{due}: {_written(target.equal, words)}"
    if len(target.between) == 2:
        low, high = (_written(each, words) for each in target.between)
        return f"{due}: {words['between']} {low} {words['and']} {high}"
    for change in ("increase_from", "decrease_from"):
        if getattr(target, change):
            text = f"{due}: {words[change]} {getattr(target, change)}"
            by = _by(target, words)
            return f"{text} {words['by']} {by}" if by else text
    if target.function is not None:
        return f"{due}: {words['function']} {target.function}"
    if target.trend is not None:
        return f"{due}: {words[target.trend]}"
    return words["no_goal"] if target.follow else words["no_target"]


def _by(target: Target, words: Words) -> str:
    if target.by:
        return _written(target.by, words)
    if not target.by_percent:
        return ""
    text = _written(target.by_percent, words)
    return text if "%" in text else text + words["percent"]
