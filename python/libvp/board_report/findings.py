"""The findings of a report, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ..check import Candidate, Finding, Report
from ..words import why
from .places import place, source
from .words import Words, heading, sentence

SEVERITIES = ("error", "warning", "note")
SYMBOLS = {"error": "✗", "warning": "!", "note": "○"}


@dataclass(frozen=True)
class FindingView:
    """A finding. number: from 1, the gravest first and the accepted last."""

    number: int
    anchor: str
    severity: str
    symbol: str
    word: str
    message: str
    where: str
    source: Optional[str]
    path: str
    line: int
    notes: List[str]
    help: List[str]
    rule: str
    #: Of a rule that has no page; else "".
    title: str
    #: Why it is accepted; "" when it is not, and then its look is its severity.
    reason: str

    @property
    def look(self) -> str:
        return "accepted" if self.reason else self.severity


@dataclass(frozen=True)
class Mark:
    """That a finding is about a figure."""

    finding: FindingView
    hints: List[str]

    @property
    def hint(self) -> str:
        """What the figure should perhaps be, where the finding knows only one such value."""
        return self.hints[0] if len(self.hints) == 1 else ""


class Marks:
    """Which parts of a plan findings are about, by their JSON Pointers."""

    def __init__(self) -> None:
        self._at: Dict[str, List[Mark]] = {}

    def add(self, path: str, finding: FindingView, hint: str = "") -> None:
        marks = self._at.setdefault(path, [])
        mark = next((mark for mark in marks if mark.finding is finding), None)
        if mark is None:
            mark = Mark(finding, [])
            marks.append(mark)
        if hint and hint not in mark.hints:
            mark.hints.append(hint)

    def at(self, path: str) -> List[Mark]:
        return self._at.get(path, [])

    def within(self, path: str) -> List[Mark]:
        """Also those about a part of it; each finding once."""
        found = {
            mark.finding.number: mark
            for at, marks in self._at.items()
            if at == path or at.startswith(path + "/")
            for mark in marks
        }
        return [found[number] for number in sorted(found)]


def findings_view(report: Report, anchor: str, words: Words) -> Tuple[List[FindingView], Marks]:
    """anchor: what the addresses of the plan's findings begin with."""
    given = sorted(report, key=_order)
    titles = report._own_titles
    views = [
        _view(finding, number, anchor, titles.get(finding.rule, ""), words)
        for number, finding in enumerate(given, 1)
    ]
    marks = Marks()
    for finding, shown in zip(given, views):
        marks.add(finding.path, shown)
        _mark_candidates(marks, finding, shown, words)
    return views, marks


def _order(finding: Finding) -> Tuple[bool, int]:
    return finding.acceptance is not None, SEVERITIES.index(finding.severity)


def _view(finding: Finding, number: int, anchor: str, title: str, words: Words) -> FindingView:
    accepted = finding.acceptance
    return FindingView(
        number=number,
        anchor=f"{anchor}{number}",
        severity=finding.severity,
        symbol=SYMBOLS[finding.severity],
        word=words[f"{'' if accepted is None else 'accepted_'}{finding.severity}"],
        message=heading(finding.message),
        where=place(finding, words),
        source=source(finding.element, words),
        path=finding.path,
        line=finding.line,
        notes=[sentence(note) for note in finding.notes],
        help=[sentence(text) for text in finding.help],
        rule=finding.rule,
        title=title,
        reason="" if accepted is None else heading(why(accepted, words.lang)),
    )


def _mark_candidates(marks: Marks, finding: Finding, shown: FindingView, words: Words) -> None:
    """The likeliest figures; a row that was left out is none of those that stand there."""
    likeliest = [c for c in finding.candidates if c.rank == 1 and c.slip != "row left out"]
    is_sure = len({c.explanation for c in likeliest}) == 1
    for candidate in likeliest:
        marks.add(candidate.path, shown, _hint(candidate, is_sure, words))


def _hint(candidate: Candidate, is_sure: bool, words: Words) -> str:
    if candidate.value is None:
        return ""
    return f"{words['likely' if is_sure else 'perhaps']} {words.number(candidate.value)}"
