"""Which rows and columns should add up to which others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, List, Mapping, Optional, Sequence, Set, Tuple, Union

from ..errors import ArgumentError, UnknownIdError
from .axis import Axis, Label, Total, text_of
from .figures import Figures

#: A row's or column's label, or (row, column) with None for all of them.
Cells = Union[Label, Iterable[Label]]
#: Of each whole, by row: its parts, which are rows, and their weights.
Parts = Mapping[int, Tuple[Tuple[int, int], ...]]
#: Parts that are at most a whole together.
Limit = Tuple[Union[Label, List[Label]], Label]


@dataclass(frozen=True)
class Sum:
    """Lines that should add up to another line, figure by figure."""

    #: "column", "subtotal", "row" or "limit".
    kind: str
    #: Whether the lines are rows; else they are columns.
    across: bool
    #: Each line and its weight.
    terms: Tuple[Tuple[int, int], ...]
    total: int


def sums_of(
    figures: Figures,
    total: Total,
    total_column: Total,
    subtotals: Optional[Mapping[Label, Sequence[Label]]],
    limits: Iterable[Limit],
) -> Tuple[Sum, ...]:
    """See :func:`libvp.reconcile`."""
    rows, columns = figures.rows, figures.columns
    parts = {
        rows.find(whole): tuple(rows.term(part) for part in _list(given))
        for whole, given in (subtotals or {}).items()
    }
    limited = [_limit(figures, *_pair(given)) for given in limits]
    summed = [Sum("subtotal", True, terms, whole) for whole, terms in parts.items()]
    row_totals = rows.totals(total, needed=True)
    is_plain = total_column is None and len(columns) == 1
    column_totals = () if is_plain else columns.totals(total_column, needed=False)
    summed += _totals("row", columns, column_totals, {}, limited)
    summed += _totals("column", rows, row_totals, parts, limited)
    return tuple(summed + limited)


def _list(given: Any) -> List[Label]:
    is_one = isinstance(given, str) or not isinstance(given, Iterable)
    return [given] if is_one else list(given)


def _pair(given: Any) -> Tuple[Any, Any]:
    if isinstance(given, (tuple, list)) and len(given) == 2:
        return given[0], given[1]
    raise ArgumentError(f"a limit is a pair (parts, whole), not {given!r}")


def _limit(figures: Figures, parts: Any, whole: Label) -> Sum:
    labels = [*_list(parts), whole]
    across = _is_across(figures, labels)
    axis = figures.rows if across else figures.columns
    terms = tuple((axis.find(part), 1) for part in labels[:-1])
    return Sum("limit", across, terms, axis.find(whole))


def _is_across(figures: Figures, labels: Sequence[Label]) -> bool:
    """Whether they are rows; when they are neither rows nor columns, the error says so of rows."""
    are_rows, are_columns = (
        all(axis.get(label) is not None for label in labels)
        for axis in (figures.rows, figures.columns)
    )
    if are_rows and are_columns:
        raise ArgumentError(f"{text_of(labels[-1])!r} is both a row and a column")
    return not are_columns


def _totals(
    kind: str, axis: Axis, totals: Sequence[int], parts: Parts, limited: Sequence[Sum]
) -> List[Sum]:
    """Every line counts that is in no other one, nor made from the totals."""
    passed_over = _made_from(totals, parts)
    for terms in parts.values():
        passed_over.update(line for line, _ in terms)
    for limit in limited:
        if limit.across == (axis.name == "row") and limit.total not in totals:
            passed_over.update(line for line, _ in limit.terms)
    terms = tuple((line, 1) for line in range(len(axis)) if line not in passed_over)
    if totals and not terms:
        raise ArgumentError(f"no {axis.name} adds up to {axis.texts[totals[0]]!r}")
    return [Sum(kind, axis.name == "row", terms, total) for total in totals if total not in parts]


def _made_from(lines: Iterable[int], parts: Parts) -> Set[int]:
    """The lines, the subtotals that count one of them, the subtotals that count those, …"""
    made, count = set(lines), -1
    while count < len(made):
        count = len(made)
        made.update(whole for whole, terms in parts.items() if made & {line for line, _ in terms})
    return made


def cells_of(figures: Figures, given: Cells) -> Tuple[int, ...]:
    """The numbers of the cells that trusted and not_negative name, in order."""
    items = [given] if given and isinstance(given, tuple) else _list(given)
    return tuple(sorted({cell for item in items for cell in _cells(figures, item)}))


def _cells(figures: Figures, item: Label) -> Iterable[int]:
    row, column = _place(figures, item)
    rows = range(len(figures.rows)) if row is None else [row]
    columns = range(len(figures.columns)) if column is None else [column]
    return (row * len(figures.columns) + column for row in rows for column in columns)


def _place(figures: Figures, item: Label) -> Tuple[Optional[int], Optional[int]]:
    rows, columns = figures.rows, figures.columns
    row, column = rows.get(item), columns.get(item)
    if row is not None and column is not None:
        raise ArgumentError(
            f"{text_of(item)!r} is both a row and a column: say ({item!r}, None) for the row "
            f"or (None, {item!r}) for the column"
        )
    if row is None and column is None and isinstance(item, tuple) and len(item) == 2:
        row, column = (
            None if label is None else axis.find(label)
            for axis, label in zip((rows, columns), item)
        )
    elif row is None and column is None:
        near = rows.hint(item) or columns.hint(item)
        raise UnknownIdError(f"there is no row or column {text_of(item)!r}{near}")
    return row, column
