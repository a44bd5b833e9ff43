"""What a reconciliation of a data frame gives."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from ..words import words
from .correct import corrected, corrections
from .faults import Fault, Gap, faults_of, gaps_of
from .sentences import Speaker, name
from .table import Table

if TYPE_CHECKING:
    from pandas import DataFrame

#: So many sentences about missing figures; there may be a million.
_GAPS_SAID = 20


class Reconciliation:
    """Whether a table adds up; if not, which figures are probably wrong. A notebook shows the
    table with the doubted figures marked."""

    def __init__(self, frame: DataFrame, table: Table, language: str):
        words(language)
        self._frame = frame
        self._table = table
        self._language = language

    @cached_property
    def _counts(self) -> Dict[str, int]:
        """How many relations have each verdict."""
        return Counter(
            given["verdict"]
            for given in self._table.judgements
            if given["kind"] != "not_negative" or given["verdict"] != "exact"
        )

    @property
    def ok(self) -> bool:
        """Whether every sum that can be checked holds, if only within rounding or doubtfully, and
        all could be computed with. A missing figure does not make it false, unless the sums give
        different values for it."""
        counts = self._counts
        wrong = counts["impossible"] + counts["unit_mismatch"] + counts["overflow"]
        return wrong == 0 and not any(gap.is_contradicted for gap in self.gaps)

    @cached_property
    def faults(self) -> Tuple[Fault, ...]:
        """What does not hold, and the explanations for it."""
        return faults_of(self._table)

    @cached_property
    def gaps(self) -> Tuple[Gap, ...]:
        """The missing figures."""
        return gaps_of(self._table)

    @property
    def relations(self) -> DataFrame:
        """The sums: ``what`` is the cell that should be one, with its ``verdict`` (exact, rounding,
        doubtful, impossible, unknown, unit_mismatch or overflow), the ``sum`` of its parts, the
        figure ``stated``, their ``difference``, and the ``tolerance``: the most that rounding
        usually makes it, and of an impossible one the most that it can. The ``kind`` is column,
        subtotal, row, limit or not_negative; figures that are not negative, as they should be, are
        left out. Numbers are :class:`decimal.Decimal`, in ``unit``."""
        rows = {
            index: self._relation(given)
            for index, given in enumerate(self._table.judgements)
            if given["kind"] != "not_negative" or given["verdict"] != "exact"
        }
        columns = "what verdict sum stated difference tolerance missing kind row column unit"
        return _frame(columns, list(rows.values()), list(rows))

    def _relation(self, given: Dict[str, Any]) -> List[Any]:
        row, column = self._table.figures.labels(given["total"])
        numbers = given["numbers"]
        tolerance = numbers.get("worst_case")
        if tolerance is not None and given["verdict"] != "impossible":
            tolerance = min(tolerance, numbers["three_sigma"])
        kind = {"tie": "limit"}.get(given["kind"], given["kind"])
        about = [numbers.get(key) for key in ("sum", "stated", "difference")]
        what, verdict, missing = name(row, column), given["verdict"], given["missing_count"]
        return [what, verdict, *about, tolerance, missing, kind, row, column, given["unit"]]

    @property
    def candidates(self) -> DataFrame:
        """The figures that may be wrong, a row each: the number of the ``fault``, of its
        ``explanation`` (figures of one explanation are wrong together) and its ``rank``, all from
        1; explanations of one rank cannot be told apart. Then where it stands, what is ``printed``
        and what the ``value`` should be, between ``low`` and ``high``; the ``slip``; and whether
        that is ``decided``. Numbers are :class:`decimal.Decimal`."""
        rows = [
            [
                *(number, fault_explanation, explanation.rank, one.row, one.column),
                *(one.printed, one.value, one.interval.low, one.interval.high, one.slip),
                bool(fault.corrections) and fault_explanation == 1,
            ]
            for number, fault in enumerate(self.faults, 1)
            for fault_explanation, explanation in enumerate(fault.explanations, 1)
            for one in explanation.corrections
        ]
        columns = "fault explanation rank row column printed value low high slip decided"
        return _frame(columns, rows)

    @property
    def missing(self) -> DataFrame:
        """The missing figures: the ``value`` that the sums give, between ``low`` and ``high``, as
        :class:`decimal.Decimal`. ``how`` says whether it is "computed", "contradicted" (the sums
        give different values), "jointly" (it is only determined together with the others of its
        ``group``) or "undetermined"."""
        groups: Dict[Tuple[int, ...], int] = {}
        rows = [
            [
                *(gap.row, gap.column, gap.value, gap.interval.low, gap.interval.high, gap.how),
                groups.setdefault(gap.group, len(groups) + 1) if gap.how == "jointly" else None,
            ]
            for gap in self.gaps
        ]
        return _frame("row column value low high how group", rows)

    def corrected(self) -> DataFrame:
        """A copy of the frame in which the figures are corrected that are plainly wrong, where it
        is plain what they should be: in the type of their column, and texts in their own style.
        What is not decided stays, and so does what is missing."""
        return corrected(self._frame, self._table, corrections(self._table, self.faults))

    def explain(self, lang: Optional[str] = None) -> str:
        """What does not hold and what is probably wrong, in lines of text."""
        return "\n".join(self._lines(lang or self._language))

    def _lines(self, language: str) -> List[str]:
        words(language)
        say = Speaker(self, language)
        lines = [say.verdict(), *say.uncomputed()]
        for fault in self.faults:
            first, *rest = say.fault(fault)
            lines += [first, *(f"  {line}" for line in rest)]
        lines += [say.gap(gap) for gap in self.gaps[:_GAPS_SAID]]
        return lines + (["…"] if len(self.gaps) > _GAPS_SAID else [])

    def __repr__(self) -> str:
        return f"<Reconciliation: {Speaker(self, self._language).verdict()}>"

    def _repr_html_(self) -> str:
        from .html import marked_table

        return marked_table(self)


def _frame(columns: str, rows: List[List[Any]], index: Optional[List[int]] = None) -> DataFrame:
    import pandas

    return pandas.DataFrame(rows, columns=columns.split(), index=index)
