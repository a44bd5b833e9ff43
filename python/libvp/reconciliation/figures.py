"""The figures of a data frame, as a Swede would print them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from numbers import Integral, Rational, Real
from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple, Union

from .. import _vp
from ..errors import ArgumentError
from ..printed import decimals_of, shortest, swedish
from .axis import Axis, Label, text_of

if TYPE_CHECKING:
    from pandas import DataFrame, Series

#: A cell before its column's decimals are known.
Cell = Union[str, Decimal, None]


@dataclass(frozen=True)
class Figures:
    """A frame as libvp takes it: row by row, as bytes; None where nothing stands."""

    rows: Axis
    columns: Axis
    texts: Tuple[Optional[bytes], ...]

    def at(self, cell: int) -> Tuple[int, int]:
        """The row and column of a cell."""
        return divmod(cell, len(self.columns))

    def text(self, cell: int) -> str:
        """As printed; empty when nothing is."""
        return (self.texts[cell] or b"").decode()

    def labels(self, cell: int) -> Tuple[Label, Label]:
        row, column = self.at(cell)
        return self.rows.labels[row], self.columns.labels[column]


def read(frame: DataFrame, label: Label, decimals: Optional[int], errors: str) -> Figures:
    """See :func:`libvp.reconcile`."""
    names = [text_of(name) for name in frame.columns]
    labelling = _labelling(frame, names, label)
    places = [place for place in range(len(names)) if place != labelling]
    columns = Axis("column", [frame.columns[place] for place in places], places)
    read_columns = [_column(frame.iloc[:, place], decimals) for place in places]
    labels = list(frame.index if labelling is None else frame.iloc[:, labelling])
    kept = [
        row
        for row in range(len(frame))
        if not _is_missing(labels[row]) or any(texts[row] is not None for texts in read_columns)
    ]
    for row in kept:
        if _is_missing(labels[row]):
            raise ArgumentError(f"row {row} (from 0) has figures but no label")
    rows = Axis("row", [labels[row] for row in kept], kept)
    if len(rows) == 0 or len(columns) == 0:
        raise ArgumentError("the frame has no figures")
    texts = [texts[row] for row in kept for texts in read_columns]
    return Figures(rows, columns, _readable(texts, rows, columns, errors))


def _is_missing(value: Any) -> bool:
    import pandas

    if isinstance(value, str):
        return not value.strip()
    return bool(pandas.api.types.is_scalar(value) and pandas.isna(value))


def _is_numbering(frame: DataFrame) -> bool:
    """Whether the index says no more than which row it is."""
    import pandas

    return frame.index.name is None and pandas.api.types.is_integer_dtype(frame.index.dtype)


def _labelling(frame: DataFrame, names: List[str], label: Label) -> Optional[int]:
    """The column that names the rows; None when the index does."""
    columns = Axis("column", names, range(len(names)))
    if label is not None:
        is_index = columns.get(label) is None and label == frame.index.name
        return None if is_index else columns.find(label)
    if not _is_numbering(frame):
        return None
    return next((i for i in range(len(names)) if _is_text(frame.iloc[:, i])), None)


def _is_text(column: Series[Any]) -> bool:
    texts = [text for text in column if isinstance(text, str) and text.strip()]
    return not all(_vp.are_numbers(tuple(map(_encode, texts))))


def _encode(text: str) -> bytes:
    """What cannot be read is not to stop the reading: a NUL, half a character."""
    return text.replace("\0", "?").encode("utf-8", "replace")


def _column(column: Series[Any], decimals: Optional[int]) -> List[Optional[str]]:
    cells = [None if lacks else _cell(value) for value, lacks in zip(column.array, column.isna())]
    if decimals is None:
        shown = (decimals_of(cell) for cell in cells if isinstance(cell, Decimal))
        decimals = max(shown, default=0)
    else:
        cells = [_round(cell, decimals) for cell in cells]
    return [swedish(cell, decimals) if isinstance(cell, Decimal) else cell for cell in cells]


def _cell(value: Any) -> Cell:
    """A text as it is, a number as shortly as it can be told, None for nothing."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, Decimal) and value.is_finite():
        return swedish(value)
    if isinstance(value, Integral) and not isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Real) and not isinstance(value, Rational) and isfinite(value):
        return shortest(value)
    return repr(value)


def _round(cell: Cell, decimals: int) -> Cell:
    if not isinstance(cell, Decimal) or decimals_of(cell) <= decimals:
        return cell
    return cell.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _readable(
    texts: Sequence[Optional[str]], rows: Axis, columns: Axis, errors: str
) -> Tuple[Optional[bytes], ...]:
    figures = tuple(None if text is None else _encode(text) for text in texts)
    wrong = [
        cell
        for cell, is_number in enumerate(_vp.are_numbers(figures))
        if not is_number and figures[cell] is not None
    ]
    if wrong and errors == "raise":
        raise ArgumentError(_complaint(wrong, texts, rows, columns))
    bad = frozenset(wrong)
    return tuple(None if cell in bad else figure for cell, figure in enumerate(figures))


def _complaint(
    wrong: Sequence[int], texts: Sequence[Optional[str]], rows: Axis, columns: Axis
) -> str:
    row, column = divmod(wrong[0], len(columns))
    text = texts[wrong[0]] or ""
    comma = text.replace(".", ",")
    if comma != text and _vp.are_numbers((_encode(comma),))[0]:
        hint = f"write {comma!r}"
    else:
        hint = "leave out what is no figure, or say errors='missing'"
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return (
        f"row {rows.texts[row]!r}, column {columns.texts[column]!r}: "
        f"{text!r} cannot be read as a number{more}: {hint}"
    )
