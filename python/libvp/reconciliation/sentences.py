"""What is wrong with a table, in sentences. How slips and numbers are written is libvp's own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Sequence

from .. import _vp
from ..values import Interval
from .axis import Label, text_of
from .faults import Correction, Explanation, Fault, Gap

if TYPE_CHECKING:
    from .result import Reconciliation

#: Of a longer list the first ones, and "…".
_LISTED = 4

_SENTENCES = {
    "sv": {
        "one exact": "summan stämmer",
        "one rounding": "summan stämmer inom avrundning",
        "one doubtful": "summan är tveksam",
        "one impossible": "summan stämmer inte",
        "one unknown": "summan går inte att pröva",
        "one unit_mismatch": "summan går inte att pröva",
        "one overflow": "summan går inte att pröva",
        "all": "alla {count} summor stämmer",
        "most": "{right} av {count} summor stämmer",
        "wrong": "{wrong} av {count} summor stämmer inte",
        "rounding": "{count} inom avrundning",
        "doubtful": "{count} tveksamma",
        "unknown": "{count} går inte att pröva",
        "rows": "raderna",
        "columns": "kolumnerna",
        "sum": "{total} är {stated} men {lines} ger {sum} ({difference})",
        "limit": "{total} är {stated} men delarna ger mer: {sum} ({difference})",
        "not_negative": "{total} är mindre än noll: {stated}",
        "may be rounding": "{sentence}, vilket är mer än avrundning brukar ge",
        "unit_mismatch": "{total} går inte att pröva: {lines} är av olika slag",
        "overflow": "{total} går inte att pröva: talen är för stora",
        "is": "är troligen",
        "may": "kan vara",
        "value": "{cell} {verb} {value} (angivet {printed}{slip})",
        "no value": "{cell} {verb} fel (angivet {printed})",
        "likeliest": "troligast: {items}",
        "others": "mindre troligt: {items}",
        "unexplained": "inget fåtal rättelser får summorna att stämma",
        "stopped": "sökningen avbröts: det kan finnas bättre förklaringar",
        "computed": "{cell} saknas: summorna ger {value}; det sanna talet ligger i {interval}",
        "contradicted": "{cell} saknas: summorna ger olika tal, så minst ett av deras tal är fel",
        "jointly": "{cell} saknas och går bara att bestämma tillsammans med {items}",
        "undetermined": "{cell} saknas: ingen summa räcker för att räkna ut talet",
        "and": "och",
        "or": "eller",
    },
    "en": {
        "one exact": "the sum holds",
        "one rounding": "the sum holds within rounding",
        "one doubtful": "the sum is doubtful",
        "one impossible": "the sum does not hold",
        "one unknown": "the sum cannot be checked",
        "one unit_mismatch": "the sum cannot be checked",
        "one overflow": "the sum cannot be checked",
        "all": "all {count} sums hold",
        "most": "{right} of {count} sums hold",
        "wrong": "{wrong} of {count} sums do not hold",
        "rounding": "{count} within rounding",
        "doubtful": "{count} doubtful",
        "unknown": "{count} cannot be checked",
        "rows": "the rows",
        "columns": "the columns",
        "sum": "{total} is {stated} but {lines} give {sum} ({difference})",
        "limit": "{total} is {stated} but the parts give more: {sum} ({difference})",
        "not_negative": "{total} is less than zero: {stated}",
        "may be rounding": "{sentence}, which is more than rounding usually gives",
        "unit_mismatch": "{total} cannot be checked: {lines} are of different kinds",
        "overflow": "{total} cannot be checked: the figures are too large",
        "is": "is probably",
        "may": "may be",
        "value": "{cell} {verb} {value} (stated {printed}{slip})",
        "no value": "{cell} {verb} wrong (stated {printed})",
        "likeliest": "likeliest: {items}",
        "others": "less likely: {items}",
        "unexplained": "no few corrections make the sums hold",
        "stopped": "the search was stopped: there may be better explanations",
        "computed": "{cell} is missing: the sums give {value}; the true figure lies in {interval}",
        "contradicted": "{cell} is missing: the sums disagree, so one of their figures is wrong",
        "jointly": "{cell} is missing and can only be determined together with {items}",
        "undetermined": "{cell} is missing: no sum is enough to work it out",
        "and": "and",
        "or": "or",
    },
}


def name(row: Label, column: Label) -> str:
    """What a cell is called: "Äldreomsorg 2025", "Äldreomsorg, Budget"."""
    second = text_of(column)
    return f"{text_of(row)}{' ' if second[:1].isdigit() else ', '}{second}"


class Speaker:
    """Says in one language what is wrong."""

    def __init__(self, result: Reconciliation, language: str):
        self._result = result
        self._table = result._table
        self._language = language
        self._sentences = _SENTENCES[language]

    def _say(self, sentence: str, /, **parts: object) -> str:
        return self._sentences[sentence].format(**parts)

    def number(self, number: Decimal, unit: Optional[str] = None, is_signed: bool = False) -> str:
        return _vp.number_format(str(number), unit, self._language, is_signed)

    def _interval(self, interval: Interval) -> str:
        low, high = (
            "∞" if end is None else self.number(end) for end in (interval.low, interval.high)
        )
        unit = f" {interval.unit}" if interval.unit not in (None, "count", "index") else ""
        left, right = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
        return f"{left}{'−' if interval.low is None else ''}{low}; {high}{right}{unit}"

    def _cell(self, cell: int) -> str:
        return name(*self._table.figures.labels(cell))

    def _list(self, items: Iterable[str], word: str) -> str:
        """Joined with the word, or cut."""
        first: List[str] = []
        for item in items:
            if len(first) == _LISTED:
                return ", ".join([*first, "…"])
            first.append(item)
        joint = f" {self._say(word)} "
        return joint.join(filter(None, [", ".join(first[:-1]), *first[-1:]]))

    def verdict(self) -> str:
        """How many sums hold, in one line."""
        counts = self._result._counts
        total, wrong = sum(counts.values()), counts["impossible"]
        if total == 1:
            return self._say(f"one {next(iter(counts))}")
        unknown = counts["unknown"] + counts["unit_mismatch"] + counts["overflow"]
        sentence = "wrong" if wrong else "most" if unknown else "all"
        about = [self._say(sentence, count=total, wrong=wrong, right=total - unknown)]
        for sentence, count in (
            ("rounding", counts["rounding"]),
            ("doubtful", counts["doubtful"]),
            ("unknown", unknown),
        ):
            if count:
                about.append(self._say(sentence, count=count))
        return ", ".join(about)

    def relation(self, index: int) -> str:
        """A sum that does not hold, or cannot be checked."""
        given = self._table.judgements[index]
        parts: Dict[str, Any] = {
            "total": self._cell(given["total"]),
            "lines": self._say("columns" if given["kind"] == "row" else "rows"),
        }
        numbers = given["numbers"]
        for key in ("sum", "stated", "difference"):
            if key in numbers:
                parts[key] = self.number(numbers[key], given["unit"], key == "difference")
        if not numbers:
            return self._say(given["verdict"], **parts)
        kind = {"not_negative": "not_negative", "tie": "limit"}.get(given["kind"], "sum")
        sentence = self._say(kind, **parts)
        is_doubtful = given["verdict"] == "doubtful"
        return self._say("may be rounding", sentence=sentence) if is_doubtful else sentence

    def correction(self, correction: Correction, verb: str = "may") -> str:
        cell = name(correction.row, correction.column)
        slip = _vp.slip_text(correction.slip, self._language)
        value, printed = (
            None if number is None else self.number(number, correction.unit)
            for number in (correction.value, correction.printed)
        )
        if printed is None:
            return f"{cell}: {slip} ({value})" if correction.is_missing_row else f"{cell}: {slip}"
        return self._say(
            "no value" if value is None else "value",
            cell=cell,
            verb=self._say(verb),
            value=value,
            printed=printed,
            slip=f": {slip}" if slip else "",
        )

    def explanation(self, explanation: Explanation, verb: str = "may") -> str:
        word = f" {self._say('and')} "
        return word.join(self.correction(one, verb) for one in explanation.corrections)

    def fault(self, fault: Fault) -> List[str]:
        """What does not hold, and below it what is probably wrong."""
        numbers = [
            index
            for index in fault.relations
            if fault.is_doubtful or self._table.judgements[index]["verdict"] == "impossible"
        ]
        lines = [self.relation(numbers[0])]
        if fault.is_decided:
            lines.append(self.explanation(fault.explanations[0], "is"))
        else:
            lines += self._possibilities(fault)
        if fault.was_stopped:
            lines.append(self._say("stopped"))
        return lines

    def _possibilities(self, fault: Fault) -> List[str]:
        """Several values of the same figures are one possibility, told by the likeliest."""
        if not fault.explanations:
            return [] if fault.was_stopped else [self._say("unexplained")]
        first: Dict[object, Explanation] = {}
        for one in fault.explanations:
            first.setdefault(tuple(part.place for part in one.corrections), one)
        lines = []
        for sentence, is_likeliest in (("likeliest", True), ("others", False)):
            texts = [
                self.explanation(one) for one in first.values() if (one.rank == 1) is is_likeliest
            ]
            if texts:
                lines.append(self._say(sentence, items=self._list(texts, "or")))
        return lines

    def gap(self, gap: Gap) -> str:
        others = (self._cell(other) for other in gap.group if other != gap.cell)
        return self._say(
            gap.how,
            cell=self._cell(gap.cell),
            value=None if gap.value is None else self.number(gap.value, gap.unit),
            interval=self._interval(gap.interval),
            items=self._list(others, "and"),
        )

    def uncomputed(self) -> Sequence[str]:
        return [
            self.relation(index)
            for index, given in enumerate(self._table.judgements)
            if given["verdict"] in ("unit_mismatch", "overflow")
        ]
