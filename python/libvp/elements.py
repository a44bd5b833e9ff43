"""The elements of a plan, one class for each kind. Fields that are absent are None, empty, or a
quantity or period that is missing; the Swedish word stands beside the English one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from .columns import Columns, Tabular, budget_cells, budget_relations
from .element import Element, shorten
from .fields import (
    Child,
    Figure,
    Figures,
    Flag,
    Integer,
    List,
    Reference,
    ReferenceId,
    ReferenceList,
    RequiredChild,
    RequiredInteger,
    RequiredText,
    Text,
    Texts,
    Time,
)

if TYPE_CHECKING:
    import pandas

__all__ = [
    "Acceptance",
    "Assignment",
    "Band",
    "Budget",
    "Change",
    "Claim",
    "Column",
    "Control",
    "ControlPoint",
    "Event",
    "FocusArea",
    "Frame",
    "FrameAmount",
    "Goal",
    "GridRow",
    "Indicator",
    "Level",
    "Objective",
    "Observation",
    "Organisation",
    "Position",
    "Risk",
    "RiskModel",
    "Row",
    "Scale",
    "Scales",
    "SharedPlan",
    "Source",
    "SubGoal",
    "Table",
    "Target",
    "Tie",
    "Unit",
]


class Source(Element):
    """Where in the document an element stands (källa)."""

    kind = "source"
    document = Text("The document (dokument).")
    page = Integer("The page (sida).")
    section = Text("The section (avsnitt).")
    note = Text("A remark (anmärkning).")


class Organisation(Element):
    """Whose plan it is (organisation)."""

    kind = "organisation"
    municipality = RequiredText("The municipality (kommun).")
    code = Text("The municipality's code, four digits (kommunkod).")
    board = Text("The board (nämnd).")
    source = Child(Source, "Where it stands in the document.")


class Unit(Element):
    """A unit of the organisation (enhet)."""

    kind = "unit"
    id = RequiredText("Its id in the plan.")
    name = RequiredText("The name (namn).")
    part_of = Reference["Unit"]("unit", "The unit that it is a part of (del av).")
    part_of_id = ReferenceId("The id of that unit, known or not.", key="part_of")
    source = Child(Source, "Where it stands in the document.")


class Observation(Element):
    """An outcome of an indicator (utfall)."""

    kind = "observation"
    period = Time("The period that it is for (period).")
    value = Figure("The outcome (utfall).")
    women = Figure("The outcome for women (kvinnor).")
    men = Figure("The outcome for men (män).")
    covers = Time("What it covers, where that is not its period (omfattar).")
    method_changed = Flag("Whether it was measured in another way than before (ändrad metod).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield self.period
        yield repr(str(self.value))


class Target(Element):
    """What an indicator should reach (målvärde)."""

    kind = "target"
    text = Text("The target as the document words it (målets lydelse).")
    period = Time("When it should be reached (period).")
    at_least = Figure("The outcome should be at least this (minst).")
    at_most = Figure("The outcome should be at most this (högst).")
    between = Figures("The outcome should be between these two (mellan).")
    equal = Figure("The outcome should be this (lika med).")
    function = Text("The name of a function that says whether an outcome meets it (funktion).")
    increase_from = Time("The outcome should be higher than in this period (öka från).")
    decrease_from = Time("The outcome should be lower than in this period (minska från).")
    trend = Text('"increase" or "decrease": how the outcomes should develop (trend).')
    follow = Flag("The development is to be followed, without a target (följa utveckling).")
    by = Figure("By how much it should change (med).")
    by_percent = Figure("By how many per cent it should change (med procent).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        for key in (
            "at_least",
            "at_most",
            "equal",
            "function",
            "increase_from",
            "decrease_from",
            "trend",
        ):
            value = getattr(self, key)
            if value:
                yield f"{key}={str(value)!r}"
        if self.between:
            yield f"between={tuple(map(str, self.between))}"
        if self.follow:
            yield "follow"


class Indicator(Element):
    """Something that is measured (indikator, nyckeltal)."""

    kind = "indicator"
    id = RequiredText("Its id in the plan.")
    name = RequiredText("The name (namn).")
    unit = Text("What its outcomes are counted in (enhet).")
    decimals = Integer("With how many decimals they are printed (decimaler).")
    direction = Text('"higher" or "lower": which way is better (riktning).')
    kolada = Text("The measure's id in Kolada (Kolada-id).")
    minimum = Figure("The lowest that the outcome can be (minsta värde).")
    maximum = Figure("The highest that the outcome can be (största värde).")
    observations = List(Observation, "The outcomes (utfall).")
    target = Child(Target, "What it should reach (målvärde).")
    source = Child(Source, "Where it stands in the document.")


class Objective(Element):
    """What the board does for a goal (verksamhetsmål)."""

    kind = "objective"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    responsible = Text("Who is responsible (ansvarig).")
    indicators = ReferenceList[Indicator]("indicator", "How it is measured (indikatorer).")
    source = Child(Source, "Where it stands in the document.")


class Goal(Element):
    """What politicians want (politiskt mål)."""

    kind = "goal"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    set_by = Text('"council", "board", "unit" or "other": who set it (beslutat av).')
    responsible = Text("Who is responsible (ansvarig).")
    indicators = ReferenceList[Indicator]("indicator", "How it is measured (indikatorer).")
    objectives = List(Objective, "What the board does for it (verksamhetsmål).")
    source = Child(Source, "Where it stands in the document.")


class Position(Element):
    """What the municipality has decided to strive for (ställningstagande)."""

    kind = "position"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    description = Text("The description (beskrivning).")
    responsible = Texts("The boards that are responsible (ansvariga).")
    indicators = ReferenceList[Indicator]("indicator", "How it is measured (indikatorer).")
    source = Child(Source, "Where it stands in the document.")


class FocusArea(Element):
    """A field that the goals are gathered under (fokusområde)."""

    kind = "focus_area"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    target_picture = Text("What it should be like (målbild).")
    global_goal = Integer("The goal of Agenda 2030, 1 to 17 (globalt mål).")
    set_by = Text('"council", "board", "unit" or "other": who set it (beslutat av).')
    indicators = ReferenceList[Indicator]("indicator", "How it is measured (indikatorer).")
    goals = List(Goal, "The goals (politiska mål).")
    positions = List(Position, "The positions (ställningstaganden).")
    source = Child(Source, "Where it stands in the document.")


class Assignment(Element):
    """What the board was told to do (uppdrag)."""

    kind = "assignment"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    set_by = Text('"council", "board", "unit" or "other": who gave it (beslutat av).')
    responsible = Text("Who is responsible (ansvarig).")
    due = Time("When it should be done (senast).")
    indicators = ReferenceList[Indicator]("indicator", "How it is measured (indikatorer).")
    source = Child(Source, "Where it stands in the document.")


class SubGoal(Element):
    """A goal of a shared plan (delmål)."""

    kind = "sub_goal"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    role = Text('"main" or "partly": how far the board answers for it (ansvar).')
    source = Child(Source, "Where it stands in the document.")


class SharedPlan(Element):
    """A plan that several boards carry out (gemensam plan)."""

    kind = "shared_plan"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    period = Time("When it holds (period).")
    sub_goals = List(SubGoal, "Its goals (delmål).")
    source = Child(Source, "Where it stands in the document.")


class FrameAmount(Element):
    """A year's budget frame (budgetram)."""

    kind = "frame_amount"
    period = Time("The year (period).")
    amount = Figure("The amount (belopp).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        if self.period:
            yield self.period
        yield repr(str(self.amount))


class Change(Element):
    """A change of the budget frame (förändring av ramen)."""

    kind = "change"
    id = RequiredText("Its id in the plan.")
    label = RequiredText("What it is called (benämning).")
    amount = Figure("The amount (belopp).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield from super()._about()
        yield repr(str(self.amount))


class Frame(Element):
    """From last year's budget frame to this year's (budgetram)."""

    kind = "frame"
    rounding = Text('"rounded", "truncated", "adjusted" or "exact" (avrundning).')
    opening = RequiredChild(FrameAmount, "Last year's frame (ingående ram).")
    changes = List(Change, "The changes (förändringar).")
    closing = RequiredChild(FrameAmount, "This year's frame (utgående ram).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield f"{str(self.opening.amount)!r} → {str(self.closing.amount)!r}"


class Column(Element):
    """A column of a table (kolumn)."""

    kind = "column"
    id = RequiredText("Its id in the table.")
    label = Text("What it is called (benämning).")
    period = Time("The period that its figures are for (period).")
    sum_of = Texts(
        'The ids of the columns that it sums; "-" before one that it subtracts (summa av).'
    )
    source = Child(Source, "Where it stands in the document.")


class Row(Element):
    """A row of a table (rad)."""

    kind = "row"
    id = RequiredText("Its id in the table.")
    label = RequiredText("What it is called (benämning).")
    values = Figures("Its figures, a column each (belopp).")
    sum_of = Texts('The ids of the rows that it sums; "-" before one that it subtracts (summa av).')
    not_negative = Flag("Whether its figures are never below zero (inte negativ).")
    source = Child(Source, "Where it stands in the document.")


class Table(Element):
    """Figures in rows and columns, such as the internal budget (tabell, internbudget)."""

    kind = "table"
    id = RequiredText("Its id in the plan.")
    title = Text("The title (rubrik).")
    unit = Text("What its figures are counted in (enhet).")
    decimals = Integer("With how many decimals they are printed (decimaler).")
    rounding = Text('"rounded", "truncated", "adjusted" or "exact" (avrundning).')
    not_negative = Flag("Whether its figures are never below zero (inte negativ).")
    columns = List(Column, "The columns (kolumner).")
    rows = List(Row, "The rows (rader).")
    total = Figures("The sums of the columns (summa).")
    source = Child(Source, "Where it stands in the document.")

    def to_frame(self, text: bool = False, total: str = "Summa") -> pandas.DataFrame:
        """The table as it is printed: id and label of each row, and its figures in columns with
        the ids of the table's columns. The sums stand last, with ``total`` as their label.

        Figures are float64, or with ``text=True`` as they are written.
        """
        from .columns import table_frame

        return table_frame(self, text, total)

    def _about(self) -> Iterator[object]:
        yield from super()._about()
        yield f"{len(self.rows)}×{len(self.columns)}"


class Tie(Element):
    """Figures that should be equal (samband)."""

    kind = "tie"
    id = Text("Its id in the plan.")
    label = Text("What it is called (benämning).")
    sum = Texts('The figures that are summed; "-" before one that is subtracted (summa).')
    equal = Texts("The figures that should equal the sum, or each other (lika med).")
    at_most = Text("The figure that the sum is at most (högst).")
    source = Child(Source, "Where it stands in the document.")


class Budget(Element, Tabular):
    """The budget (budget)."""

    kind = "budget"
    unit = Text("What its figures are counted in (enhet).")
    decimals = Integer("With how many decimals they are printed (decimaler).")
    rounding = Text('"rounded", "truncated", "adjusted" or "exact" (avrundning).')
    frame = Child(Frame, "The budget frame (budgetram).")
    tables = List(Table, "The tables, such as the internal budget (tabeller, internbudget).")
    ties = List(Tie, "Which figures should be equal (samband).")
    trusted = Texts("The figures that are known to be right (betrodda).")
    source = Child(Source, "Where it stands in the document.")

    def columns(self) -> Columns:
        """The cells of the frame and of all tables, a row each."""
        return budget_cells(self._plan)

    @property
    def relations(self) -> Columns:
        """The sums, ties and shares, each with its verdict; computed anew each time."""
        return budget_relations(self._plan)

    def _about(self) -> Iterator[object]:
        if self.unit is not None:
            yield self.unit
        yield f"{len(self.tables)} tables"


class Level(Element):
    """A level of a scale (nivå)."""

    kind = "level"
    value = RequiredInteger("Its value (värde).")
    name = RequiredText("The name (namn).")
    synonyms = Texts("Other names for it (synonymer).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield self.value
        yield repr(self.name)


class Scale(Element):
    """A scale of consequence or of likelihood (skala)."""

    kind = "scale"
    name = Text("The name (namn).")
    levels = List(Level, "The levels, the lowest first (nivåer).")
    source = Child(Source, "Where it stands in the document.")


class Scales(Element):
    """The two scales by which risks are judged (skalor)."""

    kind = "scales"
    consequence = RequiredChild(Scale, "Of consequence (konsekvens, väsentlighet).")
    likelihood = RequiredChild(Scale, "Of likelihood (sannolikhet).")
    source = Child(Source, "Where it stands in the document.")


class GridRow(Element):
    """The risk values of one level of consequence (rad i riskmatrisen)."""

    kind = "grid_row"
    consequence = RequiredInteger("The level's value (konsekvens).")
    values = Figures("The risk value for each level of likelihood (riskvärden).")
    source = Child(Source, "Where it stands in the document.")


class Band(Element):
    """Risk values that require the same action (riskklass)."""

    kind = "band"
    id = Text("Its id in the plan.")
    name = RequiredText("The name (namn).")
    from_ = Figure("The lowest risk value in it (från och med).", key="from")
    to = Figure("The highest risk value in it (till och med).")
    colour = Text('"green", "yellow", "orange" or "red" (färg).')
    action = Text("What it requires to be done (åtgärd).")
    requires = Texts(
        'What its risks must have: "owner", "decision_basis", "due", "follow_up" (krav).'
    )
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield from super()._about()
        yield f"{self.from_}–{self.to}"


class RiskModel(Element):
    """How risks are valued (riskmodell)."""

    kind = "risk_model"
    name = Text("The name (namn).")
    scales = Child(Scales, "The two scales (skalor).")
    score = Text(
        '"product", "sum", "grid" or "function": how a risk value comes about (beräkning).'
    )
    function = Text("The name of a function of the host program (funktion).")
    grid = List(GridRow, "The risk value of each pair of levels (riskmatris).")
    bands = List(Band, "What risk values require (riskklasser).")
    source = Child(Source, "Where it stands in the document.")


class Risk(Element):
    """Something that could go wrong (risk)."""

    kind = "risk"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    description = Text("The description (beskrivning).")
    comment = Text("A comment (kommentar).")
    consequence = Figure("The consequence, or materiality (konsekvens, väsentlighet).")
    likelihood = Figure("The likelihood (sannolikhet).")
    value = Figure("The risk value as the document states it (riskvärde).")
    owner = Text("Who owns it (riskägare).")
    decision_basis = Text("What was decided about it, and where (beslutsunderlag).")
    due = Time("When the action should be done (senast).")
    follow_up = Time("When it is followed up (uppföljning).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield self.id
        yield repr(shorten(self.title))
        scores = [str(score) or "?" for score in (self.consequence, self.likelihood, self.value)]
        yield (
            "{}×{}={}".format(*scores)
            if any((self.consequence, self.likelihood, self.value))
            else "unscored"
        )


class Control(Element):
    """A control of the internal control plan (kontrollmoment)."""

    kind = "control"
    id = RequiredText("Its id in the plan.")
    risk = Reference[Risk]("risk", "The risk that it controls (risk).")
    risk_id = ReferenceId("The id of that risk, known or not.", key="risk")
    what = RequiredText("What is controlled (kontrollmoment).")
    responsible = Text("Who is responsible (ansvarig).")
    method = Text("How it is controlled (metod).")
    report_by = Time("When it is reported (rapportering).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield self.id
        yield repr(shorten(self.what))


class ControlPoint(Element):
    """What is controlled every year, without a risk of its own (kontrollpunkt)."""

    kind = "control_point"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    what = Text("What is controlled (kontrollmoment).")
    source = Child(Source, "Where it stands in the document.")


class Event(Element):
    """A meeting, a decision, a date of the year's calendar (händelse)."""

    kind = "event"
    id = RequiredText("Its id in the plan.")
    title = RequiredText("The title (rubrik).")
    by = Text("Who does it (vem).")
    date = Time("When (datum).")
    weekday = Text("The weekday as the document states it (veckodag).")
    decided = Time("When it was decided (beslutsdatum).")
    in_force = Time("From when it holds (gäller från).")
    source = Child(Source, "Where it stands in the document.")


class Acceptance(Element):
    """A finding that is known and may stay (godtagande)."""

    kind = "acceptance"
    rule = RequiredText("The rule that finds it (regel).")
    element = Text("What it is about: an id, a figure or a block of figures (del av planen).")
    fingerprint = Text("Or the finding's fingerprint (fingeravtryck).")
    reason = RequiredText("Why it may stay (skäl).")
    until = Time("The last period in which it may (till och med).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        yield self.rule
        yield self.element or self.fingerprint


class Claim(Element):
    """A figure in the text, and what it should agree with (påstående)."""

    kind = "claim"
    id = Text("Its id in the plan.")
    text = RequiredText("The sentence (lydelse).")
    share = Texts("The part and the whole, as figures (andel).")
    count = Text("What is counted (antal).")
    change = Texts("From which figure to which it changed (förändring).")
    equal = Text("The figure that it repeats (lika med).")
    says = Figure("The figure in the sentence (angivet värde).")
    source = Child(Source, "Where it stands in the document.")

    def _about(self) -> Iterator[object]:
        if self.id is not None:
            yield self.id
        yield repr(shorten(self.text))
