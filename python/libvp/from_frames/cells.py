"""Cells of a data frame as the plan file has them. What cannot be is a ValueError."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Any, Dict, List, Optional, Sequence, Union

from ..printed import decimals_of, shortest, swedish
from ..values import Period, Quantity

#: A cell before the decimals of its column are known.
Number = Union[str, Decimal, None]
#: A figure in the plan file.
Figure = Union[str, int, None]

#: As many decimals as a plan can declare.
MOST_DECIMALS = 9
_AS_GOOD_AS_EQUAL = Decimal("1e-12")
#: libvp's decimals have 18 digits.
_TOO_LARGE = 10**18
#: A JSON number that every reader takes for the same.
_LARGEST_INTEGER = 2**53

_FLAGS = {"ja": True, "yes": True, "true": True, "nej": False, "no": False, "false": False}


def number(value: Any, decimals: Optional[int] = None) -> Number:
    """A text as it is, a number as shortly as it can be told, None for nothing."""
    if value is None or isinstance(value, str):
        return value
    is_real = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
    if not is_real or not isfinite(value):
        raise ValueError(f"{value!r} is no number")
    if isinstance(value, Decimal):
        return swedish(value)
    told = Decimal(value) if isinstance(value, int) else shortest(value)
    if abs(told) >= _TOO_LARGE:
        raise ValueError(f"{value!r} is too large")
    if decimals is None and decimals_of(told) > MOST_DECIMALS:
        raise ValueError(f"{value!r} has {decimals_of(told)} decimals: round it, or say decimals=")
    return told


def printed(column: Sequence[Number], decimals: Optional[int] = None) -> List[Figure]:
    """Numbers as they would be printed below each other.

    Texts and Decimals are as precise as they are written. Floats and integers get as many decimals
    as the one among them that needs most; or they are rounded to ``decimals``.
    """
    if decimals is None:
        decimals = max(
            (decimals_of(cell) for cell in column if isinstance(cell, Decimal)), default=0
        )
    return [_printed(cell, decimals) if isinstance(cell, Decimal) else cell for cell in column]


def complaint(figure: str) -> str:
    """Why a text is no figure."""
    comma = figure.replace(".", ",")
    if comma != figure and is_number(comma):
        return f"{figure!r} has a decimal point, or points between groups: write {comma!r}"
    return f"{figure!r} cannot be read as a number"


def state(figure: str) -> str:
    """As :attr:`libvp.Quantity.state`; what is no text for libvp is unreadable."""
    try:
        return Quantity.parse(figure).state
    except ValueError:
        return "unreadable"


def is_number(figure: str) -> bool:
    return state(figure) == "number"


def is_answer(figure: str) -> bool:
    """A number, yes or no."""
    return state(figure) in ("number", "yes", "no")


def differ(written: Number, number: Number) -> bool:
    """Whether a number is another than the one that is written beside it."""
    if isinstance(written, str):
        written = Quantity.parse(written).value if is_number(written) else None
    if not isinstance(written, Decimal) or not isinstance(number, Decimal):
        return False
    return abs(written - number) > abs(number) * _AS_GOOD_AS_EQUAL


def text(value: Any) -> str:
    return str(int(value)) if _is_integer(value) else str(value)


def texts(value: Any) -> List[str]:
    """Of a text with commas between, or of any sequence."""
    given = value.split(",") if isinstance(value, str) else value
    if not hasattr(given, "__iter__"):
        given = [given]
    return [text(one).strip() for one in given]


def period(value: Any) -> str:
    """2026, a date, a period of pandas, or a text as it is."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return re.sub(r"^(\d{4})Q([1-4])$", r"\1-Q\2", text(value))


def is_period(name: str) -> bool:
    """Whether it is a period with a first and a last day."""
    return Period.parse(name).known


def integer(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d+\s*", value):
        return int(value)
    if _is_integer(value):
        return int(value)
    raise ValueError(f"{value!r} is no integer")


def flag(value: Any) -> bool:
    known = _FLAGS.get(value.strip().casefold()) if isinstance(value, str) else None
    if isinstance(value, bool) or (isinstance(value, (int, float)) and value in (0, 1)):
        known = bool(value)
    if known is None:
        raise ValueError(f"{value!r} is neither yes nor no")
    return known


def choice(value: Any, words: Dict[str, str]) -> str:
    """One of the format's words; Swedish ones are translated."""
    given = text(value).strip()
    chosen = words.get(given.casefold(), given)
    if chosen not in words.values():
        raise ValueError(f"{given!r} is none of {', '.join(dict.fromkeys(words.values()))}")
    return chosen


def _is_integer(value: Any) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def _printed(told: Decimal, decimals: int) -> Figure:
    rounded = told.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if decimals == 0 and abs(rounded) <= _LARGEST_INTEGER:
        return int(rounded)
    return swedish(rounded)
