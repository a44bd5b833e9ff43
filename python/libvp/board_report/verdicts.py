"""The verdicts on a budget's sums, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Tuple

from ..engines import Relation, relations
from ..plan import Plan
from .words import Words, lines

#: The worst last.
_SYMBOLS = {
    "exact": "✓",
    "rounding": "≈",
    "unknown": "–",
    "overflow": "–",
    "unit_mismatch": "≠",
    "doubtful": "?",
    "impossible": "✗",
}
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Verdict:
    #: libvp's word for it: "exact", "rounding", …
    kind: str
    symbol: str
    word: str
    #: What was computed and how far off that is, or what is missing.
    detail: str
    computed: str
    stated: str
    difference: str
    #: What rounding can give at most.
    tolerance: str


class Verdicts:
    """All of a budget, by the figure that they are about."""

    def __init__(self, plan: Plan, words: Words):
        #: Each tie's label and verdict.
        self.ties: List[Tuple[str, Verdict]] = []
        self._at: Dict[str, List[Verdict]] = {}
        counts = dict.fromkeys(_SYMBOLS, 0)
        for relation in relations(plan):
            if relation.kind == "share":
                continue
            verdict = _verdict(relation, words)
            counts[verdict.kind] += 1
            if relation.kind == "tie":
                self.ties.append((_label(relation.owner), verdict))
            else:
                self._at.setdefault(relation.total.path, []).append(verdict)
        #: How many there are of each kind, the best first.
        self.counts = {kind: count for kind, count in counts.items() if count}

    def at(self, path: str) -> List[Verdict]:
        """On the figure with that JSON Pointer."""
        return self._at.get(path, [])


def _verdict(relation: Relation, words: Words) -> Verdict:
    kind, numbers = relation.verdict, relation.numbers
    limit = f"≤{NBSP}" if relation.at_most else ""
    return Verdict(
        kind=kind,
        symbol=_SYMBOLS[kind],
        word=words[kind],
        detail=_detail(relation, words),
        computed=words.number(numbers.sum) if numbers else "",
        stated=limit + words.number(numbers.stated) if numbers else "",
        difference=words.number(numbers.difference, signed=True) if numbers else "",
        tolerance=_tolerance(relation, words),
    )


def _detail(relation: Relation, words: Words) -> str:
    kind, numbers = relation.verdict, relation.numbers
    if kind == "unknown" and relation.missing_value is not None:
        value = words.amount(relation.missing_value, relation.unit)
        return f"{words['should_be']}{NBSP}{value}"
    if kind == "exact" or numbers is None:
        return ""
    computed = f"{words['computed']}{NBSP}{words.number(numbers.sum)}"
    off = words.number(numbers.difference, signed=True)
    return f"{computed}, {words['difference']}{NBSP}{off}"


def _tolerance(relation: Relation, words: Words) -> str:
    if relation.adjusted:
        return words["adjusted"]
    worst = None if relation.numbers is None else relation.numbers.worst_case
    return words.say("rounding_gives", words.number(worst)) if worst is not None else ""


def _label(tie: Any) -> str:
    if tie.label is not None:
        return str(tie.label)
    terms = "".join(f" − {part[1:]}" if part[:1] == "-" else f" + {part}" for part in tie.sum)
    equal = " = ".join(lines(terms[3:] if terms[:3] == " + " else terms.strip(), *tie.equal))
    limit = getattr(tie, "at_most", None)
    return equal if limit is None else f"{equal} ≤ {limit}"
