"""Tables of amounts as the page shows them, with a verdict on every sum."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, List, Optional

from ..elements import Table
from ..values import Quantity
from .findings import Mark, Marks
from .places import name, source
from .verdicts import Verdict, Verdicts
from .words import Words

#: Wider tables are shown in parts that fit on a page.
MOST_COLUMNS = 6


@dataclass(frozen=True)
class Cell:
    text: str = ""
    marks: List[Mark] = field(default_factory=list)
    verdicts: List[Verdict] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    label: str
    cells: List[Cell]
    is_sum: bool = False
    marks: List[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class TablePart:
    #: "columns 1–6 of 14"; "" for a whole table.
    which: str
    head: List[str]
    rows: List[Line]
    #: None when the table states no sums.
    total: Optional[Line]


@dataclass(frozen=True)
class TableView:
    title: str
    unit: str
    source: Optional[str]
    #: The table, or its columns in turn.
    parts: List[TablePart]


@dataclass(frozen=True)
class Ledger:
    """What is known of a budget's figures."""

    verdicts: Verdicts
    marks: Marks
    words: Words

    def cell(self, figure: Quantity, path: str, unit: str, signed: bool = False) -> Cell:
        """The figure with that JSON Pointer, in a table of that unit."""
        text = self.words.quantity(figure, unit, signed) if figure else self.words["missing"]
        return Cell(text, self.marks.at(path), self.verdicts.at(path))


def table_view(table: Table, budget_unit: str, ledger: Ledger) -> TableView:
    words, unit = ledger.words, table.unit or budget_unit

    def cells(owner: Any, key: str) -> List[Cell]:
        figures = getattr(owner, key)[: len(table.columns)]
        known = [ledger.cell(f, f"{owner.path}/{key}/{i}", unit) for i, f in enumerate(figures)]
        return known + [Cell()] * (len(table.columns) - len(known))

    rows = [
        Line(
            row.label,
            cells(row, "values"),
            is_sum=bool(row.sum_of),
            marks=ledger.marks.at(row.path) + ledger.marks.at(f"{row.path}/values"),
        )
        for row in table.rows
    ]
    total = Line(words["total"], cells(table, "total"), is_sum=True) if table.total else None
    head = [name(column) for column in table.columns]
    return TableView(name(table), unit, source(table, words), _parts(head, rows, total, words))


def _parts(
    head: List[str], rows: List[Line], total: Optional[Line], words: Words
) -> List[TablePart]:
    if len(head) <= MOST_COLUMNS:
        return [TablePart("", head, rows, total)]
    return [
        TablePart(
            which=words.say("columns", str(start + 1), str(end), str(len(head))),
            head=head[start:end],
            rows=[_cut(row, start, end) for row in rows],
            total=_cut(total, start, end) if total is not None else None,
        )
        for start in range(0, len(head), MOST_COLUMNS)
        for end in [min(start + MOST_COLUMNS, len(head))]
    ]


def _cut(line: Line, start: int, end: int) -> Line:
    return replace(line, cells=line.cells[start:end])
