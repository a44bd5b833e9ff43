"""What libvp computes of a plan, with the plan's elements in it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple, Type, TypeVar

from . import _vp
from .element import make

if TYPE_CHECKING:
    from ._vp import Handle
    from .elements import Band, Indicator, Observation, Risk, RiskModel, Target
    from .plan import Plan

R = TypeVar("R")


@dataclass(frozen=True)
class Cell:
    """A figure of the budget."""

    element: Any
    field: str
    #: Its number in the field; None when it is the field's only one.
    item: Optional[int]

    @property
    def path(self) -> str:
        """Its JSON Pointer."""
        parts = (self.element.path, self.field, self.item)
        return "/".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class Numbers:
    """How a verdict was reached."""

    sum: Decimal
    stated: Decimal
    difference: Decimal
    #: What rounding can give at most; None when nothing bounds it.
    worst_case: Optional[Decimal]


@dataclass(frozen=True)
class Relation:
    """A sum that should equal a figure, or be at most it."""

    #: "frame", "column", "row", …
    kind: str
    #: "exact", "rounding", "doubtful", "impossible", "unknown", …
    verdict: str
    #: The frame, the tie, or the table and the number of its column.
    owner: Any
    index: int
    total: Cell
    at_most: bool
    #: Whether the plan says that the figures were adjusted until they add up.
    adjusted: bool
    unit: Optional[str]
    #: None unless every figure could be read.
    numbers: Optional[Numbers]
    #: The only figure that is missing, and what it should be.
    missing: Optional[Cell]
    missing_value: Optional[Decimal]


def relations(plan: Plan) -> List[Relation]:
    network = _vp.reconciliation_network(_vp.reconcile(plan._open))
    count = _vp.network_relation_count(network)
    return [_relation(plan, network, _vp.network_relation(network, i)) for i in range(count)]


def _relation(plan: Plan, network: Handle, given: Dict[str, Any]) -> Relation:
    given["total"] = _cell(plan, network, given["total"])
    is_alone = given["missing_count"] == 1
    given["missing"] = _cell(plan, network, given["missing"]) if is_alone else None
    given["numbers"] = _of(Numbers, given["numbers"]) if given["numbers"] else None
    return _of(Relation, _with_elements(plan, given, "owner"))


def _cell(plan: Plan, network: Handle, index: int) -> Cell:
    return _of(Cell, _with_elements(plan, _vp.network_cell(network, index), "element"))


@dataclass(frozen=True)
class Level:
    """A risk's consequence or likelihood."""

    #: "missing", "known", "unreadable" or "off_scale".
    state: str
    #: None unless it could be read.
    value: Optional[Decimal]
    #: The level's name, where the scale has one.
    name: Optional[str]


@dataclass(frozen=True)
class Score:
    """What a risk is worth."""

    risk: Risk
    consequence: Level
    likelihood: Level
    #: What the model gives, and what the plan states; None for neither.
    computed: Optional[Decimal]
    stated: Optional[Decimal]
    #: The computed one, or else the stated one; None when the risk is unscored.
    value: Optional[Decimal]
    #: That the value lies in.
    band: Optional[Band]


@dataclass(frozen=True)
class Scoring:
    """The plan's risk model, applied to its risks: the highest value first, unscored ones last."""

    scores: List[Score]
    #: The plan's own, or its profile's; None for neither.
    model: Optional[RiskModel]
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
    model = _vp.scoring_model(handle)
    return Scoring([_score(plan, given) for given in ranked], model and make(plan, model), value, band)


def _score(plan: Plan, given: Dict[str, Any]) -> Score:
    for name in ("consequence", "likelihood"):
        given[name] = Level(*given[name])
    return _of(Score, _with_elements(plan, given, "risk", "band"))


#: A statistic and the ends of its range, which are None without one.
Estimate = Tuple[float, Optional[float], Optional[float]]


@dataclass(frozen=True)
class Track:
    """Where an indicator stands."""

    indicator: Indicator
    #: "met", "not_met", "better", …
    status: str
    target: Optional[Target]
    latest: Optional[Observation]
    #: What a relative target starts from.
    baseline: Optional[Observation]
    #: From the last outcome but one to the last.
    change: Optional[Decimal]
    #: Of so many outcomes, in this unit a year.
    trend_count: int
    trend_unit: Optional[str]
    slope: Optional[Estimate]
    #: Of the target's period, and whether it meets the target: "unlikely", "uncertain", "likely".
    forecast: Optional[Estimate]
    forecast_meets: Optional[str]


def tracks(plan: Plan) -> List[Track]:
    handle = _vp.track(plan._open, plan.functions._handle)
    found = (_vp.tracking_indicator(handle, i) for i in range(_vp.tracking_count(handle)))
    names = ("indicator", "target", "latest", "baseline")
    return [_of(Track, _with_elements(plan, given, *names)) for given in found]


def _with_elements(plan: Plan, given: Dict[str, Any], *names: str) -> Dict[str, Any]:
    for name in names:
        if given[name] is not None:
            given[name] = make(plan, given[name])
    return given


def _of(kind: Type[R], given: Dict[str, Any]) -> R:
    """Its fields of what the extension gives, which may have more."""
    return kind(**{each.name: given[each.name] for each in fields(kind)})  # type: ignore[arg-type]
