"""The plan in a few sentences and key figures, and what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional

from ..check import Report, RuleResult
from .budget import BudgetView
from .indicators import IndicatorsView
from .risks import RisksView
from .words import Words, heading, lines


@dataclass(frozen=True)
class KeyFigure:
    label: str
    value: str
    lines: List[str]
    anchor: str


@dataclass(frozen=True)
class Summary:
    #: "error", "warning", "good" or "nothing".
    tone: str
    verdict: str
    short: str
    sentences: List[str]
    figures: List[KeyFigure]


@dataclass(frozen=True)
class Family:
    """What the rules of one family checked."""

    name: str
    rules: int
    used: int
    applied: int
    passed_over: int
    failed: int


@dataclass(frozen=True)
class Checked:
    sentence: str
    families: List[Family]


def summary_view(
    report: Report,
    budget: Optional[BudgetView],
    risks: RisksView,
    indicators: IndicatorsView,
    words: Words,
) -> Summary:
    counts = report.summary
    tone = _tone(report)
    key = {"error": "holds_not", "warning": "holds_mostly", "nothing": "nothing_checked"}
    verdict = key.get(tone, "holds")
    return Summary(
        tone=tone,
        verdict=words[verdict],
        short=words[verdict + "_short"],
        sentences=lines(
            _checked(report, words),
            _money(budget, words),
            _risks(risks, words),
            _indicators(indicators, words),
        ),
        figures=[
            _findings_figure(counts, words),
            _frame_figure(budget, words),
            _risks_figure(risks, words),
            _indicators_figure(indicators, words),
        ],
    )


def _tone(report: Report) -> str:
    if report.summary["error"]:
        return "error"
    if report.summary["warning"]:
        return "warning"
    judged = (rule.rule for rule in report.rules if rule.applied)
    return "nothing" if all(rule.startswith(("plan/", "date/")) for rule in judged) else "good"


def found(counts: Dict[str, int], words: Words) -> str:
    """1 fel, 2 varningar och 2 upplysningar"""
    return words.listed(words.count(counts[name], name) for name in ("error", "warning", "note"))


def ran(report: Report, words: Words) -> str:
    """33 regler prövades på 1 060 ställen"""
    used = [rule for rule in report.rules if rule.applied]
    places = words.count(sum(rule.applied for rule in used), "place")
    return f"{words.count(len(used), 'rule_checked')} {words.pick('på', 'in')} {places}"


def _checked(report: Report, words: Words) -> str:
    what = (
        found(report.summary, words)
        if len(report)
        else words.pick("inga anmärkningar", "no findings")
    )
    return words.pick(
        f"{ran(report, words)} och gav {what}.", f"{ran(report, words)} and gave {what}."
    )


def _money(budget: Optional[BudgetView], words: Words) -> Optional[str]:
    if budget is None or not (budget.frame or budget.has_sums):
        return words["no_budget"] if budget is None else None
    frame = budget.frame
    said = ""
    if frame is not None and frame.now:
        year = words.pick("för", "for")
        said = words.pick("Budgetramen", "The budget frame")
        said += f" {year} {frame.period}" if frame.period else ""
        said += f" {words.pick('är', 'is')} {frame.now}"
        if frame.before:
            against = words.pick("mot", "from")
            said += f", {frame.change or words['frame_same']} {against} {frame.before}"
            said += f" {year} {frame.earlier}" if frame.earlier else ""
        said += ". "
    return (said + _sums(budget, words)).strip()


def _sums(budget: BudgetView, words: Words) -> str:
    total = sum(budget.verdicts.values())
    if total == 0:
        return ""
    if set(budget.verdicts) == {"exact"}:
        return words.pick(
            "Den enda summan stämmer exakt."
            if total == 1
            else f"Alla {total} summor och samband stämmer exakt.",
            "Its only sum adds up exactly."
            if total == 1
            else f"All {total} sums and ties add up exactly.",
        )
    parts = words.listed(
        f"{words.whole(n)} {words['said_' + kind]}" for kind, n in reversed(budget.verdicts.items())
    )
    return words.pick(
        f"Av {total} summor och samband: {parts}.", f"Of {total} sums and ties: {parts}."
    )


def _risks(risks: RisksView, words: Words) -> str:
    if risks.count == 0:
        return words["no_risks"]
    parts = [
        words.pick(
            f"Planen har {words.count(risks.count, 'risk')}",
            f"The plan has {words.count(risks.count, 'risk')}",
        )
    ]
    if risks.unscored:
        parts.append(
            words.pick(
                f"varav {len(risks.unscored)} utan riskvärde",
                f"{len(risks.unscored)} of them without a risk value",
            )
        )
    text = ", ".join(parts) + ". "
    if not risks.scored:
        return text.strip()
    top = risks.highest[0]
    ids = words.listed(risk.id for risk in risks.highest)
    value = ", ".join(lines(top.value, top.band.name if top.band else None))
    text += words.pick(
        f"Högst riskvärde ({value}) har {ids}", f"The highest risk value ({value}) is that of {ids}"
    )
    lacking = [risk.id for risk in risks.highest if not risk.controls]
    if lacking and len(lacking) == len(risks.highest):
        none = words.pick("ingen av dem har en kontroll", "none of them has a control")
        one = words.pick("den har ingen kontroll", "it has no control")
        text += f"; {none if len(lacking) > 1 else one}"
    elif lacking:
        ids = words.listed(lacking)
        text += words.pick(f"; {ids} saknar kontroll", f"; {ids} without a control")
    return text + "."


def _indicators(indicators: IndicatorsView, words: Words) -> str:
    total = len(indicators.indicators)
    if total == 0:
        return words["no_indicators"]
    parts = [
        f"{words.whole(count)} {words['said_' + status.kind]}"
        for status, count in indicators.statuses
    ]
    return (
        words.pick(
            f"Av {words.count(total, 'indicator')}: ", f"Of {words.count(total, 'indicator')}: "
        )
        + words.listed(parts)
        + "."
    )


def _findings_figure(counts: Dict[str, int], words: Words) -> KeyFigure:
    rest = [words.count(counts[name], name) for name in ("error", "warning", "note")]
    return KeyFigure(words["findings_key"], words.whole(sum(counts.values())), rest, "findings")


def _frame_figure(budget: Optional[BudgetView], words: Words) -> KeyFigure:
    frame = budget.frame if budget is not None else None
    label = words["frame_key"]
    if frame is None or not frame.now:
        return KeyFigure(label, words["none"], [words["not_said"]], "budget")
    label = " ".join(lines(label, frame.period))
    said = f"{frame.change or words['frame_same']} {words.pick('mot', 'from')} {frame.earlier or frame.before}"
    wrong = [
        f"{words.whole(n)} {words['said_' + kind]}"
        for kind, n in (budget.verdicts if budget else {}).items()
        if kind not in ("exact", "rounding")
    ]
    return KeyFigure(label, frame.now, [heading(said), *wrong], "budget")


def _risks_figure(risks: RisksView, words: Words) -> KeyFigure:
    rest = [
        f"{band.name}: {words.whole(band.count)}" for band in reversed(risks.bands) if band.count
    ]
    if not risks.bands and risks.scored:
        rest = [f"{words['highest'].lower()}{NBSP}{risks.scored[0].value}"]
    if risks.unscored:
        rest.append(
            f"{words.whole(len(risks.unscored))} {words.pick('utan riskvärde', 'without a value')}"
        )
    return KeyFigure(words["risks_key"], words.whole(risks.count), rest, "risks")


NBSP = "\N{NO-BREAK SPACE}"


def _indicators_figure(indicators: IndicatorsView, words: Words) -> KeyFigure:
    total = len(indicators.indicators)
    rest = []
    if total:
        rest = [
            words.pick(
                f"{indicators.number('met')} mål nådda", f"{indicators.number('met')} targets met"
            ),
            words.pick(
                f"{indicators.number('not_met')} inte nådda",
                f"{indicators.number('not_met')} not met",
            ),
            words.pick(
                f"{total - indicators.number('met', 'not_met', 'following')} återstår att se",
                f"{total - indicators.number('met', 'not_met', 'following')} remain to be seen",
            ),
        ]
    return KeyFigure(words["indicators_key"], words.whole(total), rest, "indicators")


def checked_view(report: Report, words: Words) -> Checked:
    ran_rules = [rule for rule in report.rules if rule.ran]
    idle = sum(not rule.applied for rule in ran_rules)
    skipped = len(report.rules) - len(ran_rules)
    text = f"{ran(report, words)}."
    if idle:
        text += words.pick(
            f" {words.count(idle, 'rule')} hade inget att pröva i den här planen.",
            f" {words.count(idle, 'rule')} had nothing to check in this plan.",
        )
    if skipped:
        text += words.pick(
            f" {words.count(skipped, 'rule')} var inte valda och kördes inte.",
            f" {words.count(skipped, 'rule')} had not been selected and did not run.",
        )
    return Checked(text, _families(ran_rules, words))


def _families(rules: List[RuleResult], words: Words) -> List[Family]:
    names: Dict[str, List[RuleResult]] = {}
    for rule in rules:
        names.setdefault(rule.rule.partition("/")[0], []).append(rule)
    return [
        Family(
            name=words.get("family_" + name) or f"{name} ({words['own_rules']})",
            rules=len(group),
            used=sum(rule.applied > 0 for rule in group),
            applied=sum(rule.applied for rule in group),
            passed_over=sum(rule.not_applicable for rule in group),
            failed=sum(rule.failed for rule in group),
        )
        for name, group in names.items()
    ]
