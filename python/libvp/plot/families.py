"""What a check found, by family of rules and severity."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Dict, Optional

from ..extras import need
from .paper import FAINT, INK, LIGHT, ORANGE, PALE, RED, SKY
from .paper import axes, bare, finish, fit, instead, note, title, width_of, wrap
from .words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ..check import Finding, Report

__all__ = ["findings"]

#: The height of a bar with the space above it, in inches.
PITCH = 0.24
#: The least that the whole width stands for, so that a single finding does not look like many.
SCALE = 8
LOOKS: Dict[str, Dict[str, Any]] = {
    "error": {"facecolor": RED},
    "warning": {"facecolor": ORANGE, "hatch": "////"},
    "note": {"facecolor": SKY, "hatch": "...."},
    "accepted": {"facecolor": PALE},
}


def findings(report: Report, ax: Optional[Axes] = None, lang: Optional[str] = None) -> Axes:
    """Draws how many findings (anmärkningar) each family of rules has, by severity.

    Those that are accepted stand apart, last and in grey.
    Families whose rules found nothing to object to are there too; those whose rules had nothing to
    judge are not. lang: otherwise the report's.
    """
    need("matplotlib", "plots")
    words = Words(lang or report.language)
    counts = Counter((family_of(each.rule), kind_of(each)) for each in report)
    families = [family_of(rule.rule) for rule in report.rules if rule.applied]
    families = list(dict.fromkeys([*families, *(family for family, _ in counts)]))
    summary = ", ".join(words.count(count, name) for name, count in report.summary.items())
    accepted = sum(count for (_, name), count in counts.items() if name == "accepted")
    if accepted:
        summary += f", {words.count(accepted, 'accepted')}"
    totals = [sum(counts[family, name] for name in LOOKS) for family in families]

    inches = width_of(ax)
    ax = axes(ax, 0.6 + PITCH * max(len(families), 1))
    texts = [told(family, counts, words) for family in families]
    notes = [(total, text, False) for total, text in zip(totals, texts)]
    fit(ax, 0, max([SCALE, *totals]), notes, 0.75 * inches)
    for row, family in enumerate(families):
        left = 0
        for name, look in LOOKS.items():
            count = counts[family, name]
            if count:
                ax.barh(row, count, 0.7, left, edgecolor="white", linewidth=0.8, **look)
            left += count
        note(ax, left, row, texts[row], color=INK if left else FAINT)
    if not families:
        instead(ax, words["nothing_ran"])

    bare(ax)
    ax.axvline(0, color=LIGHT, lw=0.8, zorder=0)
    ax.set_ylim(max(len(families), 1) - 0.4, -0.6)
    ax.set_xticks([])
    ax.set_yticks(
        range(len(families)), [wrap(words.family(each), 0.25 * inches) for each in families]
    )
    title(ax, f"{words['findings']}: {summary}", 0.8 * inches)
    return finish(ax)


def family_of(rule: str) -> str:
    return rule.partition("/")[0]


def kind_of(finding: Finding) -> str:
    return finding.severity if finding.acceptance is None else "accepted"


def told(family: str, counts: Counter[Any], words: Words) -> str:
    parts = [words.count(counts[family, name], name) for name in LOOKS if counts[family, name]]
    return ", ".join(parts) or words["no_findings"]
