"""Many plans at once."""

from __future__ import annotations

import errno
import glob
import os
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import (
    TYPE_CHECKING,
    Callable,
    Dict,
    Generic,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Tuple,
    TypeVar,
    Union,
    overload,
)

from .baseline import Baseline, used
from .check import Finding, Report, check, counted
from .columns import Columns, Tabular, budget_cells, budget_relations, concatenate, label, take
from .element import Element
from .elements import (
    Acceptance,
    Assignment,
    Claim,
    Control,
    ControlPoint,
    Event,
    FocusArea,
    Goal,
    Indicator,
    Objective,
    Observation,
    Position,
    Risk,
    SharedPlan,
    Unit,
)
from .errors import ArgumentError, VpError
from .outputs import Written, checked, failed
from .plan import Plan, load
from .profile import Profile, load_profile
from .progress import each
from .sequences import unknown

if TYPE_CHECKING:
    import pandas

    from ._vp import ReportFile
    from .own_functions import Functions
    from .own_rules import OwnRule

__all__ = ["Across", "Plans", "Reports", "load_many"]

E = TypeVar("E", bound=Element)

Path = Union[str, os.PathLike[str]]


class Across(Tabular, Generic[E]):
    """The elements of one kind in all plans, as an iterable and as a frame."""

    def __init__(self, plans: Plans, name: str):
        self._plans = plans
        self._name = name

    def __iter__(self) -> Iterator[E]:
        return (element for plan in self._plans for element in getattr(plan, self._name))

    def __len__(self) -> int:
        return sum(len(getattr(plan, self._name)) for plan in self._plans)

    def columns(self) -> Columns:
        """The columns of each plan's, after plan, municipality and board."""
        return self._plans._columns(lambda plan: _of(plan, self._name))

    def __repr__(self) -> str:
        return f"<{self._name} of {len(self._plans)} plans>"


