"""What an indicator's panel shows, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, List, Optional

from .engines import Track, tracks
from .words import Words, in_unit, write

if TYPE_CHECKING:
    from ..elements import Indicator, Observation, Target
    from ..plan import Plan
    from ..values import Period, Quantity

_DAYS = 365.2425


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
    unit = _unit(indicator)
    found = [_point(each, unit, words) for each in indicator.observations]
    points = sorted((point for point in found if point is not None), key=lambda point: point.x)
    stated = sum(bool(each.value) for each in indicator.observations)
    text = words["no_target"] if target is None else _target_text(target, words)
    text += _sexes(indicator, words)
    if stated > len(points):
        text += f". {stated - len(points)} {words['unplaced']}"
    goal = None if target is None else _goal(target, track)
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


def _unit(indicator: Indicator) -> Optional[str]:
    """That of the panel's axis."""
    return next((each.value.unit for each in indicator.observations if each.value.unit), None)


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


def _point(observation: Observation, unit: Optional[str], words: Words) -> Optional[Point]:
    x, y = middle(observation.period), _number(observation.value, unit)
    if x is None or y is None:
        return None
    return Point(
        x=x,
        y=y,
        text=_written(observation.value, words, unit),
        period=str(observation.period),
        is_partial=_is_partial(observation),
        method_changed=observation.method_changed,
        women=_number(observation.women, unit),
        men=_number(observation.men, unit),
    )


def _is_partial(observation: Observation) -> bool:
    period, covers = observation.period, observation.covers
    if period.start is None or period.end is None or covers.start is None or covers.end is None:
        return bool(covers)
    return covers.start > period.start or covers.end < period.end


def _number(figure: Quantity, unit: Optional[str]) -> Optional[float]:
    """Where the figure lies on the panel's axis; None when it has no place there."""
    if figure.state in ("yes", "no"):
        return 1.0 if figure.state == "yes" else 0.0
    # A unit of the plan's own is known to libvp as none.
    value = figure.value if figure.unit is None else in_unit(figure, unit)
    return None if value is None else float(value)


def _written(figure: Quantity, words: Words, unit: Optional[str] = None) -> str:
    """In that unit, or else in its own."""
    if figure.state in ("yes", "no"):
        return words[figure.state]
    value = None if unit is None else in_unit(figure, unit)
    text = write(figure, figure.value if value is None else value, words)
    is_bare = figure.unit == "%" and "%" not in text
    return text + words["percent"] if is_bare else text


def _goal(target: Target, track: Track) -> Optional[Goal]:
    unit = _unit(track.indicator)

    def number(figure: Quantity) -> Optional[float]:
        return _number(figure, unit)

    if target.at_least:
        return Goal(number(target.at_least), None)
    if target.at_most:
        return Goal(None, number(target.at_most))
    if target.equal:
        return Goal(number(target.equal), number(target.equal))
    if len(target.between) == 2:
        return Goal(number(target.between[0]), number(target.between[1]))
    baseline = None if track.baseline is None else number(track.baseline.value)
    if baseline is None:
        return None
    share = target.by_percent.value
    by = abs(baseline) * float(share) / 100 if share is not None else number(target.by) or 0.0
    return Goal(baseline + by, None) if target.increase_from else Goal(None, baseline - by)


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
