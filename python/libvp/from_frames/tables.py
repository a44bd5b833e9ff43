"""Data frames as tables of a budget."""

from __future__ import annotations

import re
from typing import Any, Iterable, List, Optional, Union

from ..reconciliation.axis import TOTALS
from . import cells
from .ids import Ids
from .records import Book, Record, figures, take_id
from .sheet import Sheet, did_you_mean

#: The label of the row with the sums; None to recognise it, False for none.
Total = Union[str, bool, None]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def table(
    sheet: Sheet, book: Book, total: Total, label: Optional[str], decimals: Optional[int]
) -> Record:
    """Rows are called what the index says; where that only numbers them, what the column ``label``
    says, or else the first column of texts. A column "id" has their ids; all others, figures."""
    naming = _naming(sheet, label)
    ids = next((i for i, name in enumerate(sheet.names) if name == "id" and i != naming), None)
    places = [i for i in range(len(sheet.names)) if i not in (naming, ids)]
    if not places:
        raise sheet.error("it has no figures")
    labels = _labels(sheet, naming)
    values = _values(sheet, places, decimals)
    at = _total(sheet, labels, total)
    made: Record = {"id": book.ids.make(sheet.name, "table")}
    if made["id"] != sheet.name:
        made["title"] = sheet.name
    made["columns"] = _columns([sheet.names[place] for place in places])
    if at is not None:
        made["total"] = values.pop(at)
        del labels[at]
    rows = [row for i, row in enumerate(sheet.rows) if i != at]
    made["rows"] = [
        {"id": id, "label": label, "values": line}
        for id, label, line in zip(_row_ids(sheet, rows, ids, labels), labels, values)
    ]
    return made


def _labels(sheet: Sheet, naming: int) -> List[str]:
    labels = [sheet.read(row, naming, cells.text) for row in sheet.rows]
    for row, label in zip(sheet.rows, labels):
        if label is None:
            raise sheet.error("it has figures but no label", row, sheet.names[naming])
    return [label for label in labels if label is not None]


def _values(sheet: Sheet, places: List[int], decimals: Optional[int]) -> List[List[cells.Figure]]:
    """The figures of each row."""
    columns = [
        figures(sheet, [(row, place, None) for row in sheet.rows], decimals, cells.is_number)
        for place in places
    ]
    return [list(line) for line in zip(*columns)]


def _row_ids(sheet: Sheet, rows: List[int], column: Optional[int], labels: List[str]) -> List[str]:
    ids = Ids()
    given = [None if column is None else sheet.read(row, column, cells.text) for row in rows]
    for row, id in zip(rows, given):
        if id is not None:
            take_id(sheet, row, id, ids)
    return [id or ids.make(label, "row") for id, label in zip(given, labels)]


def _naming(sheet: Sheet, label: Optional[str]) -> int:
    """The column that names the rows."""
    wanted = "label" if label is None else label
    if wanted in sheet.names:
        return sheet.names.index(wanted)
    if label is not None:
        raise sheet.error(
            f"there is no such column{did_you_mean(label, sheet.names)}", column=label
        )
    if sheet.index_count > 1:
        raise sheet.error("its index has several levels: make them columns with reset_index()")
    if sheet.index_count == 1 and sheet.names[0] != "id":
        return 0
    for column in range(len(sheet.names)):
        if sheet.names[column] != "id" and any(
            _is_words(sheet.cell(row, column)) for row in sheet.rows
        ):
            return column
    raise sheet.error("no column names the rows")


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and not cells.is_number(value)


def _total(sheet: Sheet, names: List[str], total: Total) -> Optional[int]:
    """Which row has the sums."""
    if total is False:
        return None
    if isinstance(total, str):
        if total not in names:
            raise sheet.error(f"no row is called {total!r}{did_you_mean(total, names)}")
        return names.index(total)
    found = [i for i, name in enumerate(names) if name.strip().rstrip(":").casefold() in TOTALS]
    if len(found) > 1:
        listed = ", ".join(repr(names[i]) for i in found)
        raise sheet.error(f"several rows are called a total: say total= one of {listed}, or False")
    return found[0] if found else None


def _columns(names: Iterable[str]) -> List[Record]:
    ids = Ids()
    return [_column(name, ids.make(name, "column")) for name in names]


def _column(name: str, id: str) -> Record:
    made: Record = {"id": id}
    if id != name:
        made["label"] = name
    years = _YEAR.findall(name)
    if cells.is_period(name):
        made["period"] = name
    elif len(years) == 1:
        made["period"] = years[0]
    return made
