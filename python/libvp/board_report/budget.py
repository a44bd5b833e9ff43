"""The budget as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ..plan import Plan
from .findings import Marks
from .frame import FrameView, frame_view
from .tables import Ledger, TableView, table_view
from .verdicts import Verdict, Verdicts
from .words import Words


@dataclass(frozen=True)
class BudgetView:
    frame: Optional[FrameView]
    tables: List[TableView]
    #: Each tie's label and verdict.
    ties: List[Tuple[str, Verdict]]
    #: How many sums and ties there are of each verdict, the best first.
    verdicts: Dict[str, int]


def budget_view(plan: Plan, marks: Marks, words: Words) -> Optional[BudgetView]:
    budget = plan.budget
    if budget is None:
        return None
    verdicts = Verdicts(plan, words)
    ledger = Ledger(verdicts, marks, words)
    unit = budget.unit or ""
    return BudgetView(
        frame=frame_view(budget.frame, unit, ledger) if budget.frame is not None else None,
        tables=[table_view(table, unit, ledger) for table in budget.tables],
        ties=verdicts.ties,
        verdicts=verdicts.counts,
    )
