"""A plan: read, looked at, written."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, Mapping, Optional, Union

from . import _vp
from .element import Element, Record, make
from .elements import (
    Acceptance,
    Assignment,
    Budget,
    Claim,
    Control,
    ControlPoint,
    Event,
    FocusArea,
    Goal,
    Indicator,
    Objective,
    Observation,
    Organisation,
    Position,
    Risk,
    RiskModel,
    SharedPlan,
    Source,
    Unit,
)
from .errors import PlanClosedError, PlanError
from .fields import Child, List, RequiredText, Text, Time
from .profile import Profile, load_profile
from .sequences import Collected, Elements, unknown
from .values import Period, Quantity

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Type

    from ._vp import Handle
    from .baseline import Baseline
    from .check import Report
    from .own_functions import Functions
    from .own_rules import OwnRule

__all__ = ["Plan", "load", "loads"]

Path = Union[str, os.PathLike[str]]


class Plan(Record):
    """A plan (verksamhetsplan). It does not change, and threads may share it.

    Use it in a ``with`` statement, or :meth:`close` it, to give back its memory at once.
    """

    __slots__ = ("_plan_handle", "_path", "_functions", "_profile")

    kind = "plan"
    format = RequiredText('The format of the plan file, "vp-plan/1" (format).')
    id = RequiredText("The plan's id.")
    title = RequiredText("The title (rubrik).")
    language = Text('"sv" or "en": the language of the plan (språk).')
    organisation = Child(Organisation, "Whose plan it is (organisation).")
    period = Time("When it holds (period).")
    status = Text('"draft", "proposed", "adopted" or "followed_up" (status).')
    source = Child(Source, "Where it stands in the document (källa).")
    units = List(Unit, "The units (enheter).")
    focus_areas = List(FocusArea, "The focus areas (fokusområden).")
    assignments = List(Assignment, "The assignments (uppdrag).")
    shared_plans = List(SharedPlan, "The plans that several boards carry out (gemensamma planer).")
    indicators = List(Indicator, "The indicators (indikatorer, nyckeltal).")
    budget = Child(Budget, "The budget (budget).")
    risk_model = Child(RiskModel, "How risks are valued (riskmodell).")
    risks = List(Risk, "The risks (risker).")
    controls = List(Control, "The internal control plan (internkontrollplan).")
    control_points = List(ControlPoint, "What is controlled every year (kontrollpunkter).")
    events = List(Event, "The year's dates (händelser).")
    claims = List(Claim, "The figures in the text (påståenden).")
    accepted = List(Acceptance, "Findings that are known and may stay (godtaganden).")

    def __init__(self, handle: Handle, path: Optional[str], profile: Optional[Profile] = None):
        self._plan_handle: Optional[Handle] = handle
        self._handle = _vp.plan_root(handle)
        self._path = path
        self._profile = profile
        self._functions: Optional[Functions] = None

    @classmethod
    def from_dict(
        cls,
        data: Mapping[str, Any],
        path: Optional[str] = None,
        profile: Union[Profile, Path, None] = None,
    ) -> Plan:
        """A plan from what the plan file would hold.

        A Decimal becomes a text with a decimal comma, so that it keeps its digits. What is wrong
        has its line and column in the text that ``json.dumps(data, indent=2)`` gives.
        """
        return loads(json.dumps(data, default=_plain, ensure_ascii=False, indent=2), path, profile)

    @classmethod
    def from_frames(
        cls,
        *,
        id: str,
        title: str,
        period: Union[str, int],
        municipality: Optional[str] = None,
        board: Optional[str] = None,
        code: Optional[str] = None,
        budget: Any = None,
        unit: Any = None,
        decimals: Any = None,
        total: Any = None,
        label: Any = None,
        indicators: Any = None,
        observations: Any = None,
        risks: Any = None,
        controls: Any = None,
        **more: Any,
    ) -> Plan:
        """A plan of data frames as analysts have them (pandas; polars and pyarrow with pandas).

        >>> figures = {"Verksamhet": ["Äldreomsorg", "Stab", "Summa"], 2026: ["110,6", "18,6", "129,2"]}
        >>> budget = pandas.DataFrame(figures)
        >>> libvp.Plan.from_frames(id="p", title="Plan", period=2026, budget=budget, unit="mnkr")
        <Plan p 'Plan'>

        Cells are numbers, or texts as a Swede writes them ("1 949 356 kr", "−2,3"), which stay as
        they are. NaN, None and blank texts are missing, and rows without anything are left out.
        Floats and integers of a column are written with as many decimals as the one that needs
        most. Ids that are not given are made of labels: "Äldreomsorg 2026" is "aldreomsorg-2026",
        and the next one of that name "aldreomsorg-2026-2". An unknown column is an error.

        Args:
            budget: A frame, or several by the names of their tables. Rows are called what the index
                says; where that only numbers them, what the column ``label`` says, or else the
                first column of texts. A column "id" has the rows' ids. All others are figures; a
                year in a column's name is its period.
            unit: "mnkr", "tkr", …: what the figures are counted in. This and the next three are for
                all tables, or for each by its name.
            decimals: Floats are rounded to so many, and the plan declares it.
            total: What the row with the sums is called, or False for none. It is recognised when it
                is called Summa, Totalt, Total or Sum.
            label: The column that names the rows.
            indicators: A row an outcome, with a column "period" (år); or a row an indicator, with
                outcomes in columns such as "2025" or "Utfall 2025", and perhaps a target in "Mål
                2026". A target in a column "target" (mål) is a bound by "minst" or "högst" before
                it, or by the indicator's direction; the columns "target_at_least",
                "target_increase_from", … need none. A row with a target and no outcome is no
                outcome. What is said of an indicator in several rows has to be the same.
            observations: Outcomes by the id or name of their indicator, as ``plan.observations``
                has them.
            risks, controls: A row an element. A control names its risk by id or by title.
            more: The other fields of the plan as the plan file has them; lists such as
                ``assignments``, ``events`` or ``units`` as frames too, with a row an element.

        Columns of elements are called as in the plan file and in ``to_frame()``, whose results are
        taken back: what libvp has computed is left out, and a figure is written as its column with
        "_text" says. Or they have Swedish names, in small letters or capitals:

        - indicators: indikator, nyckeltal or namn, enhet, decimaler, riktning (högre or öka, lägre
          or minska), minsta värde, största värde, mål or målvärde, målår, målets lydelse, minst,
          högst
        - outcomes: indikator, år, utfall or värde or resultat, kvinnor, män, omfattar or avser,
          ändrad metod
        - risks: risk or rubrik or titel, beskrivning, kommentar, konsekvens or väsentlighet,
          sannolikhet, riskvärde, ägare or riskägare or ansvarig, beslutsunderlag, senast or klart,
          uppföljning
        - controls: risk, kontrollmoment or kontroll, ansvarig, metod or kontrollmetod,
          rapportering or rapporteras
        - all: sida, avsnitt, dokument, anmärkning (of the source)

        Raises:
            FrameError: A frame is not clear; says which, and the row and column.
        """
        from .from_frames import plan_data

        organisation = {"municipality": municipality, "code": code, "board": board}
        given = {
            "id": id,
            "title": title,
            "period": period,
            "organisation": {key: value for key, value in organisation.items() if value} or None,
            "budget": budget,
            "indicators": indicators,
            "risks": risks,
            "controls": controls,
            **more,
        }
        return cls.from_dict(
            plan_data(
                cls.fields,
                given,
                observations=observations,
                unit=unit,
                decimals=decimals,
                total=total,
                label=label,
            )
        )

    def to_dict(self) -> Dict[str, Any]:
        """What the plan file holds."""
        data: Dict[str, Any] = json.loads(self.to_json())
        return data

    def to_json(self) -> str:
        """The plan file in its canonical form, as ``vp fmt`` writes it."""
        return _vp.plan_write(self._open)

    def save(self, path: Optional[Path] = None) -> None:
        """Writes the plan in its canonical form; without a path, to the file it was read from."""
        text = self.to_json()
        target = self._path if path is None else path
        if target is None:
            raise ValueError("the plan comes from no file: say where to save it")
        with open(target, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    @property
    def path(self) -> Optional[str]:
        """The file that it was read from."""
        return self._path

    @property
    def profile(self) -> Optional[Profile]:
        """What it is valued and checked by (profil)."""
        return self._profile

    def check(
        self,
        select: Union[str, Iterable[str], None] = None,
        ignore: Union[str, Iterable[str], None] = None,
        as_of: Union[str, date, None] = None,
        lang: Optional[str] = None,
        rules: Optional[Iterable[OwnRule]] = None,
        functions: Optional[Functions] = None,
        baseline: Union[Baseline, Path, None] = None,
    ) -> Report:
        """Does the plan hold together?

        select and ignore: ids of rules, or families ("budget"). as_of: today, for the rules that
        ask. lang: "sv" or "en"; otherwise the plan's own. rules: your own rules to run beside
        libvp's; otherwise all that :func:`libvp.rule` has registered. functions: those that the
        plan may name; otherwise the plan's own (:attr:`functions`). baseline: of findings
        that are accepted, or its file.
        """
        from .check import check

        return check(self, select, ignore, as_of, lang, rules, functions, baseline)

    @property
    def functions(self) -> Functions:
        """The functions that its risk model and targets may name: those that
        :func:`libvp.register_function` has registered, or those of :meth:`with_functions`."""
        from .own_functions import registered

        return registered if self._functions is None else self._functions

    def with_functions(self, functions: Functions) -> Plan:
        """The same plan with other functions, which all that is computed of it then uses: checks,
        data frames, pictures and reports."""
        from .own_functions import Functions

        if not isinstance(functions, Functions):
            raise TypeError(f"{functions!r} is no libvp.Functions")
        plan = Plan(self._open, self._path, self._profile)
        plan._functions = functions
        return plan

    @property
    def goals(self) -> Elements[Goal]:
        """The goals of all focus areas (politiska mål)."""
        return Collected(
            self, "goal", lambda: (goal for area in self.focus_areas for goal in area.goals)
        )

    @property
    def objectives(self) -> Elements[Objective]:
        """The objectives of all goals (verksamhetsmål)."""
        return Collected(
            self, "objective", lambda: (each for goal in self.goals for each in goal.objectives)
        )

    @property
    def positions(self) -> Elements[Position]:
        """The positions of all focus areas (ställningstaganden)."""
        return Collected(
            self, "position", lambda: (each for area in self.focus_areas for each in area.positions)
        )

    @property
    def observations(self) -> Elements[Observation]:
        """The outcomes of all indicators (utfall)."""
        return Collected(
            self,
            "observation",
            lambda: (each for indicator in self.indicators for each in indicator.observations),
        )

    def find(self, id: str) -> Union[Element, Plan, None]:
        """What has that id, or None. Rows and columns are found in their table."""
        handle = _vp.plan_find(self._open, id)
        found: Union[Element, Plan, None] = None if handle is None else make(self, handle)
        return found

    def __getitem__(self, id: str) -> Union[Element, Plan]:
        found = self.find(id)
        if found is None:
            raise unknown(id, (_vp.element_id(element._handle) for element in self.elements()))
        return found

    def elements(self) -> Iterator[Element]:
        """All elements, each before what stands in it."""
        return _below(self)

    def _repr_html_(self) -> Optional[str]:
        from .html import plan_overview

        return None if self.closed else plan_overview(self)

    @property
    def closed(self) -> bool:
        return self._plan_handle is None

    def close(self) -> None:
        """Gives back the memory as soon as no report uses it. Using the plan then is an error."""
        self._plan_handle = None

    def __enter__(self) -> Plan:
        if self.closed:
            raise PlanClosedError()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    @property
    def _open(self) -> Handle:
        handle = self._plan_handle
        if handle is None:
            raise PlanClosedError()
        return handle

    @property
    def _plan(self) -> Plan:
        return self


def load(path: Path, profile: Union[Profile, Path, None] = None) -> Plan:
    """Reads a plan file.

    profile: what the plan is valued and checked by; a path or a name as :func:`load_profile` takes.
    """
    with open(path, "rb") as file:
        return loads(file.read(), os.fsdecode(path), profile)


def loads(
    text: Union[str, bytes], path: Optional[str] = None, profile: Union[Profile, Path, None] = None
) -> Plan:
    """Reads a plan from the text of a plan file; path is only what it is called."""
    used = profile if profile is None or isinstance(profile, Profile) else load_profile(profile)
    # A lone surrogate is refused by libvp, at its line and column.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    try:
        handle = _vp.plan_read(data)
    except PlanError as error:
        error.path = path
        raise
    if used is not None:
        _vp.plan_use_profile(handle, used._handle)
    return Plan(handle, path, used)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f").replace(".", ",")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Quantity, Period)):
        return value.text
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in a plan file: {value!r}")


def _below(record: Record) -> Iterator[Element]:
    for field in record.fields.values():
        if isinstance(field, List):
            children: Iterable[Element] = field.read(record)
        elif isinstance(field, Child):
            child = field.read(record)
            children = () if child is None else (child,)
        else:
            continue
        for element in children:
            yield element
            yield from _below(element)
