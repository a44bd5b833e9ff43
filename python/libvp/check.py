"""What a check of a plan finds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, Iterable, Mapping, Optional, Tuple, Union, overload

from . import _vp
from .baseline import Baseline, used
from .columns import Columns, Tabular
from .element import Element, make
from .errors import ArgumentError, CheckFailed, PlanFormatError, ProfileError
from .outputs import Written, checked, name_of
from .values import Interval, Number, make_interval

if TYPE_CHECKING:
    from ._vp import Handle, ReportFile
    from .elements import Acceptance
    from .plan import Plan
    from .own_functions import Functions
    from .own_rules import OwnRule
    from .profile import Profile

__all__ = ["Accepted", "Candidate", "Finding", "Report", "RuleResult"]

#: A value that a finding mentions.
Value = Union[str, Number, Interval, Tuple[str, ...]]


@dataclass(frozen=True)
class Candidate:
    """A figure that is probably wrong, and what it should probably be."""

    #: From 1; candidates that cannot be told apart have the same.
    rank: int
    #: From 1; figures of one explanation are wrong together.
    explanation: int
    #: The JSON Pointer of the figure.
    path: str
    #: How it came about, such as "digit left out".
    slip: str
    unit: Optional[str]
    printed: Decimal
    #: None when nothing says what it should be.
    value: Optional[Decimal]
    #: Where the true value must then lie.
    interval: Interval


@dataclass(frozen=True)
class Accepted:
    """Why a finding is accepted: it is known and may stay (godtagen)."""

    reason: str
    #: The last period in which it holds, as written; None for no end.
    until: Optional[str]
    #: Whether a baseline says so; otherwise the plan does.
    in_baseline: bool
    #: The JSON Pointer of the acceptance, in the plan or in the baseline.
    path: str
    #: The acceptance in the plan; None for one in a baseline.
    element: Optional[Acceptance]


@dataclass(frozen=True, repr=False)
class Finding:
    """Something in a plan that does not hold together (anmärkning)."""

    #: "family/name".
    rule: str
    #: "error", "warning" or "note".
    severity: str
    #: The JSON Pointer of the place.
    path: str
    #: From 1; columns in characters; the end is behind the last character.
    line: int
    column: int
    end_line: int
    end_column: int
    #: What is wrong.
    message: str
    #: How that was found.
    notes: Tuple[str, ...]
    #: What to look at.
    help: Tuple[str, ...]
    #: The values that the message mentions, by name.
    values: Mapping[str, Value] = field(hash=False)
    #: Of a budget's sum: the figures that are probably wrong, the likeliest first.
    candidates: Tuple[Candidate, ...]
    #: Of the rule and the ids above the place: stays the same when rows move.
    fingerprint: str
    #: Of the rule and the titles, labels and names: stays the same when ids change. Findings may
    #: share it.
    text_fingerprint: str
    #: Why it is accepted; None when it is not.
    acceptance: Optional[Accepted]
    #: The element that it is about; the plan itself for the plan.
    element: Union[Element, Plan]
    #: The plan's file.
    file: Optional[str]

    def __str__(self) -> str:
        place = f"{self.file or '<plan>'}:{self.line}:{self.column}"
        severity = self.severity if self.acceptance is None else f"{self.severity} (accepted)"
        return f"{place}: {severity}: {self.message} [{self.rule}]"

    def __repr__(self) -> str:
        return f"<Finding {self.rule} {self.path}>"

    def _repr_html_(self) -> str:
        from .html import finding_block

        return finding_block(self)


@dataclass(frozen=True)
class RuleResult:
    """What became of one rule in a check."""

    rule: str
    #: What it finds, in the report's language; also of your own and of those a profile states.
    title: str
    #: Of its findings: its own, or the one that the plan's profile gives it.
    severity: str
    #: False when it was not selected, or is off.
    ran: bool
    #: Places where it had something to judge.
    applied: int
    failed: int
    #: Places passed over: what it needs is missing, or itself in doubt.
    not_applicable: int
    #: Of those that failed: how many are accepted.
    accepted: int
    #: Why the plan's profile has switched it off; None when it has not.
    off: Optional[str]


class Report(Sequence[Finding], Tabular, Written):
    """The findings of a check, in the order of the plan.

    Findings that are accepted are among them, and in :attr:`accepted`; :attr:`ok`, :attr:`errors`,
    :attr:`warnings`, :attr:`notes` and :attr:`summary` are about the others.
    """

    def __init__(self, plan: Plan, handle: Handle, baseline: Optional[Baseline] = None):
        self._handle = handle
        #: The plan that was checked.
        self.plan = plan
        #: The baseline that it was checked with.
        self.baseline = baseline
        self._findings: Optional[Tuple[Finding, ...]] = None

    @property
    def findings(self) -> Tuple[Finding, ...]:
        if self._findings is None:
            self._findings = tuple(self._at(i) for i in range(len(self)))
        return self._findings

    def __len__(self) -> int:
        return _vp.report_finding_count(self._handle)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Tuple[Finding, ...]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Finding, Tuple[Finding, ...]]:
        return self.findings[index]

    def __bool__(self) -> bool:
        """Always true, with findings or without: ask for ok."""
        return True

    def _at(self, index: int) -> Finding:
        data = _vp.report_finding(self._handle, index)
        data["values"] = {name: _value(*pair) for name, pair in data["values"].items()}
        data["candidates"] = tuple(_candidate(given) for given in data["candidates"])
        data["acceptance"] = self._accepted(data["acceptance"])
        data["element"] = make(self.plan, data["element"])
        return Finding(**data, file=self.plan.path)

    def _accepted(self, given: Optional[Dict[str, Any]]) -> Optional[Accepted]:
        if given is None:
            return None
        element = given.pop("element")
        return Accepted(**given, element=None if element is None else make(self.plan, element))

    def _of(self, severity: str) -> Tuple[Finding, ...]:
        return tuple(
            finding
            for finding in self.findings
            if finding.severity == severity and finding.acceptance is None
        )

    @property
    def ok(self) -> bool:
        """Whether there is no error, but for accepted ones."""
        return self.summary["error"] == 0

    @property
    def errors(self) -> Tuple[Finding, ...]:
        return self._of("error")

    @property
    def warnings(self) -> Tuple[Finding, ...]:
        return self._of("warning")

    @property
    def notes(self) -> Tuple[Finding, ...]:
        return self._of("note")

    @property
    def accepted(self) -> Tuple[Finding, ...]:
        """The findings that are accepted, in the plan or in the baseline (godtagna)."""
        return tuple(finding for finding in self.findings if finding.acceptance is not None)

    @property
    def summary(self) -> Dict[str, int]:
        """How many findings there are of each severity, without the accepted ones."""
        severities = ("error", "warning", "note")
        return {name: _vp.report_severity_count(self._handle, name) for name in severities}

    @property
    def rules(self) -> Tuple[RuleResult, ...]:
        """What became of each rule."""
        count = _vp.report_rule_count(self._handle)
        return tuple(RuleResult(**_vp.report_rule(self._handle, i)) for i in range(count))

    @property
    def language(self) -> str:
        return _vp.report_language(self._handle)

    @property
    def _own_titles(self) -> Dict[str, str]:
        """Of your own rules and those that a profile states, which have no page."""
        known = {_vp.rule_at(i)["id"] for i in range(_vp.rule_count())}
        return {result.rule: result.title for result in self.rules if result.rule not in known}

    def columns(self) -> Columns:
        """The findings, a row each."""
        return Columns(_vp.columns_of_findings(self._handle))

    @property
    def _accepted_count(self) -> int:
        return _vp.report_accepted_count(self._handle)

    def raise_for_errors(self) -> None:
        """Raises CheckFailed when there is an error that is not accepted."""
        if not self.ok:
            raise CheckFailed("\n".join(map(str, self.errors)), self)

    def to_text(self, colour: bool = False) -> str:
        """What ``vp check`` prints."""
        return _vp.report_write_text(self._handle, name_of(self.plan.path), colour)

    def _checks(self) -> Tuple[Report, ...]:
        return (self,)

    def _files(self) -> Tuple[ReportFile, ...]:
        return (checked(self.plan.path, self._handle),)

    def __repr__(self) -> str:
        counts = counted(self.summary, self._accepted_count)
        return f"<Report {self.plan.path or '<plan>'}: {counts}>"

    def _repr_html_(self) -> str:
        from .html import report_table

        return report_table(self)


def counted(summary: Mapping[str, int], accepted: int) -> str:
    """1 errors, 2 warnings, 2 notes, 1 accepted"""
    counts = [f"{count} {name}s" for name, count in summary.items()]
    return ", ".join(counts + ([f"{accepted} accepted"] if accepted else []))


def check(
    plan: Plan,
    select: Union[str, Iterable[str], None] = None,
    ignore: Union[str, Iterable[str], None] = None,
    as_of: Union[str, date, None] = None,
    lang: Optional[str] = None,
    rules: Optional[Iterable[OwnRule]] = None,
    functions: Optional[Functions] = None,
    baseline: Union[Baseline, str, os.PathLike[str], None] = None,
) -> Report:
    """See :meth:`libvp.Plan.check`."""
    from .own_rules import RuleSet

    if functions is not None:
        plan = plan.with_functions(functions)
    handle = plan._open
    language = _vp.plan_language(handle) if lang is None else lang
    day = as_of.isoformat()[:10] if isinstance(as_of, date) else as_of
    accepting = used(baseline)
    own = RuleSet.of(plan, rules)
    try:
        report = _vp.check(
            handle,
            own.handle,
            None if accepting is None else accepting._handle,
            plan.functions._handle,
            language,
            day,
            _names("select", select),
            _names("ignore", ignore),
        )
    except PlanFormatError as error:  # the plan was read: it is in the profile
        raise _of_profile(error, plan.profile) from None
    finally:
        own.finish()
    return Report(plan, report, accepting)


def check_profile(
    profile: Profile,
    select: Union[str, Iterable[str], None] = None,
    ignore: Union[str, Iterable[str], None] = None,
    lang: Optional[str] = None,
    rules: Optional[Iterable[OwnRule]] = None,
    functions: Optional[Functions] = None,
    baseline: Union[Baseline, str, os.PathLike[str], None] = None,
) -> Report:
    """See :meth:`libvp.Profile.check`."""
    from .own_functions import registered
    from .own_rules import RuleSet
    from .plan import Plan

    sample = Plan(_vp.profile_sample(profile._handle), profile.path)
    accepting = used(baseline)
    own = RuleSet.of(sample, rules)
    try:
        report = _vp.profile_check(
            profile._handle,
            own.handle,
            None if accepting is None else accepting._handle,
            (registered if functions is None else functions)._handle,
            (profile.language or "sv") if lang is None else lang,
            _names("select", select),
            _names("ignore", ignore),
        )
    except PlanFormatError as error:
        raise _of_profile(error, profile) from None
    finally:
        own.finish()
    return Report(sample, report, accepting)


def _of_profile(error: PlanFormatError, profile: Optional[Profile]) -> ProfileError:
    path = None if profile is None else profile.path
    return ProfileError(error.message, error.line, error.column, path)


def _names(argument: str, given: Union[str, Iterable[str], None]) -> Tuple[bytes, ...]:
    if given is None:
        return ()
    names = tuple(given.split(",") if isinstance(given, str) else given)
    if argument == "select" and not names:
        raise ArgumentError("select names no rule: leave it out to run all of them")
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"{argument} takes names of rules, not {name!r}")
    return tuple(name.encode() for name in names)


def _value(kind: str, given: Any) -> Value:
    if kind == "number":
        return Number(*given)
    if kind == "interval":
        return make_interval(*given)
    value: Value = given
    return value


def _candidate(given: Dict[str, Any]) -> Candidate:
    interval = make_interval(given.pop("interval"), given["unit"])
    return Candidate(**given, interval=interval)
