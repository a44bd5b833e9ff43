"""What the engines say about a plan, with its elements in it."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from .. import _vp
from ..element import make
from ..plan import Plan


def relations(plan: Plan) -> Tuple[List[Dict[str, Any]], List[Dict[str, Any]]]:
    """The relations of the budget, judged, and its cells."""
    network = _vp.reconciliation_network(_vp.reconcile(plan._open))
    found = [_vp.network_relation(network, i) for i in range(_vp.network_relation_count(network))]
    cells = [_vp.network_cell(network, i) for i in range(_vp.network_cell_count(network))]
    return _elements(plan, found, "owner"), _elements(plan, cells, "element")


def ranked(plan: Plan) -> List[Dict[str, Any]]:
    """The risks, scored, the highest value first."""
    scoring = _vp.score(plan._open, plan.functions._handle)
    found = [_vp.scoring_ranked(scoring, i) for i in range(_vp.scoring_count(scoring))]
    return _elements(plan, found, "risk", "band")


def tracks(plan: Plan) -> List[Dict[str, Any]]:
    """Where the indicators stand."""
    tracking = _vp.track(plan._open)
    found = [_vp.tracking_indicator(tracking, i) for i in range(_vp.tracking_count(tracking))]
    return _elements(
        plan, found, "indicator", "target", "latest", "previous", "outcome", "baseline"
    )


def _elements(plan: Plan, found: List[Dict[str, Any]], *names: str) -> List[Dict[str, Any]]:
    for given in found:
        for name in names:
            if given[name] is not None:
                given[name] = make(plan, given[name])
    return found
