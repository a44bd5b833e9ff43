"""Numbers, intervals and periods as a plan prints them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from . import _vp

if TYPE_CHECKING:
    from ._vp import Date, IntervalTuple, PeriodTuple, QuantityTuple

__all__ = ["Interval", "Number", "Period", "Quantity"]


@dataclass(frozen=True)
class Interval:
    """Where a true value may lie: between two ends that may belong to it or not."""

    #: None when there is no end on this side.
    low: Optional[Decimal]
    high: Optional[Decimal]
    low_open: bool
    high_open: bool
    unit: Optional[str] = None

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (int, Decimal)):
            return False
        above = self.low is None or (value > self.low if self.low_open else value >= self.low)
        below = self.high is None or (value < self.high if self.high_open else value <= self.high)
        return above and below

    def __str__(self) -> str:
        low = "-∞" if self.low is None else self.low
        high = "∞" if self.high is None else self.high
        unit = f" {self.unit}" if self.unit else ""
        return f"{'(' if self.low_open else '['}{low}; {high}{')' if self.high_open else ']'}{unit}"


@dataclass(frozen=True)
class Number:
    """A number with its unit (None for none)."""

    value: Decimal
    unit: Optional[str] = None

    def __str__(self) -> str:
        return f"{self.value} {self.unit}" if self.unit else str(self.value)


@dataclass(frozen=True, repr=False)
class Quantity:
    """A number at its place in a plan, with the unit and the precision declared around it.

    What is no number stays what was written, and has no value.
    """

    #: "number", "missing", "yes", "no" or "unreadable".
    state: str
    #: With as many decimals as were printed; None unless the state is "number".
    value: Optional[Decimal]
    #: As written; None when nothing was.
    text: Optional[str]
    #: "mnkr", "%", "count", … or None.
    unit: Optional[str]
    #: "cirka", "drygt", "knappt", "över", "under", "at_least", "at_most" or None.
    qualifier: Optional[str]
    #: "rounded", "truncated", "adjusted" or "exact".
    rounding: str
    #: Where the true value may lie; None unless the state is "number".
    interval: Optional[Interval]

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Reads "231,2", "-2,3", "1 949 356 kr", "41,39 %", "cirka 10", "ja", …

        A decimal point and dots or commas between groups are not guessed at: "231.2" is unreadable.
        """
        return make_quantity(_vp.quantity_parse(text))

    def __bool__(self) -> bool:
        """Whether anything stands there."""
        return self.state != "missing"

    def __str__(self) -> str:
        return self.text or ""

    def __repr__(self) -> str:
        unit = f" {self.unit}" if self.unit and self.state == "number" else ""
        return f"<Quantity {self.text!r}{unit}>" if self else "<Quantity missing>"


@dataclass(frozen=True, repr=False)
class Period:
    """A year, a month, a day, a range of them, … or what was written instead of one."""

    #: "year", "half", "quarter", "month", "day", "range", "season", "placeholder", "impossible",
    #: "unreadable" or "missing".
    kind: str
    #: As written; None when nothing was.
    text: Optional[str]
    #: The first and the last day, when they are known; a season lies somewhere between them.
    start: Optional[date]
    end: Optional[date]

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads "2026", "2026-H1", "2026-Q3", "2026-03", "2025-01/2025-11", "våren 2026", …"""
        return make_period(_vp.period_parse(text))

    @property
    def known(self) -> bool:
        """Whether it has a first and a last day."""
        return self.start is not None

    def __bool__(self) -> bool:
        """Whether anything stands there."""
        return self.kind != "missing"

    def __str__(self) -> str:
        return self.text or ""

    def __repr__(self) -> str:
        return f"<Period {self.text!r}>" if self else "<Period missing>"


def make_date(given: Optional[Date]) -> Optional[date]:
    return date(*given) if given is not None else None


def make_period(given: PeriodTuple) -> Period:
    kind, text, first, last = given
    return Period(kind, text, make_date(first), make_date(last))


def make_interval(given: IntervalTuple, unit: Optional[str] = None) -> Interval:
    return Interval(*given, unit)


def make_quantity(given: QuantityTuple) -> Quantity:
    state, value, text, unit, qualifier, rounding, interval = given
    where = make_interval(interval, unit) if interval is not None else None
    return Quantity(state, value, text, unit, qualifier, rounding, where)
