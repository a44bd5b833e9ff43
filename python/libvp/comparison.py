"""Plans side by side."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from .columns import text_dtype
from .engines import scoring
from .errors import ArgumentError
from .extras import need
from .values import Quantity

if TYPE_CHECKING:
    import pandas

    from .plan import Plan
    from .plans import Plans, Reports

#: The powers of ten that turn amounts into kr.
_EXPONENTS = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9}

#: The columns that every comparison has; those of risk classes come after them, as integers.
_COLUMNS = {
    "plan": "text",
    "municipality": "text",
    "board": "text",
    "period": "text",
    "errors": "Int64",
    "warnings": "Int64",
    "notes": "Int64",
    "accepted": "Int64",
    "frame": "float64",
    "frame_change": "float64",
    "frame_change_percent": "float64",
    "indicators": "Int64",
    "indicators_met": "Int64",
    "indicators_not_met": "Int64",
    "share_met": "float64",
    "risks": "Int64",
    "highest_risk": "float64",
    "risks_without_control": "Int64",
}

Row = Dict[str, Any]


def compare(plans: Plans, reports: Reports, unit: str) -> pandas.DataFrame:
    """See :meth:`libvp.Plans.compare`."""
    pd = need("pandas", "frames")
    if unit not in _EXPONENTS:
        raise ArgumentError(f"unit is one of {', '.join(_EXPONENTS)}, not {unit!r}")
    if [report.plan for report in reports] != list(plans):
        raise ArgumentError("the reports are not those of the plans, in their order")
    rows: List[Row] = []
    for plan, report in zip(plans, reports):
        found = {f"{severity}s": count for severity, count in report.summary.items()}
        found["accepted"] = report._accepted_count
        rows.append(
            {**_whose(plan), **found, **_frame(plan, unit), **_indicators(plan), **_risks(plan)}
        )
    names = dict.fromkeys([*_COLUMNS, *(name for row in rows for name in row)])
    types = {"text": text_dtype(pd)}
    columns = {}
    for name in names:
        kind = _COLUMNS.get(name, "Int64")
        columns[name] = pd.Series([row.get(name) for row in rows], dtype=types.get(kind, kind))
    frame: pandas.DataFrame = pd.DataFrame(columns)
    return frame


def _whose(plan: Plan) -> Row:
    organisation = plan.organisation
    whose: Row = {"plan": plan.id, "period": str(plan.period)}
    if organisation is not None:
        whose.update(municipality=organisation.municipality, board=organisation.board)
    return whose


def _frame(plan: Plan, unit: str) -> Row:
    frame = None if plan.budget is None else plan.budget.frame
    if frame is None:
        return {}
    closing, opening = (_amount(each.amount, unit) for each in (frame.closing, frame.opening))
    row: Row = {"frame": closing}
    if closing is not None and opening is not None:
        row["frame_change"] = closing - opening
        if opening != 0:
            row["frame_change_percent"] = (closing - opening) / opening * 100
    return row


def _amount(figure: Quantity, unit: str) -> Optional[Decimal]:
    if figure.value is None or figure.unit not in _EXPONENTS:
        return None
    return figure.value.scaleb(_EXPONENTS[figure.unit] - _EXPONENTS[unit])


def _indicators(plan: Plan) -> Row:
    frame = plan.indicators.to_frame()
    statuses = Counter(frame["status"])
    met, not_met = statuses["met"], statuses["not_met"]
    return {
        "indicators": len(frame),
        "indicators_met": met,
        "indicators_not_met": not_met,
        "share_met": met / (met + not_met) if met + not_met else None,
    }


def _risks(plan: Plan) -> Row:
    frame = plan.risks.to_frame()
    model = scoring(plan).model
    bands = model.bands if model is not None else ()
    counts = Counter(frame["band"].dropna())
    return {
        "risks": len(frame),
        "highest_risk": frame["value"].max(),
        "risks_without_control": int((frame["control_count"] == 0).sum()),
        **{f"risks_in_{band.name}": counts[band.name] for band in bands},
    }
