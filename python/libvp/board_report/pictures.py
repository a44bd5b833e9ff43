"""The pictures of a plan."""

from __future__ import annotations

from typing import Dict, Optional

from ..plan import Plan
from ..plot import budget_bridge, internal_budget, risk_matrix
from ..plot import indicators as indicator_charts
from .budget import BudgetView
from .frame import FrameView
from .indicators import IndicatorsView
from .risks import RisksView
from .svg import Picture, draw
from .words import Words


def pictures_of(
    plan: Plan,
    id: str,
    budget: Optional[BudgetView],
    risks: RisksView,
    indicators: IndicatorsView,
    words: Words,
) -> Dict[str, Picture]:
    """By what they show, as far as there is anything to draw."""
    made: Dict[str, Optional[Picture]] = {}
    if budget is not None and budget.frame is not None:
        alt = _bridge_alt(budget.frame, words)
        made["frame"] = draw(budget_bridge, plan, f"{id}-frame", alt, words.lang)
    if budget is not None and budget.tables:
        alt = words.say("alt_table", budget.tables[0].title)
        made["table"] = draw(internal_budget, plan, f"{id}-table", alt, words.lang)
    if risks.scored:
        alt = words.say("alt_matrix", words.count(len(risks.scored), "risk"))
        made["risks"] = draw(risk_matrix, plan, f"{id}-risks", alt, words.lang)
    if indicators.is_measured:
        alt = words["alt_indicators"]
        made["indicators"] = draw(indicator_charts, plan, f"{id}-indicators", alt, words.lang)
    return {name: picture for name, picture in made.items() if picture is not None}


def _bridge_alt(frame: FrameView, words: Words) -> str:
    changes = words.whole(len(frame.rows) - 1)
    return words.say("alt_bridge", frame.before, changes, frame.now)
