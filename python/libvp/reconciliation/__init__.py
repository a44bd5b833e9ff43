"""Any table held against its own totals, without a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Mapping, Optional, Sequence, Union

from ..errors import ArgumentError
from ..extras import need
from .axis import Label, Total
from .faults import Correction, Explanation, Fault, Gap
from .figures import read
from .result import Reconciliation
from .sums import Cells, Limit, cells_of, sums_of
from .table import Table

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Correction", "Explanation", "Fault", "Gap", "Reconciliation", "reconcile"]


def reconcile(
    frame: DataFrame,
    *,
    total: Total = None,
    total_column: Total = None,
    subtotals: Optional[Mapping[Label, Sequence[Label]]] = None,
    limits: Iterable[Limit] = (),
    trusted: Cells = (),
    not_negative: Union[bool, Cells] = False,
    unit: Optional[str] = None,
    decimals: Optional[int] = None,
    rounding: str = "rounded",
    label: Label = None,
    errors: str = "raise",
    lang: str = "sv",
) -> Reconciliation:
    """Holds a table against its totals: do they add up, and which figure is wrong if not?

    >>> import libvp, pandas
    >>> figures = {"2026": ["110,6", "51,5", "162,1"], "2025": ["11,4", "49,9", "161,3"]}
    >>> frame = pandas.DataFrame(figures, index=["Äldreomsorg", "Funktionsstöd", "Summa"])
    >>> print(libvp.reconcile(frame, trusted="Summa").explain())
    1 av 2 summor stämmer inte
    Summa 2025 är 161,3 men raderna ger 61,3 (−100,0)
      Äldreomsorg 2025 är troligen 111,4 (angivet 11,4: en siffra har fallit bort)

    Rows are called what the index says; where that only numbers them, what the column ``label``
    says, or else the first column of texts. All other columns hold figures: numbers, or texts as a
    Swede writes them ("1 949 356 kr", "−2,3"). NaN, None and blank texts are missing figures.

    A figure is as precise as it is printed, since that is how far rounding can explain a
    difference. A text or :class:`decimal.Decimal` shows its decimals. Of floats and integers, all
    in a column have as many as the one that needs the most, as Python shows it (with 15 digits, so
    that 0.1 + 0.2 has one); or they are rounded to ``decimals``.

    Args:
        total: The label of the row that is the sum of the others; a list when several are, False
            when none is. It is recognised when it is called Summa, Totalt, Total or Sum.
        total_column: The same of columns; none when none is recognised. With both, every figure
            counts in two sums.
        subtotals: Rows that are the sum of other rows: ``{"Förvaltning": ["Stab", "Lokaler"]}``. A
            row that begins with a minus is subtracted: "-Intäkter". The total does not count parts
            again.
        limits: (parts, whole) of rows or of columns: parts of which a whole consists, if only in
            part, as in *varav*. They are at most the whole, and a total that counts the whole does
            not count them.
        trusted: Figures that are known to be right: labels of rows and columns, and (row, column)
            for one figure, or with None for all in a row or column.
        not_negative: True when no figure may be less than zero, or those that may not, as for
            ``trusted``.
        unit: "kr", "tkr", "mnkr", "%", …, of what is printed without a unit.
        rounding: "rounded", "truncated", "adjusted" (rounded, then changed so that the table adds
            up) or "exact".
        errors: "missing" takes what cannot be read as missing.
        lang: "sv" or "en": the language of the result's texts.

    Raises:
        ArgumentError: Something cannot be read, or does not say clearly what is meant.
        UnknownIdError: There is no such row or column.
    """
    _check(frame, decimals, errors)
    figures = read(frame, label, decimals, errors)
    sums = sums_of(figures, total, total_column, subtotals, limits)
    every = range(len(figures.texts))
    signs = not_negative if not isinstance(not_negative, bool) else ()
    table = Table(
        figures,
        sums,
        trusted=cells_of(figures, trusted),
        not_negative=tuple(every) if not_negative is True else cells_of(figures, signs),
        unit=unit,
        rounding=rounding,
    )
    if not table.judgements:
        raise ArgumentError("there is nothing to check: say what should add up")
    return Reconciliation(frame.copy(), table, lang)


def _check(frame: object, decimals: object, errors: object) -> None:
    pandas = need("pandas", "frames")
    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"reconcile takes a pandas.DataFrame, not a {type(frame).__name__}")
    if errors not in ("raise", "missing"):
        raise ArgumentError(f"errors is 'raise' or 'missing', not {errors!r}")
    if decimals is not None and not (isinstance(decimals, int) and 0 <= decimals <= 15):
        raise ArgumentError(f"decimals is a number from 0 to 15, not {decimals!r}")
