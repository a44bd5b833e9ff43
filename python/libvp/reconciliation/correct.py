"""A frame with the figures corrected that are plainly wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from numbers import Integral
from typing import TYPE_CHECKING, Any, Dict, Sequence, Set

from .faults import Fault
from .table import Table

if TYPE_CHECKING:
    from pandas import DataFrame

#: A printed number: its sign, its whole part, the space between thousands, and its decimals.
_NUMBER = re.compile(
    "([-+−–]?)(\\d{1,3}(?:([ \u00a0\u2009\u202f])\\d{3})+(?!\\d)|\\d+)(?:,(\\d+))?"
)


def restate(text: str, value: Decimal) -> str:
    """A printed figure with another value: words, unit, minus sign and spaces between thousands as
    they are, and no fewer decimals."""
    found = _NUMBER.search(text)
    assert found is not None
    sign, space, decimals = found[1], found[3] or "", found[4] or ""
    number = format(abs(value), f".{max(len(decimals), _decimals(value))}f")
    whole, point, fraction = number.partition(".")
    if space:
        whole = format(int(whole), ",").replace(",", space)
    if value < 0 and sign in ("", "+"):
        sign = "-"
    elif value >= 0 and sign != "+":
        sign = ""
    changed = sign + whole + ("," if point else "") + fraction
    return text[: found.start()] + changed + text[found.end() :]


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def corrections(table: Table, faults: Sequence[Fault]) -> Dict[int, Decimal]:
    """The new value of each cell that is corrected. A fault is left as it is when its corrections
    do not hold together with the others."""
    left: Set[int] = set()
    while True:
        owners = {
            one.cell: (index, one.value)
            for index, fault in enumerate(faults)
            if index not in left
            for one in fault.corrections
        }
        values = {
            cell: value
            for cell, (_, value) in owners.items()
            if cell is not None and value is not None
        }
        unsound = {owners[cell][0] for cell in _wrong_cells(table, values) if cell in owners}
        if not unsound:
            return values
        left |= unsound


def _wrong_cells(table: Table, values: Dict[int, Decimal]) -> Set[int]:
    """The cells of what does not hold when these cells have these values."""
    if not values:
        return set()
    judgements = table.judge_with(
        {cell: restate(table.figures.text(cell), value) for cell, value in values.items()}
    )
    wrong: Set[int] = set()
    for index, (before, after) in enumerate(zip(table.judgements, judgements)):
        is_worse = after["verdict"] != before["verdict"] and not after["numbers"]
        if after["verdict"] == "impossible" or is_worse:
            wrong.update(table.cells(index))
    return wrong


def corrected(frame: DataFrame, table: Table, values: Dict[int, Decimal]) -> DataFrame:
    """A copy of the frame with these cells as they would be written there."""
    copy = frame.copy()
    for cell, value in values.items():
        row, column = table.figures.at(cell)
        place = table.figures.rows.positions[row], table.figures.columns.positions[column]
        new = _like(copy.iat[place], value)
        if isinstance(new, float) and copy.dtypes.iloc[place[1]].kind in "iu":
            copy = copy.astype({copy.columns[place[1]]: float})
        copy.iat[place] = new
    return copy


def _like(old: Any, value: Decimal) -> Any:
    """The value in the form of what it stands in the place of."""
    if isinstance(old, str):
        return restate(old, value)
    if isinstance(old, Decimal):
        return value.quantize(Decimal(1).scaleb(-max(_decimals(old), _decimals(value))))
    is_whole = isinstance(old, Integral) and value == value.to_integral_value()
    return int(value) if is_whole else float(value)
