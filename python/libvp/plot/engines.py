"""What libvp computes of a plan, as the pictures need it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple

from .. import _vp
from ..element import make

if TYPE_CHECKING:
    from ..elements import Band, Indicator, Observation, Risk
    from ..plan import Plan


@dataclass(frozen=True)
class Relation:
    """A sum that should equal a figure."""

    #: "frame", "column", "row", …
    kind: str
    #: "exact", "rounding", "doubtful", "impossible", "unknown", …
    verdict: str
    #: The frame, or the table and the number of its column.
    owner: Any
    index: int
    unit: Optional[str]
    #: None unless every figure could be read.
    sum: Optional[Decimal]
    #: The only figure that is missing, (element, number in its field), and what it should be.
    missing: Optional[Tuple[Any, Optional[int]]]
    missing_value: Optional[Decimal]


def relations(plan: Plan) -> List[Relation]:
    network = _vp.reconciliation_network(_vp.reconcile(plan._open))
    count = _vp.network_relation_count(network)
    return [_relation(plan, network, _vp.network_relation(network, i)) for i in range(count)]


def _relation(plan: Plan, network: Any, given: Any) -> Relation:
    missing = None
    if given["missing_count"] == 1:
        cell = _vp.network_cell(network, given["missing"])
        missing = make(plan, cell["element"]), cell["item"]
    return Relation(
        kind=given["kind"],
        verdict=given["verdict"],
        owner=make(plan, given["owner"]),
        index=given["index"],
        unit=given["unit"],
        sum=given["numbers"].get("sum"),
        missing=missing,
        missing_value=given["missing_value"],
    )


@dataclass(frozen=True)
class Score:
    """What a risk is worth."""

    risk: Risk
    #: None unless it could be read.
    consequence: Optional[Decimal]
    likelihood: Optional[Decimal]
    #: None when the risk is unscored.
    value: Optional[Decimal]


@dataclass(frozen=True)
class Scoring:
    """The plan's risk model, applied to its risks: the highest value first, unscored ones last."""

    scores: List[Score]
    #: The value of a pair of levels (consequence, likelihood), and its band; None for none.
    value: Callable[[Decimal, Decimal], Optional[Decimal]]
    band: Callable[[Decimal], Optional[Band]]


def scoring(plan: Plan) -> Scoring:
    handle = _vp.score(plan._open, plan.functions._handle)

    def value(consequence: Decimal, likelihood: Decimal) -> Optional[Decimal]:
        score = _vp.scoring_score(handle, str(consequence), str(likelihood))
        return score if isinstance(score, Decimal) else None

    def band(value: Decimal) -> Optional[Band]:
        found = _vp.scoring_band(handle, str(value))
        return None if found is None else make(plan, found)

    ranked = (_vp.scoring_ranked(handle, i) for i in range(_vp.scoring_count(handle)))
    return Scoring([_score(plan, given) for given in ranked], value, band)


def _score(plan: Plan, given: Any) -> Score:
    _, consequence, _ = given["consequence"]
    _, likelihood, _ = given["likelihood"]
    return Score(make(plan, given["risk"]), consequence, likelihood, given["value"])


@dataclass(frozen=True)
class Track:
    """Where an indicator stands."""

    indicator: Indicator
    #: "met", "not_met", "better", …
    status: str
    #: What a relative target starts from.
    baseline: Optional[Observation]


def tracks(plan: Plan) -> List[Track]:
    handle = _vp.track(plan._open)
    given = (_vp.tracking_indicator(handle, i) for i in range(_vp.tracking_count(handle)))
    return [_track(plan, each) for each in given]


def _track(plan: Plan, given: Any) -> Track:
    baseline = given["baseline"]
    return Track(
        indicator=make(plan, given["indicator"]),
        status=given["status"],
        baseline=None if baseline is None else make(plan, baseline),
    )
