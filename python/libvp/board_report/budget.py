"""The budget as the page shows it: every table, and a verdict on every sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Dict, List, Optional, Tuple

from ..elements import Budget, Frame, Row, Table
from ..plan import Plan
from ..values import Quantity
from . import engines
from .findings import Mark, Marks
from .places import name, source
from .words import Words, lines

_SYMBOLS = {
    "exact": "✓",
    "rounding": "≈",
    "doubtful": "?",
    "impossible": "✗",
    "unknown": "–",
    "unit_mismatch": "≠",
    "overflow": "–",
}
NBSP = "\N{NO-BREAK SPACE}"
#: Wider tables are shown in parts that fit on a page.
MOST_COLUMNS = 6
_MONEY = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9}


@dataclass(frozen=True)
class Verdict:
    """kind: libvp's word for it, with "-" between words."""

    kind: str
    symbol: str
    word: str
    detail: str
    computed: str
    stated: str
    difference: str
    tolerance: str


@dataclass(frozen=True)
class Cell:
    text: str
    marks: List[Mark]
    verdicts: List[Verdict]


@dataclass(frozen=True)
class Line:
    label: str
    cells: List[Cell]
    is_sum: bool
    marks: List[Mark]


@dataclass(frozen=True)
class TableView:
    title: str
    unit: str
    source: Optional[str]
    #: The table, or its columns in turn.
    parts: List[TablePart]


@dataclass(frozen=True)
class TablePart:
    #: "columns 1–6 of 14"; "" for a whole table.
    which: str
    head: List[str]
    rows: List[Line]
    #: None when the table states no sums.
    total: Optional[Line]


@dataclass(frozen=True)
class TieView:
    label: str
    verdict: Verdict


@dataclass(frozen=True)
class FrameView:
    unit: str
    source: Optional[str]
    rows: List[Line]
    closing: Line
    verdict: Optional[Verdict]
    #: The frame and last year's, and what is between them.
    now: str
    before: str
    change: str
    period: str
    earlier: str


@dataclass(frozen=True)
class BudgetView:
    frame: Optional[FrameView]
    tables: List[TableView]
    ties: List[TieView]
    #: How many relations have each verdict, the worst first.
    verdicts: Dict[str, int]
    has_sums: bool


#: The verdicts on each figure that is a sum, by its JSON Pointer.
Verdicts = Dict[str, List[Tuple[str, Verdict]]]


def budget_view(plan: Plan, marks: Marks, words: Words) -> Optional[BudgetView]:
    budget = plan.budget
    if budget is None:
        return None
    relations, cells = engines.relations(plan)
    verdicts: Verdicts = {}
    ties: List[TieView] = []
    counts: Dict[str, int] = {}
    for relation in relations:
        if relation["kind"] == "share":
            continue
        verdict = _verdict(relation, words)
        counts[relation["verdict"]] = counts.get(relation["verdict"], 0) + 1
        if relation["kind"] == "tie":
            ties.append(TieView(_tie(relation["owner"]), verdict))
        else:
            path = _path(cells[relation["total"]])
            verdicts.setdefault(path, []).append((relation["kind"], verdict))
    return BudgetView(
        frame=_frame(budget.frame, budget, verdicts, marks, words) if budget.frame else None,
        tables=[_table(table, budget, verdicts, marks, words) for table in budget.tables],
        ties=ties,
        verdicts={kind: counts[kind] for kind in reversed(_SYMBOLS) if kind in counts},
        has_sums=bool(counts),
    )


def _path(cell: Dict[str, Any]) -> str:
    parts = [cell["element"].path, cell["field"], cell["item"]]
    return "/".join(str(part) for part in parts if part is not None)


def _verdict(relation: Dict[str, Any], words: Words) -> Verdict:
    kind, numbers = relation["verdict"], relation["numbers"]
    shown = Verdict(kind.replace("_", "-"), _SYMBOLS[kind], words[kind], "", "", "", "", "")
    if kind == "unknown" and relation["missing_value"] is not None:
        value = words.number(relation["missing_value"], relation["unit"])
        return replace(shown, detail=f"{words['should_be']}{NBSP}{value}")
    if not numbers:
        return shown
    shown = replace(
        shown,
        computed=words.number(numbers["sum"]),
        stated=words.number(numbers["stated"]),
        difference=words.number(numbers["difference"], signed=True),
        tolerance=_tolerance(relation, words),
    )
    if kind == "exact":
        return shown
    computed = f"{words['computed']}{NBSP}{shown.computed}"
    difference = f"{words['difference']}{NBSP}{shown.difference}"
    return replace(shown, detail=f"{computed}, {difference}")


def _tolerance(relation: Dict[str, Any], words: Words) -> str:
    worst = relation["numbers"]["worst_case"]
    if relation["adjusted"]:
        return words["adjusted"]
    return "" if worst is None else f"±{words.number(worst)}"


