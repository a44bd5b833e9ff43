"""What the rules checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List

from ..check import Report, RuleResult
from .words import Words, lines


@dataclass(frozen=True)
class Family:
    """The rules of one family, and how often they applied, failed and had nothing to go by."""

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


def checked_view(report: Report, words: Words) -> Checked:
    selected = [rule for rule in report.rules if rule.ran]
    idle = sum(not rule.applied for rule in selected)
    skipped = len(report.rules) - len(selected)
    sentences = lines(
        ran(report, words) + ".",
        words.say("idle", words.count(idle, "rule")) if idle else None,
        words.say("skipped", words.count(skipped, "rule")) if skipped else None,
    )
    families: Dict[str, List[RuleResult]] = {}
    for rule in selected:
        families.setdefault(rule.rule.partition("/")[0], []).append(rule)
    return Checked(
        " ".join(sentences), [_family(name, rules, words) for name, rules in families.items()]
    )


def ran(report: Report, words: Words) -> str:
    """33 regler prövades på 1 060 ställen"""
    used = [rule.applied for rule in report.rules if rule.applied]
    return words.say("ran", words.count(len(used), "rule_checked"), words.count(sum(used), "place"))


def _family(name: str, rules: List[RuleResult], words: Words) -> Family:
    known = words.family(name)
    return Family(
        name=known if known != name else words.say("own_rules", name),
        rules=len(rules),
        used=sum(rule.applied > 0 for rule in rules),
        applied=sum(rule.applied for rule in rules),
        passed_over=sum(rule.not_applicable for rule in rules),
        failed=sum(rule.failed - rule.accepted for rule in rules),
    )
