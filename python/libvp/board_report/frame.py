"""The budget frame as the page shows it: from last year's over its changes to this year's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import List, Optional

from ..elements import Change, Frame, FrameAmount
from ..plot.words import in_unit
from .places import source
from .tables import Cell, Ledger, Line
from .verdicts import Verdict
from .words import Words, lines


@dataclass(frozen=True)
class FrameView:
    unit: str
    source: Optional[str]
    #: A line has the change and the level behind it.
    rows: List[Line]
    closing: Line
    verdict: Optional[Verdict]
    #: This year's frame and last year's, and what is between them; "" where that is unknown.
    now: str
    before: str
    change: str
    period: str
    earlier: str


def frame_view(frame: Frame, budget_unit: str, ledger: Ledger) -> FrameView:
    words = ledger.words
    unit = budget_unit or frame.closing.amount.unit or ""
    now, before = (in_unit(end.amount, unit) for end in (frame.closing, frame.opening))
    moved = None if now is None or before is None else now - before
    return FrameView(
        unit=unit,
        source=source(frame, words),
        rows=[_end("opening", frame.opening, unit, ledger), *_changes(frame, unit, ledger)],
        closing=_end("closing", frame.closing, unit, ledger),
        verdict=next(iter(ledger.verdicts.at(f"{frame.closing.path}/amount")), None),
        now=words.quantity(frame.closing.amount),
        before=words.quantity(frame.opening.amount),
        change=words.amount(moved, unit, signed=True) if moved else "",
        period=words.period(frame.closing.period),
        earlier=words.period(frame.opening.period),
    )


def _end(word: str, end: FrameAmount, unit: str, ledger: Ledger) -> Line:
    words = ledger.words
    label = " ".join(lines(words[word], words.period(end.period)))
    cell = ledger.cell(end.amount, f"{end.path}/amount", unit)
    return Line(label, [Cell(), cell], is_sum=True, marks=ledger.marks.at(end.path))


def _changes(frame: Frame, unit: str, ledger: Ledger) -> List[Line]:
    rows = []
    level = in_unit(frame.opening.amount, unit)
    for change in frame.changes:
        amount = in_unit(change.amount, unit)
        level = None if level is None or amount is None else level + amount
        rows.append(_change(change, level, unit, ledger))
    return rows


def _change(change: Change, level: Optional[Decimal], unit: str, ledger: Ledger) -> Line:
    cell = ledger.cell(change.amount, f"{change.path}/amount", unit, signed=True)
    behind = Cell("" if level is None else ledger.words.number(level))
    return Line(change.label, [cell, behind], marks=ledger.marks.at(change.path))
