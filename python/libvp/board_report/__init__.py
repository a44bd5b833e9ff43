"""A report on plans for the board that is to adopt them: one HTML file to read or print."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Iterable, List, Optional, Union

from ..baseline import Baseline, used
from ..plan import Plan

if TYPE_CHECKING:
    from ..check import Report
    from ..own_functions import Functions
    from ..own_rules import OwnRule

__all__ = ["report"]


def report(
    plans: Union[Plan, Iterable[Plan]],
    path: Union[str, os.PathLike[str]],
    *,
    lang: Optional[str] = None,
    as_of: Union[str, date, None] = None,
    title: Optional[str] = None,
    select: Union[str, Iterable[str], None] = None,
    ignore: Union[str, Iterable[str], None] = None,
    rules: Optional[Iterable[OwnRule]] = None,
    functions: Optional[Functions] = None,
    baseline: Union[Baseline, str, os.PathLike[str], None] = None,
    pictures: bool = True,
) -> List[Report]:
    """Checks plans and writes what a board needs of them to one HTML file; returns the checks.

    The file needs nothing beside it and no script, prints on A4, and is the same to the byte for
    the same plans. Of several plans it begins with a comparison. lang: "sv" or "en"; otherwise the
    first plan's own. title: of the whole; otherwise the plan's. as_of, select, ignore, rules,
    functions and baseline: as for :meth:`libvp.Plan.check`; what is accepted stands by itself.
    pictures: False leaves them out, and needs no matplotlib.
    """
    from .page import page
    from .plan_view import plan_view
    from .words import Words

    given = [plans] if isinstance(plans, Plan) else list(plans)
    if not given:
        raise ValueError("there is no plan to report on")
    words = Words(lang or given[0].language or "sv")
    own = None if rules is None else tuple(rules)
    accepting = used(baseline)
    checks = [
        plan.check(select, ignore, as_of, words.lang, own, functions, accepting) for plan in given
    ]
    day = as_of.isoformat()[:10] if isinstance(as_of, date) else as_of
    views = [
        plan_view(check, f"p{number}", words, pictures) for number, check in enumerate(checks, 1)
    ]
    text = page(views, title, day, words)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return checks
