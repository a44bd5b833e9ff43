"""All that the page says of a plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Dict, List, Optional

from ..check import Report
from ..plan import Plan
from .budget import BudgetView, budget_view
from .checked import Checked, checked_view
from .findings import FindingView, findings_view
from .indicators import IndicatorsView, indicators_view
from .pictures import pictures_of
from .risks import RisksView, risks_view
from .summary import Summary, summary_view
from .svg import Picture
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
        counts={**check.summary, "accepted": check._accepted_count},
        summary=summary_view(check, budget, risks, indicators, words),
        checked=checked_view(check, words),
        findings=findings,
        budget=budget,
        risks=risks,
        indicators=indicators,
        pictures=(pictures_of(plan, id, budget, risks, indicators, words) if has_pictures else {}),
    )