def _tie(tie: Any) -> str:
    if tie.label is not None:
        return str(tie.label)
    total = "".join(f" − {part[1:]}" if part[:1] == "-" else f" + {part}" for part in tie.sum)
    return " = ".join(lines(total[3:] if total[:3] == " + " else total.strip(), *tie.equal))


def _cell(
    figure: Quantity, path: str, unit: str, verdicts: Verdicts, marks: Marks, words: Words
) -> Cell:
    text = words.quantity(figure, unit) if figure else words["missing"]
    return Cell(text, marks.at(path), [verdict for _, verdict in verdicts.get(path, [])])


def _table(
    table: Table, budget: Budget, verdicts: Verdicts, marks: Marks, words: Words
) -> TableView:
    unit = table.unit or budget.unit or ""

    def line(label: str, owner: Any, field: str, is_sum: bool) -> Line:
        figures: Tuple[Quantity, ...] = getattr(owner, field)
        cells = [
            _cell(figure, f"{owner.path}/{field}/{i}", unit, verdicts, marks, words)
            for i, figure in enumerate(figures[: len(table.columns)])
        ]
        cells += [Cell("", [], [])] * (len(table.columns) - len(cells))
        return Line(label, cells, is_sum, [])

    rows = [
        replace(line(row.label, row, "values", bool(row.sum_of)), marks=_row_marks(row, marks))
        for row in table.rows
    ]
    total = line(words["total"], table, "total", True) if table.total else None
    head = [name(column) for column in table.columns]
    starts = range(0, len(head), MOST_COLUMNS) if head else [0]
    return TableView(
        title=name(table),
        unit=unit,
        source=source(table, words),
        parts=[_part(head, rows, total, start, words) for start in starts],
    )


def _part(
    head: List[str], rows: List[Line], total: Optional[Line], start: int, words: Words
) -> TablePart:
    end = min(start + MOST_COLUMNS, len(head))

    def cut(line: Line) -> Line:
        return replace(line, cells=line.cells[start:end])

    return TablePart(
        which=words["columns"].format(start + 1, end, len(head))
        if len(head) > MOST_COLUMNS
        else "",
        head=head[start:end],
        rows=[cut(row) for row in rows],
        total=cut(total) if total is not None else None,
    )


def _row_marks(row: Row, marks: Marks) -> List[Mark]:
    return marks.at(row.path) + marks.at(row.path + "/values")


def _frame(
    frame: Frame, budget: Budget, verdicts: Verdicts, marks: Marks, words: Words
) -> FrameView:
    unit = budget.unit or frame.closing.amount.unit or ""
    level = _in_unit(frame.opening.amount, unit)

    def line(label: str, part: Any, level: Optional[Decimal], is_change: bool) -> Line:
        cell = _cell(part.amount, f"{part.path}/amount", unit, {}, marks, words)
        text = words.quantity(part.amount, unit, is_change) if part.amount else words["missing"]
        cell = replace(cell, text=text)
        if not is_change:
            return Line(label, [Cell("", [], []), cell], True, marks.at(part.path))
        after = "" if level is None else words.number(level)
        return Line(label, [cell, Cell(after, [], [])], False, marks.at(part.path))

    rows = [line(_dated("opening", frame.opening, words), frame.opening, level, False)]
    for change in frame.changes:
        amount = _in_unit(change.amount, unit)
        level = None if level is None or amount is None else level + amount
        rows.append(line(change.label, change, level, True))
    judged = verdicts.get(f"{frame.closing.path}/amount", [])
    now, before = (_in_unit(end.amount, unit) for end in (frame.closing, frame.opening))
    moved = None if now is None or before is None else now - before
    return FrameView(
        unit=unit,
        source=source(frame, words),
        rows=rows,
        closing=line(_dated("closing", frame.closing, words), frame.closing, None, False),
        verdict=next((verdict for kind, verdict in judged if kind == "frame"), None),
        now=words.quantity(frame.closing.amount, ""),
        before=words.quantity(frame.opening.amount, ""),
        change=words.number(moved, unit, signed=True) if moved else "",
        period=words.period(frame.closing.period),
        earlier=words.period(frame.opening.period),
    )


def _dated(word: str, part: Any, words: Words) -> str:
    return " ".join(lines(words[word], words.period(part.period)))


def _in_unit(figure: Quantity, unit: str) -> Optional[Decimal]:
    """None when it has no value in that unit."""
    if figure.value is None or (figure.unit or unit) == unit:
        return figure.value
    if figure.unit not in _MONEY or unit not in _MONEY:
        return None
    return figure.value.scaleb(_MONEY[figure.unit] - _MONEY[unit])
