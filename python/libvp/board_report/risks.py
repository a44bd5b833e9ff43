"""The risks and the internal control plan as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional

from ..elements import Control
from ..engines import Level, Score, Scoring, scoring
from ..plan import Plan
from ..values import Quantity
from .findings import Mark, Marks
from .places import name
from .words import Words

#: Of the colours that a plan may give its bands; they stand beside the name, never alone.
_COLOURS = ("green", "yellow", "orange", "red")


@dataclass(frozen=True)
class BandView:
    name: str
    #: One of the plan format's colours, or "".
    colour: str
    values: str
    action: str
    count: int


@dataclass(frozen=True)
class RiskView:
    #: "" for an unscored one.
    rank: str
    id: str
    title: str
    description: Optional[str]
    consequence: str
    likelihood: str
    value: str
    #: What the plan states, where that is something else.
    stated: str
    band: Optional[BandView]
    owner: str
    #: Ids of controls.
    controls: List[str]
    marks: List[Mark]


@dataclass(frozen=True)
class ControlView:
    id: str
    what: str
    risk: str
    responsible: str
    method: str
    report_by: str
    marks: List[Mark]


@dataclass(frozen=True)
class RisksView:
    scored: List[RiskView]
    unscored: List[RiskView]
    bands: List[BandView]
    controls: List[ControlView]
    has_owners: bool

    @property
    def count(self) -> int:
        return len(self.scored) + len(self.unscored)

    @property
    def highest(self) -> List[RiskView]:
        return [risk for risk in self.scored if risk.value == self.scored[0].value]

    @property
    def uncontrolled(self) -> List[RiskView]:
        """Those without a control, where the plan has controls at all."""
        return [risk for risk in self.scored + self.unscored if not risk.controls]


def risks_view(plan: Plan, marks: Marks, words: Words) -> RisksView:
    result = scoring(plan)
    scores = result.scores
    controls: Dict[str, List[str]] = {}
    for control in plan.controls:
        if control.risk_id is not None:
            controls.setdefault(control.risk_id, []).append(control.id)
    bands = _bands(result, words)
    values = [score.value for score in scores]
    shown = [
        _risk(score, str(values.index(score.value) + 1), bands, controls, marks, words)
        for score in scores
    ]
    return RisksView(
        scored=[risk for risk in shown if risk.value],
        unscored=[risk for risk in shown if not risk.value],
        bands=list(bands.values()),
        controls=[_control(control, marks, words) for control in plan.controls],
        has_owners=any(risk.owner for risk in shown),
    )


def _bands(result: Scoring, words: Words) -> Dict[str, BandView]:
    """By their JSON Pointers."""
    model = result.model
    return {
        band.path: BandView(
            name=band.name,
            colour=band.colour if band.colour in _COLOURS else "",
            values=f"{words.quantity(band.from_)}–{words.quantity(band.to)}",
            action=band.action or "",
            count=sum(score.band == band for score in result.scores),
        )
        for band in (model.bands if model is not None else ())
    }


def _risk(
    score: Score,
    rank: str,
    bands: Dict[str, BandView],
    controls: Dict[str, List[str]],
    marks: Marks,
    words: Words,
) -> RiskView:
    risk, value, stated = score.risk, score.value, score.stated
    return RiskView(
        rank="" if value is None else rank,
        id=risk.id,
        title=risk.title,
        description=risk.description,
        consequence=_level(score.consequence, risk.consequence, words),
        likelihood=_level(score.likelihood, risk.likelihood, words),
        value="" if value is None else words.number(value),
        stated="" if stated is None or score.computed in (None, stated) else words.number(stated),
        band=bands.get(score.band.path) if score.band is not None else None,
        owner=risk.owner or "",
        controls=controls.get(risk.id, []),
        marks=marks.within(risk.path),
    )


def _level(level: Level, figure: Quantity, words: Words) -> str:
    """What the plan prints, with the level's name where the scale has one."""
    if level.state != "known" or level.value is None:
        return words.quantity(figure)
    return f"{words.number(level.value)} {level.name or ''}".strip()


def _control(control: Control, marks: Marks, words: Words) -> ControlView:
    risk = control.risk
    known = "" if risk is None else f"{name(risk)} ({risk.id})"
    return ControlView(
        id=control.id,
        what=control.what,
        risk=known or control.risk_id or "",
        responsible=control.responsible or "",
        method=control.method or "",
        report_by=words.period(control.report_by),
        marks=marks.within(control.path),
    )
