"""Rules of your own, which run beside libvp's."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from dataclasses import dataclass, field as default
from datetime import date
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Tuple,
    Union,
)

from . import _vp
from .catalogue import Rule
from .element import Record
from .values import Number, Quantity, make_date

if TYPE_CHECKING:
    from ._vp import Handle
    from .element import Element
    from .plan import Plan

__all__ = ["Found", "OwnRule", "found", "rule", "unregister"]

#: libvp keeps no more for one finding.
MOST_VALUES = 16


@dataclass(frozen=True)
class Found:
    """What a rule of your own found; see :func:`found`."""

    element: Union[Element, Plan]
    field: Optional[str] = None
    sv: Optional[str] = None
    en: Optional[str] = None
    note_sv: Optional[str] = None
    note_en: Optional[str] = None
    help_sv: Optional[str] = None
    help_en: Optional[str] = None
    values: Mapping[str, object] = default(default_factory=dict)


def found(
    element: Union[Element, Plan],
    field: Optional[str] = None,
    *,
    sv: Optional[str] = None,
    en: Optional[str] = None,
    note_sv: Optional[str] = None,
    note_en: Optional[str] = None,
    help_sv: Optional[str] = None,
    help_en: Optional[str] = None,
    values: Optional[Mapping[str, object]] = None,
) -> Found:
    """What a rule yields: the element, its field, what is wrong, how that was found, what to do.

    ``{name}`` in a text stands for that value, written as the language writes it, ``{+name}`` for
    it with its sign. A text in one language is used for the other too; without any, the rule's
    title is the message.
    """
    return Found(element, field, sv, en, note_sv, note_en, help_sv, help_en, dict(values or {}))


#: What a rule's function may yield.
Yield = Union[Found, "Element", "Plan"]
#: With the plan, and with as_of if it has a parameter of that name.
Check = Callable[..., Optional[Iterable[Yield]]]


@dataclass(frozen=True)
class OwnRule(Rule):
    """A rule of your own; call it with a plan to try it."""

    check: Check
    wants_as_of: bool

    def __call__(self, plan: Plan, as_of: Optional[date] = None) -> List[Found]:
        return [self._found(item, plan) for item in self._items(plan, as_of)]

    def _items(self, plan: Plan, as_of: Optional[date]) -> Iterable[Yield]:
        return (self.check(plan, as_of=as_of) if self.wants_as_of else self.check(plan)) or ()

    def _found(self, item: object, plan: Plan) -> Found:
        made = item if isinstance(item, Found) else Found(item)  # type: ignore[arg-type]
        if not isinstance(made.element, Record):
            raise TypeError(f"the rule {self.id!r} found {item!r}, which is no element of a plan")
        if made.element._plan is not plan:
            raise ValueError(f"the rule {self.id!r} found {item!r} in another plan")
        if len(made.values) > MOST_VALUES:
            raise ValueError(f"the rule {self.id!r} gave more than {MOST_VALUES} values")
        return made

    def _run(self, run: Handle, plan: Plan) -> None:
        count = 0
        for item in self._items(plan, make_date(_vp.run_as_of(run))):
            made = self._found(item, plan)
            _vp.run_applied(run)
            self._report(run, made)
            count += 1
        if count == 0:
            _vp.run_applied(run)

    def _report(self, run: Handle, made: Found) -> None:
        has_text = made.sv is not None or made.en is not None
        sv, en = (made.sv, made.en) if has_text else (self.title_sv, self.title_en)
        _vp.run_report(run, made.element._live, made.field, sv, en)
        for name, value in made.values.items():
            _give(run, name, value)
        _vp.run_note(run, made.note_sv, made.note_en)
        _vp.run_help(run, made.help_sv, made.help_en)


registered: Dict[str, OwnRule] = {}


def rule(
    id: str,
    *,
    severity: str = "warning",
    sv: Optional[str] = None,
    en: Optional[str] = None,
    register: bool = True,
) -> Callable[[Check], OwnRule]:
    """Makes a rule of a function that takes a plan and yields what it finds.

    >>> @libvp.rule("sju/every-goal-has-an-indicator", sv="ett mål saknar indikator")
    ... def every_goal_has_an_indicator(plan):
    ...     for goal in plan.goals:
    ...         if not goal.indicators:
    ...             yield goal

    sv and en are the rule's title. It then runs in every check, beside libvp's rules; one with the
    same id takes its place. With ``register=False`` it runs only where it is given to a check.
    """

    def make(check: Check) -> OwnRule:
        first_line = (inspect.getdoc(check) or id).splitlines()[0]
        title_sv, title_en = sv or en or first_line, en or sv or first_line
        wants_as_of = "as_of" in inspect.signature(check).parameters
        made = OwnRule(id, severity, title_sv, title_en, check, wants_as_of)
        _rule_set([made], None)  # refuses what is no rule
        if register:
            registered[id] = made
        return made

    return make


def unregister(id: str) -> None:
    """Takes a rule of your own out of later checks."""
    del registered[id]


class _Call:
    """What the extension calls for one rule in one check. It forgets the plan afterwards: the
    report keeps the rule set, and a cycle through it could not be collected."""

    __slots__ = ("rule", "plan")

    def __init__(self, rule: OwnRule, plan: Optional[Plan]):
        self.rule: Optional[OwnRule] = rule
        self.plan = plan

    def __call__(self, run: Handle) -> None:
        if self.rule is not None and self.plan is not None:
            self.rule._run(run, self.plan)


def _rule_set(own: Iterable[OwnRule], plan: Optional[Plan]) -> Tuple[Handle, List[_Call]]:
    rule_set, calls = _vp.rule_set_new(), []
    for each in own:
        call = _Call(each, plan)
        _vp.rule_set_add(rule_set, each.id, each.severity, each.title_sv, each.title_en, call)
        calls.append(call)
    return rule_set, calls


@contextmanager
def running(plan: Plan, own: Optional[Iterable[OwnRule]]) -> Iterator[Optional[Handle]]:
    """A rule set for one check of the plan."""
    chosen = list(registered.values()) if own is None else list(own)
    if not chosen:
        yield None
        return
    for each in chosen:
        if not isinstance(each, OwnRule):
            raise TypeError(f"{each!r} is no rule: make one with libvp.rule")
    rule_set, calls = _rule_set(chosen, plan)
    try:
        yield rule_set
    finally:
        for call in calls:
            call.rule = call.plan = None


def _give(run: Handle, name: str, value: Any) -> None:
    unit: Optional[str] = None
    if isinstance(value, Quantity) and value.value is not None and value.qualifier is None:
        value, unit = value.value, value.unit
    elif isinstance(value, Number):
        value, unit = value.value, value.unit
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        _vp.run_number(run, name, str(value), unit)
    else:
        _vp.run_text(run, name, str(value))
