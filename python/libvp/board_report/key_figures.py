"""The key figures of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from ..check import Report
from .budget import BudgetView
from .findings import SEVERITIES
from .indicators import IndicatorsView
from .risks import RisksView
from .words import Words, heading, lines


@dataclass(frozen=True)
class KeyFigure:
    label: str
    value: str
    lines: List[str]
    #: The section that says more.
    section: str


def key_figures(
    report: Report,
    budget: Optional[BudgetView],
    risks: RisksView,
    indicators: IndicatorsView,
    words: Words,
) -> List[KeyFigure]:
    return [
        _findings(report, words),
        _frame(budget, words),
        _risks(risks, words),
        _indicators(indicators, words),
    ]


def _findings(report: Report, words: Words) -> KeyFigure:
    counts = report.summary
    rest = [words.count(counts[severity], severity) for severity in SEVERITIES]
    if report._accepted_count:
        rest.append(words.count(report._accepted_count, "accepted"))
    return KeyFigure(words["findings"], words.whole(sum(counts.values())), rest, "findings")


def _frame(budget: Optional[BudgetView], words: Words) -> KeyFigure:
    frame = budget.frame if budget is not None else None
    if budget is None or frame is None or not frame.now:
        return KeyFigure(words["frame"], words["none"], [words["not_said"]], "budget")
    moved = words.say("moved", frame.change or words["frame_same"], frame.earlier or frame.before)
    wrong = [
        f"{words.whole(count)} {words['said_' + kind]}"
        for kind, count in reversed(list(budget.verdicts.items()))
        if kind not in ("exact", "rounding")
    ]
    label = " ".join(lines(words["frame"], frame.period))
    return KeyFigure(label, frame.now, [heading(moved), *wrong], "budget")


def _risks(risks: RisksView, words: Words) -> KeyFigure:
    rest = [
        f"{band.name}: {words.whole(band.count)}" for band in reversed(risks.bands) if band.count
    ]
    if not risks.bands and risks.scored:
        rest.append(words.say("highest_value", risks.scored[0].value))
    if risks.unscored:
        rest.append(words.say("without_value", words.whole(len(risks.unscored))))
    return KeyFigure(words["risks"], words.whole(risks.count), rest, "risks")


def _indicators(indicators: IndicatorsView, words: Words) -> KeyFigure:
    total = len(indicators.indicators)
    met, missed = indicators.number("met"), indicators.number("not_met")
    left = total - met - missed - indicators.number("following")
    names = {"targets_met": met, "targets_missed": missed, "targets_left": left}
    rest = [words.say(name, words.whole(count)) for name, count in names.items()]
    return KeyFigure(words["indicators"], words.whole(total), rest if total else [], "indicators")
