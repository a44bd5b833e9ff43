"""The indicators as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import List, Optional, Tuple

from ..elements import Observation, Target
from ..engines import Estimate, Track, tracks
from ..plan import Plan
from ..values import Period
from .findings import Mark, Marks
from .words import Words

#: Earlier periods are left out.
MOST_PERIODS = 5
_SYMBOLS = {
    "met": "✓",
    "better": "▲",
    "unchanged": "=",
    "worse": "▼",
    "not_met": "✗",
    "following": "○",
    "not_yet_measurable": "…",
    "method_changed": "≠",
    "not_comparable": "≠",
    "not_measured": "–",
}


@dataclass(frozen=True)
class Status:
    kind: str
    symbol: str
    word: str


@dataclass(frozen=True)
class IndicatorView:
    id: str
    name: str
    unit: str
    #: One for each period.
    outcomes: List[str]
    change: str
    target: str
    status: Status
    marks: List[Mark]


@dataclass(frozen=True)
class ForecastView:
    name: str
    outcomes: str
    per_year: str
    period: str
    forecast: str
    target: str


@dataclass(frozen=True)
class IndicatorsView:
    indicators: List[IndicatorView]
    periods: List[str]
    forecasts: List[ForecastView]
    #: How many have each status, and its word, the best first.
    statuses: List[Tuple[Status, int]]
    legend: List[str]
    is_measured: bool

    def number(self, *kinds: str) -> int:
        return sum(count for status, count in self.statuses if status.kind in kinds)


def indicators_view(plan: Plan, marks: Marks, words: Words) -> IndicatorsView:
    found = tracks(plan)
    periods = _periods(plan)
    shown = [_indicator(track, periods[-MOST_PERIODS:], marks, words) for track in found]
    counts = [
        (status, sum(indicator.status == status for indicator in shown))
        for status in (_status(kind, words) for kind in _SYMBOLS)
    ]
    texts = [text for indicator in shown for text in indicator.outcomes]
    legend = [
        words["partial"] if any(text.endswith("*") for text in texts) else "",
        words["method_mark"] if any("†" in text for text in texts) else "",
        words["earlier"] if len(periods) > MOST_PERIODS else "",
    ]
    return IndicatorsView(
        indicators=shown,
        periods=[words.period(period) for period in periods[-MOST_PERIODS:]],
        forecasts=[_forecast(track, words) for track in found if track.slope is not None],
        statuses=[(status, count) for status, count in counts if count > 0],
        legend=[text for text in legend if text],
        is_measured=any(text for text in texts),
    )


def _status(kind: str, words: Words) -> Status:
    return Status(kind, _SYMBOLS[kind], words[kind])


def _periods(plan: Plan) -> List[Period]:
    """All that are observed, by when they end; those of which that is unknown first."""
    found = {
        observation.period.text: observation.period
        for indicator in plan.indicators
        for observation in indicator.observations
        if observation.period
    }
    return sorted(found.values(), key=lambda p: (p.end.isoformat() if p.end else "", p.text or ""))


def _indicator(track: Track, periods: List[Period], marks: Marks, words: Words) -> IndicatorView:
    indicator = track.indicator
    observed = {observation.period.text: observation for observation in indicator.observations}
    return IndicatorView(
        id=indicator.id,
        name=indicator.name,
        unit=indicator.unit or "",
        outcomes=[_outcome(observed.get(period.text), words) for period in periods],
        change="" if track.change is None else words.number(track.change, signed=True),
        target=target(indicator.target, words),
        status=_status(track.status, words),
        marks=marks.within(indicator.path),
    )


def _outcome(observation: Optional[Observation], words: Words) -> str:
    if observation is None or not observation.value:
        return ""
    text = words.quantity(observation.value)
    return text + "†" * observation.method_changed + "*" * _is_partial(observation)


def _is_partial(observation: Observation) -> bool:
    covers, period = observation.covers, observation.period
    if not covers:
        return False
    if covers.start is None or covers.end is None or period.start is None or period.end is None:
        return covers.text != period.text
    return covers.start > period.start or covers.end < period.end


def target(given: Optional[Target], words: Words) -> str:
    """As the plan words it, or else composed."""
    if given is None:
        return words["no_target"]
    if given.text:
        return given.text
    if given.between:
        return "–".join(words.quantity(end) for end in given.between)
    for key in ("at_least", "at_most"):
        if getattr(given, key):
            return f"{words[key]} {words.quantity(getattr(given, key))}"
    if given.equal:
        return words.quantity(given.equal)
    for key in ("increase_from", "decrease_from"):
        if getattr(given, key):
            return f"{words[key]} {words.period(getattr(given, key))}{_by(given, words)}"
    if given.function is not None:
        return f"{words['function']} {given.function}"
    return words[given.trend] if given.trend else words["follow"]


def _by(given: Target, words: Words) -> str:
    amount = given.by or given.by_percent
    return f" {words['by']} {words.quantity(amount)}" if amount else ""


def _forecast(track: Track, words: Words) -> ForecastView:
    unit, digit, has_forecast = track.trend_unit, _digit(track.latest), track.forecast is not None
    meets = track.forecast_meets
    return ForecastView(
        name=track.indicator.name,
        outcomes=words.whole(track.trend_count),
        per_year=_estimate(track.slope, None if unit == "%" else unit, digit, True, words),
        period=words.period(track.target.period) if has_forecast and track.target else "",
        forecast=_estimate(track.forecast, unit, digit, False, words),
        target=words[f"forecast_{meets}"] if meets else "",
    )


def _digit(latest: Optional[Observation]) -> int:
    """One digit more than the outcome is printed with."""
    value = None if latest is None else latest.value.value
    return -1 if value is None else int(value.as_tuple().exponent) - 1


def _estimate(
    given: Optional[Estimate], unit: Optional[str], digit: int, signed: bool, words: Words
) -> str:
    if given is None:
        return ""
    value, low, high = (
        None if x is None else words.amount(_rounded(x, digit), unit, signed) for x in given
    )
    return f"{value} ({low} {words['to']} {high})" if low is not None else str(value)


def _rounded(value: float, digit: int) -> Decimal:
    return Decimal(f"{round(value, -digit):.{max(-digit, 0)}f}")
