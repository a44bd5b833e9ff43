"""Rules of your own, which run beside libvp's."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field as member
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
    Union,
)

from . import _vp
from .catalogue import Rule
from .element import Record
from .values import Interval, Number, Quantity, make_date

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
    item: Optional[int] = None
    sv: Optional[str] = None
    en: Optional[str] = None
    note_sv: Optional[str] = None
    note_en: Optional[str] = None
    help_sv: Optional[str] = None
    help_en: Optional[str] = None
    values: Mapping[str, object] = member(default_factory=dict)


def found(
    element: Union[Element, Plan],
    field: Optional[str] = None,
    item: Optional[int] = None,
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

    item is one of several that the field holds, from 0: the cell, when it is the values of a row.

    ``{name}`` in a text stands for that value, written as the language writes it, ``{+name}`` for
    it with its sign. A text in one language is used for the other too; without any, the rule's
    title is the message.
    """
    texts = (sv, en, note_sv, note_en, help_sv, help_en)
    return Found(element, field, item, *texts, dict(values or {}))


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
        if made.element._plan != plan:
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
        if made.item is not None:
            _vp.run_item(run, made.item)
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
        first_line = (inspect.getdoc(check) or id).partition("\n")[0]
        title_sv, title_en = sv or en or first_line, en or sv or first_line
        wants_as_of = "as_of" in inspect.signature(check).parameters
        made = OwnRule(id, severity, title_sv, title_en, check, wants_as_of)
        RuleSet([made])  # refuses what is no rule
        if register:
            registered[id] = made
        return made

    return make


def unregister(id: str) -> None:
    """Takes a rule of your own out of later checks."""
    del registered[id]


class RuleSet:
    """Rules of your own for one check of one plan."""

    def __init__(self, own: Iterable[OwnRule], plan: Optional[Plan] = None):
        self.handle = _vp.rule_set_new()
        self._calls: List[_Call] = []
        for rule in own:
            if not isinstance(rule, OwnRule):
                raise TypeError(f"{rule!r} is no rule: make one with libvp.rule")
            call = _Call(rule, plan)
            _vp.rule_set_add(
                self.handle, rule.id, rule.severity, rule.title_sv, rule.title_en, call
            )
            self._calls.append(call)

    @classmethod
    def of(cls, plan: Plan, rules: Optional[Iterable[OwnRule]]) -> RuleSet:
        """The rules that are given, or else those that are registered."""
        return cls(tuple(registered.values()) if rules is None else rules, plan)

    def finish(self) -> None:
        """Forgets the plan and the functions, which the report would keep: it keeps the set."""
        for call in self._calls:
            call.rule = call.plan = None


class _Call:
    """What the extension calls for one rule."""

    __slots__ = ("rule", "plan")

    def __init__(self, rule: OwnRule, plan: Optional[Plan]):
        self.rule: Optional[OwnRule] = rule
        self.plan = plan

    def __call__(self, run: Handle) -> None:
        if self.rule is not None and self.plan is not None:
            self.rule._run(run, self.plan)


def _give(run: Handle, name: str, value: Any) -> None:
    unit: Optional[str] = None
    if isinstance(value, Interval):
        low, high = (None if end is None else str(end) for end in (value.low, value.high))
        _vp.run_interval(run, name, (low, high, value.low_open, value.high_open), value.unit)
        return
    if isinstance(value, Quantity) and value.value is not None and value.qualifier is None:
        value, unit = value.value, value.unit
    elif isinstance(value, Number):
        value, unit = value.value, value.unit
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        _vp.run_number(run, name, str(value), unit)
    else:
        _vp.run_text(run, name, str(value))
