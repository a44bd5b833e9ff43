"""What is wrong with a table, and how it probably came about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Dict, List, Optional, Tuple

from .. import _vp
from ..values import Interval, make_interval
from .axis import Label
from .table import Table


@dataclass(frozen=True)
class Correction:
    """A figure that may be wrong, and what it should then be."""

    #: Where it stands; of a slip that is no figure's own, such as a row left out: the sum.
    row: Label
    column: Label
    #: The figure's number, row by row from 0; None when the slip is no figure's own.
    cell: Optional[int]
    unit: Optional[str]
    printed: Optional[Decimal]
    #: None when nothing says what it should be.
    value: Optional[Decimal]
    #: Where the true value must then lie.
    interval: Interval
    #: How it came about, such as "digit left out".
    slip: str
    #: The slip does not say the last digits: the value is only the likeliest.
    is_rough: bool

    @property
    def is_certain(self) -> bool:
        """Whether it says which figure should be what."""
        return self.cell is not None and self.value is not None and not self.is_rough

    @property
    def place(self) -> Tuple[Optional[int], Label, Label]:
        """What tells it apart from corrections elsewhere."""
        return self.cell, self.row, self.column

    @property
    def is_missing_row(self) -> bool:
        """Whether the value is that of a row which the table lacks."""
        return self.slip == "row left out" and self.value is not None


@dataclass(frozen=True)
class Explanation:
    """Figures that are wrong together."""

    corrections: Tuple[Correction, ...]
    #: From 1; explanations that cannot be told apart have the same.
    rank: int
    #: Less is likelier; one more is e times less likely.
    cost: float


@dataclass(frozen=True)
class Fault:
    """Sums that do not hold, for one reason."""

    #: Their labels in ``relations``.
    relations: Tuple[int, ...]
    #: The likeliest first.
    explanations: Tuple[Explanation, ...]
    #: It may be rounding all the same.
    is_doubtful: bool
    #: The first explanation's figures are far likelier than all others.
    cells_decided: bool
    #: And so are its values.
    is_decided: bool
    #: There are more explanations.
    has_more: bool
    #: The search was stopped: there may be better explanations.
    was_stopped: bool

    @property
    def corrections(self) -> Tuple[Correction, ...]:
        """What corrects it, when that is plain: else nothing."""
        first = self.explanations[0].corrections if self.is_decided else ()
        return first if all(correction.is_certain for correction in first) else ()

    @property
    def likeliest(self) -> Tuple[Explanation, ...]:
        """The explanations that cannot be told apart from the first."""
        return tuple(one for one in self.explanations if one.rank == 1)


def faults_of(table: Table) -> Tuple[Fault, ...]:
    count = _vp.localization_fault_count(table.localization)
    return tuple(_fault(table, _vp.localization_fault(table.localization, i)) for i in range(count))


def _fault(table: Table, given: Dict[str, Any]) -> Fault:
    del given["sets"]
    explanations = tuple(
        Explanation(
            tuple(_correction(table, **correction) for correction in explanation["corrections"]),
            explanation["rank"],
            explanation["cost"],
        )
        for explanation in given.pop("explanations")
    )
    return Fault(explanations=explanations, **given)


def _correction(
    table: Table,
    cell: Optional[int],
    other: Optional[int],
    printed: Decimal,
    interval: Any,
    **given: Any,
) -> Correction:
    place = cell if cell is not None else other
    assert place is not None
    row, column = table.figures.labels(place)
    unit = table.unit_of(place)
    return Correction(
        row=row,
        column=column,
        cell=cell,
        unit=unit,
        printed=printed if cell is not None else None,
        interval=make_interval(interval, unit),
        **given,
    )


@dataclass(frozen=True)
class Gap:
    """A figure that is missing."""

    row: Label
    column: Label
    cell: int
    unit: Optional[str]
    #: What the sums say that it is; None when they do not.
    value: Optional[Decimal]
    #: Where it must lie; empty when the sums contradict each other.
    interval: Interval
    #: Cells that are only determined together, this one among them; else empty.
    group: Tuple[int, ...]

    @property
    def is_contradicted(self) -> bool:
        """Whether no figure fits all sums."""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None:
            return False
        is_open = self.interval.low_open or self.interval.high_open
        return low > high or (low == high and is_open)

    @property
    def how(self) -> str:
        if self.value is not None:
            return "computed"
        if self.is_contradicted:
            return "contradicted"
        return "jointly" if len(self.group) > 1 else "undetermined"


def gaps_of(table: Table) -> Tuple[Gap, ...]:
    count = _vp.localization_gap_count(table.localization)
    found = [_vp.localization_gap(table.localization, i) for i in range(count)]
    members: Dict[int, List[int]] = {}
    for gap in found:
        members.setdefault(gap["group"], []).append(gap["cell"])
    groups = {group: tuple(cells) if group else () for group, cells in members.items()}
    return tuple(_gap(table, gap, groups[gap["group"]]) for gap in found)


def _gap(table: Table, given: Dict[str, Any], group: Tuple[int, ...]) -> Gap:
    cell, unit = given["cell"], given["unit"]
    interval = make_interval(given["interval"], unit)
    return Gap(*table.figures.labels(cell), cell, unit, given["value"], interval, group)
