"""All that the page says of a plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional, Tuple

from ..check import Report
from ..plan import Plan
from .budget import BudgetView, FrameView, budget_view
from .findings import FindingView, findings_view
from .indicators import IndicatorsView, indicators_view
from .pictures import Picture, draw
from .risks import RisksView, risks_view
from .summary import Checked, Summary, checked_view, summary_view
from .words import Words, lines


@dataclass(frozen=True)
class PlanView:
    #: What the plan's addresses in the page begin with.
    id: str
    title: str
    municipality: str
    board: str
    period: str
    status: str
    document: str
    file: str
    counts: Dict[str, int]
    summary: Summary
    checked: Checked
    findings: List[FindingView]
    budget: Optional[BudgetView]
    risks: RisksView
    indicators: IndicatorsView
    pictures: Dict[str, Picture]

    @property
    def whose(self) -> str:
        return " · ".join(lines(self.municipality, self.board))


def plan_view(check: Report, id: str, words: Words, has_pictures: bool) -> PlanView:
    plan = check.plan
    findings, marks = findings_view(check, f"{id}-f", words)
    budget = budget_view(plan, marks, words)
    risks = risks_view(plan, marks, words)
    indicators = indicators_view(plan, marks, words)
    organisation = plan.organisation
    return PlanView(
        id=id,
        title=plan.title,
        municipality=organisation.municipality if organisation else "",
        board=(organisation.board if organisation else None) or "",
        period=words.period(plan.period),
        status=words[plan.status] if plan.status else "",
        document=(plan.source.document if plan.source else None) or "",
        file=os.path.basename(plan.path) if plan.path else "",
        counts=check.summary,
        summary=summary_view(check, budget, risks, indicators, words),
        checked=checked_view(check, words),
        findings=findings,
        budget=budget,
        risks=risks,
        indicators=indicators,
        pictures=(_pictures(plan, id, budget, risks, indicators, words) if has_pictures else {}),
    )


def _pictures(
    plan: Plan,
    id: str,
    budget: Optional[BudgetView],
    risks: RisksView,
    indicators: IndicatorsView,
    words: Words,
) -> Dict[str, Picture]:
    """By what they show, as far as there is anything to draw."""
    from .. import plot

    wanted: Dict[str, Tuple[Callable[..., Any], str]] = {}
    if budget is not None and budget.frame is not None:
        wanted["frame"] = plot.budget_bridge, _bridge_alt(budget.frame, words)
    if budget is not None and budget.tables:
        title = budget.tables[0].title
        wanted["table"] = plot.internal_budget, words["alt_table"].format(title)
    if risks.scored:
        count = words.count(len(risks.scored), "risk")
        wanted["risks"] = plot.risk_matrix, words["alt_matrix"].format(count)
    if indicators.is_measured:
        wanted["indicators"] = plot.indicators, words["alt_indicators"]
    made = {
        name: draw(picture, plan, f"{id}-{name}", alt, words.lang)
        for name, (picture, alt) in wanted.items()
    }
    return {name: picture for name, picture in made.items() if picture is not None}


def _bridge_alt(frame: FrameView, words: Words) -> str:
    return words["alt_bridge"].format(frame.before, len(frame.rows) - 1, frame.now)
