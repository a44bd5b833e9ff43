"""Numbers as a Swede would print them."""

from __future__ import annotations

from decimal import Decimal
from numbers import Real
from typing import Optional, Union

#: The digits of a float that survive in binary: 0.1 + 0.2 shows 0.3.
_FLOAT_DIGITS = 15


def shortest(value: Union[float, Real]) -> Decimal:
    """A float with as few digits as tell it from others."""
    number = Decimal(str(value))
    if len(number.as_tuple().digits) <= _FLOAT_DIGITS:
        return number
    return Decimal(format(float(value), f".{_FLOAT_DIGITS}g"))


def decimals_of(number: Decimal) -> int:
    """How many it needs."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def swedish(number: Decimal, decimals: Optional[int] = None) -> str:
    """With a decimal comma."""
    return format(number, "f" if decimals is None else f".{decimals}f").replace(".", ",")
