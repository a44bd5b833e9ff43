"""A reconciled table as notebooks show it: doubted figures marked, and below it why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Dict, Iterable, List, NamedTuple, Optional

from .correct import restate
from .sentences import Speaker

if TYPE_CHECKING:
    from .result import Reconciliation

_MOST_ROWS = 40

_LEFT = "text-align: left"
_RIGHT = "text-align: right; white-space: nowrap; padding: 2px 8px"
_TOTAL = "; border-top: 1px solid"
_GAP = f'<tr><th style="{_LEFT}">…</th></tr>'
#: Readable on a light and on a dark page.
_STYLES = {
    "corrected": "background: #f9dedc; color: #410e0b",
    "doubted": "background: #ffefc2; color: #3d2e00",
    "missing": "background: #dbe9f6; color: #12304a; font-style: italic",
    "broken": "box-shadow: inset 0 -2px #b3261e",
}


class _Mark(NamedTuple):
    style: str
    #: What it says when it is pointed at.
    why: str
    #: What stands in the cell, as HTML; empty for the figure as it is.
    html: str = ""


def marked_table(result: Reconciliation) -> str:
    table, marks = result._table, _marks(result, Speaker(result, result._language))
    figures, width = table.figures, len(table.figures.columns)
    totals = {one.total for one in table.sums if one.kind == "column"}
    rows, behind = [], 0
    for row in _shown(len(figures.rows), {cell // width for cell in marks}, totals):
        if row > behind:
            rows.append(_GAP)
        first, line = row * width, _TOTAL if row in totals else ""
        cells = (_cell(figures.text(i), marks.get(i), line) for i in range(first, first + width))
        rows.append(_row(figures.rows.texts[row], cells, line))
        behind = row + 1
    if behind < len(figures.rows):
        rows.append(_GAP)
    heads = (f'<th style="{_RIGHT}">{escape(text)}</th>' for text in figures.columns.texts)
    return (
        f"<table><thead>{_row('', heads)}</thead><tbody>{''.join(rows)}</tbody></table>"
        f"{_explanation(result)}"
    )


def _row(label: str, cells: Iterable[str], style: str = "") -> str:
    return f'<tr><th style="{_LEFT}{style}">{escape(label)}</th>{"".join(cells)}</tr>'


def _shown(count: int, marked: Iterable[int], totals: Iterable[int]) -> List[int]:
    """All rows, or those with marks, the totals, and as many of the others as there is room for."""
    rows = dict.fromkeys([*sorted(marked), *sorted(totals), *range(min(count, _MOST_ROWS))])
    return sorted(list(rows)[:_MOST_ROWS])


def _marks(result: Reconciliation, say: Speaker) -> Dict[int, _Mark]:
    """The most telling mark of each cell."""
    marks: Dict[int, _Mark] = {}
    for index, given in enumerate(result._table.judgements):
        if given["verdict"] in ("impossible", "doubtful"):
            marks[given["total"]] = _Mark("broken", say.relation(index))
    for gap in result.gaps:
        value = "?" if gap.value is None else say.number(gap.value)
        marks[gap.cell] = _Mark("missing", say.gap(gap), escape(value))
    for fault in result.faults:
        for explanation in reversed(fault.likeliest):
            for one in explanation.corrections:
                if one.cell is not None:
                    marks[one.cell] = _Mark("doubted", say.correction(one))
        for one in fault.corrections:
            if one.cell is not None and one.value is not None:
                printed = result._table.figures.text(one.cell)
                html = f"<s>{escape(printed)}</s> <b>{escape(restate(printed, one.value))}</b>"
                marks[one.cell] = _Mark("corrected", say.correction(one, "is"), html)
    return marks


def _cell(text: str, mark: Optional[_Mark], line: str) -> str:
    if mark is None:
        return f'<td style="{_RIGHT}{line}">{escape(text)}</td>'
    style = f"{_RIGHT}{line}; {_STYLES[mark.style]}"
    return f'<td style="{style}" title="{escape(mark.why)}">{mark.html or escape(text)}</td>'


def _explanation(result: Reconciliation) -> str:
    """Its lines, those within a fault set in."""
    verdict, *lines = result.explain().split("\n")
    items = []
    for line in lines:
        inset = "; margin-left: 2em" if line.startswith("  ") else ""
        items.append(f'<div style="{_LEFT}{inset}">{escape(line.strip())}</div>')
    return f'<div style="{_LEFT}"><b>{escape(verdict)}</b></div>{"".join(items)}'