class _All(Generic[E]):
    """The elements of a list, or of a property that collects them, in all plans."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self.__doc__ = f"The {name.replace('_', ' ')} of all plans."

    def __get__(self, plans: Optional[Plans], owner: type) -> Across[E]:
        if plans is None:
            return self  # type: ignore[return-value]
        return Across(plans, self._name)


class Budgets(Tabular):
    """The budgets of all plans, as a frame of their cells."""

    def __init__(self, plans: Plans):
        self._plans = plans

    def columns(self) -> Columns:
        return self._plans._columns(budget_cells)

    @property
    def relations(self) -> Columns:
        """The sums, ties and shares, each with its verdict; computed anew each time."""
        return self._plans._columns(budget_relations)


class Plans(Sequence[Plan]):
    """Plans in the order in which they were given: ``plans[0]``, ``plans["bollebygd-sn-2026"]``.

    ``plans.risks`` and the like are iterables of the elements of all plans, and have
    ``to_frame()``, whose first columns are plan (its id), municipality and board.
    """

    units = _All[Unit]()
    focus_areas = _All[FocusArea]()
    goals = _All[Goal]()
    objectives = _All[Objective]()
    positions = _All[Position]()
    assignments = _All[Assignment]()
    shared_plans = _All[SharedPlan]()
    indicators = _All[Indicator]()
    observations = _All[Observation]()
    risks = _All[Risk]()
    controls = _All[Control]()
    control_points = _All[ControlPoint]()
    events = _All[Event]()
    claims = _All[Claim]()
    accepted = _All[Acceptance]()

    def __init__(self, plans: Iterable[Plan], errors: Optional[Mapping[str, Exception]] = None):
        self._plans = tuple(plans)
        #: Of load_many(..., errors="collect"): the files that could not be read, and why.
        self.errors: Dict[str, Exception] = dict(errors or {})

    @property
    def ids(self) -> Tuple[str, ...]:
        return tuple(plan.id for plan in self._plans)

    @property
    def budget(self) -> Budgets:
        """The budgets of all plans."""
        return Budgets(self)

    def __len__(self) -> int:
        return len(self._plans)

    @overload
    def __getitem__(self, key: Union[int, str]) -> Plan: ...
    @overload
    def __getitem__(self, key: slice) -> Plans: ...
    def __getitem__(self, key: Union[int, str, slice]) -> Union[Plan, Plans]:
        if isinstance(key, slice):
            return Plans(self._plans[key])
        if not isinstance(key, str):
            return self._plans[key]
        found = [plan for plan in self._plans if plan.id == key]
        if not found:
            raise unknown(key, self.ids)
        if len(found) > 1:
            raise ArgumentError(f"{len(found)} plans have the id {key!r}: take one by its number")
        return found[0]

    def __contains__(self, value: object) -> bool:
        return value in (self.ids if isinstance(value, str) else self._plans)

    def check(
        self,
        select: Union[str, Iterable[str], None] = None,
        ignore: Union[str, Iterable[str], None] = None,
        as_of: Union[str, date, None] = None,
        lang: Optional[str] = None,
        rules: Optional[Iterable[OwnRule]] = None,
        functions: Optional[Functions] = None,
        baseline: Union[Baseline, Path, None] = None,
        *,
        workers: Optional[int] = None,
        progress: Optional[bool] = None,
    ) -> Reports:
        """Checks all plans, several at a time; see :meth:`libvp.Plan.check` and
        :func:`libvp.load_many`."""
        names = [
            tuple(given) if given is not None and not isinstance(given, str) else given
            for given in (select, ignore)
        ]
        own = None if rules is None else tuple(rules)
        accepting = used(baseline)

        def one(plan: Plan) -> Report:
            return check(plan, names[0], names[1], as_of, lang, own, functions, accepting)

        return Reports(each(one, self._plans, workers, progress, "check"), self.errors)

    def compare(self, reports: Optional[Reports] = None, *, unit: str = "mnkr") -> pandas.DataFrame:
        """A data frame with a row for each plan.

        - plan, municipality, board, period
        - errors, warnings, notes, accepted: of the reports, or else of a check made now
        - frame, frame_change, frame_change_percent: this year's budget frame, and what is changed
          since last year's, in the unit ("kr", "tkr", "mnkr" or "mdkr")
        - indicators, indicators_met, indicators_not_met, and share_met of those two
        - risks, highest_risk (value), risks_without_control
        - risks_in_…: how many are in each band, by its name
        """
        from .comparison import compare

        return compare(self, self.check() if reports is None else reports, unit)

    def _columns(self, of: Callable[[Plan], Columns]) -> Columns:
        return _joined([(plan, of(plan)) for plan in self._plans], of)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:10]) + (", …" if len(self) > 10 else "")
        return f"<Plans, {len(self)}: {shown}>"

    def _repr_html_(self) -> Optional[str]:
        from .html import plans_table

        return plans_table(self)


class Reports(Sequence[Report], Tabular, Written):
    """The reports of many plans, in their order."""

    def __init__(
        self, reports: Iterable[Report], unreadable: Optional[Mapping[str, Exception]] = None
    ):
        self._reports = tuple(reports)
        #: The errors of the plans: the files that could not be read, and why.
        self.unreadable: Dict[str, Exception] = dict(unreadable or {})

    def __len__(self) -> int:
        return len(self._reports)

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Reports: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Report, Reports]:
        if isinstance(index, slice):
            return Reports(self._reports[index])
        return self._reports[index]

    @property
    def ok(self) -> bool:
        """Whether no plan has an error."""
        return all(report.ok for report in self._reports)

    @property
    def accepted(self) -> Tuple[Finding, ...]:
        """The findings of all plans that are accepted."""
        return tuple(finding for report in self._reports for finding in report.accepted)

    @property
    def summary(self) -> Dict[str, int]:
        """How many findings of each severity there are in all plans, without the accepted ones."""
        summaries = [report.summary for report in self._reports]
        return {
            name: sum(summary[name] for summary in summaries)
            for name in ("error", "warning", "note")
        }

    def _checks(self) -> Tuple[Report, ...]:
        return self._reports

    def _files(self) -> Tuple[ReportFile, ...]:
        reports = (checked(report.plan.path, report._handle) for report in self._reports)
        return (*reports, *(failed(path, error) for path, error in self.unreadable.items()))

    def columns(self) -> Columns:
        """All findings of all plans, after plan, municipality and board."""
        parts = [(report.plan, report.columns()) for report in self._reports]
        return _joined(parts, lambda plan: plan.check(rules=()).columns())

    def __repr__(self) -> str:
        accepted = sum(report._accepted_count for report in self._reports)
        return f"<Reports on {len(self)} plans: {counted(self.summary, accepted)}>"

    def _repr_html_(self) -> Optional[str]:
        from .html import reports_table

        return reports_table(self)


def load_many(
    paths: Union[Path, Iterable[Path]],
    *,
    workers: Optional[int] = None,
    progress: Optional[bool] = None,
    errors: str = "raise",
    profile: Union[Profile, Path, None] = None,
) -> Plans:
    """Reads many plan files, several at a time.

    paths: a pattern such as "plans/**/*.json" (its files in alphabetical order), a folder (its
    ``*.json``), or the files themselves. workers: how many threads; otherwise as many as there are
    processors. progress: whether a bar shows how far it has come; otherwise if it takes more than a
    second, tqdm is installed, and somebody looks on at a terminal or in a notebook. errors:
    "raise" stops at the first file that cannot be read, with an error that has its name; "collect"
    leaves such files out, and has their errors in ``plans.errors``. profile: what all of them are
    valued and checked by; see :func:`libvp.load`.
    """
    if errors not in ("raise", "collect"):
        raise ArgumentError(f"errors is 'raise' or 'collect', not {errors!r}")
    files = _files(paths)
    given = profile if profile is None or isinstance(profile, Profile) else load_profile(profile)
    read = each(partial(_load, errors == "collect", given), files, workers, progress, "load")
    wrong = {file: one for file, one in zip(files, read) if isinstance(one, Exception)}
    return Plans((one for one in read if isinstance(one, Plan)), wrong)


def _load(collect: bool, profile: Optional[Profile], file: str) -> Union[Plan, Exception]:
    try:
        return load(file, profile)
    except (OSError, VpError) as error:
        if isinstance(error, VpError):
            error.path = file
        if not collect:
            raise
        return error


def _files(paths: Union[Path, Iterable[Path]]) -> List[str]:
    if not isinstance(paths, (str, os.PathLike)):
        return [os.fspath(path) for path in paths]
    pattern = os.fspath(paths)
    if os.path.isdir(pattern):
        pattern = os.path.join(glob.escape(pattern), "*.json")
    elif os.path.exists(pattern):
        return [pattern]
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        raise FileNotFoundError(errno.ENOENT, "no plan file is called so", pattern)
    return found


def _of(plan: Plan, name: str) -> Columns:
    columns: Columns = getattr(plan, name).columns()
    return columns


def _joined(parts: List[Tuple[Plan, Columns]], of: Callable[[Plan], Columns]) -> Columns:
    """All rows, each after whose it is; without plans, the columns that they would have."""
    if not parts:
        blank = Plan.from_dict({"format": "vp-plan/1", "id": "p", "title": "", "period": ""})
        parts = [(blank, take(of(blank), ()))]
    for plan, columns in parts:
        label(columns, plan)
    return concatenate([columns for _, columns in parts])
