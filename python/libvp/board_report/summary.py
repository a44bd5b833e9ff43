"""The plan in a few sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from ..check import Report
from .budget import BudgetView
from .checked import ran
from .findings import SEVERITIES
from .frame import FrameView
from .indicators import IndicatorsView
from .key_figures import KeyFigure, key_figures
from .risks import RisksView
from .words import Words, lines

#: So many risks are named; of more, their number is said.
MOST_NAMED = 5
#: What only says that a plan is a plan.
_FORMAL = ("plan/", "date/")
_VERDICTS = {
    "error": "holds_not",
    "warning": "holds_mostly",
    "good": "holds",
    "nothing": "nothing_checked",
}


@dataclass(frozen=True)
class Summary:
    #: "error", "warning", "good" or "nothing".
    tone: str
    verdict: str
    #: The verdict in a word or two.
    short: str
    sentences: List[str]
    figures: List[KeyFigure]


def summary_view(
    report: Report,
    budget: Optional[BudgetView],
    risks: RisksView,
    indicators: IndicatorsView,
    words: Words,
) -> Summary:
    tone = _tone(report)
    return Summary(
        tone=tone,
        verdict=" ".join(lines(words[_VERDICTS[tone]], _reserve(report, tone, words))),
        short=words[_VERDICTS[tone] + "_short"],
        sentences=lines(
            _findings(report, words),
            _budget(budget, words),
            _risks(risks, words),
            _indicators(indicators, words),
        ),
        figures=key_figures(report, budget, risks, indicators, words),
    )


def _tone(report: Report) -> str:
    if report.errors:
        return "error"
    if report.warnings:
        return "warning"
    judged = (rule.rule for rule in report.rules if rule.applied)
    return "nothing" if all(rule.startswith(_FORMAL) for rule in judged) else "good"


def _reserve(report: Report, tone: str, words: Words) -> Optional[str]:
    """Said where the verdict would be a graver one."""
    graver = SEVERITIES[: {"error": 0, "warning": 1}.get(tone, 2)]
    is_graver = any(finding.severity in graver for finding in report.accepted)
    return words["without_accepted"] if is_graver else None


def _findings(report: Report, words: Words) -> str:
    counts = report.summary
    found = words.listed(words.count(counts[severity], severity) for severity in SEVERITIES)
    given = found if any(counts.values()) else words["gave_none"]
    if report._accepted_count:
        accepted = words.count(report._accepted_count, "accepted_finding")
        given = words.say("gave_accepted", given, accepted)
    return words.say("gave", ran(report, words), given)


def _budget(budget: Optional[BudgetView], words: Words) -> str:
    if budget is None:
        return words["no_budget"]
    frame = _frame(budget.frame, words) if budget.frame is not None else None
    return " ".join(lines(frame, _sums(budget, words)))


def _frame(frame: FrameView, words: Words) -> Optional[str]:
    if not frame.now:
        return None
    now = words.say("frame_of", frame.period) if frame.period else words["the_frame"]
    if not frame.before:
        return words.say("frame_is", now, frame.now)
    before = words.say("amount_of", frame.before, frame.earlier) if frame.earlier else frame.before
    return words.say("frame_moved", now, frame.now, frame.change or words["frame_same"], before)


def _sums(budget: BudgetView, words: Words) -> Optional[str]:
    total = sum(budget.verdicts.values())
    if total == budget.verdicts.get("exact"):
        return words.say("all_exact" if total > 1 else "one_exact", words.whole(total))
    parts = (
        f"{words.whole(count)} {words['said_' + kind]}" for kind, count in budget.verdicts.items()
    )
    return words.say("of_sums", words.whole(total), words.listed(parts)) if total else None


def _risks(risks: RisksView, words: Words) -> str:
    if risks.count == 0:
        return words["no_risks"]
    has = words.say("has_risks", words.count(risks.count, "risk"))
    if risks.unscored:
        has = words.say("has_unscored", has, words.whole(len(risks.unscored)))
    return " ".join(lines(has + ".", _highest(risks, words) if risks.scored else None))


def _highest(risks: RisksView, words: Words) -> str:
    top = risks.highest
    band = top[0].band
    value = ", ".join(lines(top[0].value, band.name if band is not None else None))
    said = words.say("highest_have", value, _named([risk.id for risk in top], words))
    lacking = [risk.id for risk in top if not risk.controls]
    if not lacking:
        return said + "."
    if len(lacking) < len(top):
        return words.say("some_uncontrolled", said, _named(lacking, words))
    return words.say("all_uncontrolled" if len(top) > 1 else "one_uncontrolled", said)


def _named(ids: List[str], words: Words) -> str:
    return words.listed(ids) if len(ids) <= MOST_NAMED else words.count(len(ids), "risk")


def _indicators(indicators: IndicatorsView, words: Words) -> str:
    total = len(indicators.indicators)
    parts = (
        f"{words.whole(count)} {words['said_' + status.kind]}"
        for status, count in indicators.statuses
    )
    if total == 0:
        return words["no_indicators"]
    return words.say("of_indicators", words.count(total, "indicator"), words.listed(parts))
