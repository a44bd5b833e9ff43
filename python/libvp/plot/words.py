"""What the pictures say, in Swedish and English, and how numbers are written in both."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from ..errors import ArgumentError

if TYPE_CHECKING:
    from ..plan import Plan
    from ..values import Quantity

_WORDS = {
    # the budget
    "frame": ("Budgetram", "Budget frame"),
    "opening": ("Ingående ram", "Opening frame"),
    "closing": ("Utgående ram", "Closing frame"),
    "total": ("Summa", "Total"),
    "rows_give": ("raderna ger", "the rows give"),
    "not_stated": ("anges inte", "not stated"),
    "missing": ("saknas", "missing"),
    "unreadable": ("oläsligt", "unreadable"),
    "should_be": ("bör vara", "should be"),
    "remainder": ("Rest", "Remainder"),
    "cut_axis": ("axeln är bruten och börjar inte vid noll", "the axis is cut and starts off zero"),
    "exact": ("stämmer", "adds up"),
    "rounding": ("ryms i avrundningen", "within rounding"),
    "doubtful": ("tveksam", "doubtful"),
    "impossible": ("stämmer inte", "does not add up"),
    "unknown": ("kan inte prövas", "cannot be checked"),
    "unit_mismatch": ("olika enheter", "different units"),
    "overflow": ("för stora tal", "numbers too large"),
    # risks
    "consequence": ("Konsekvens", "Consequence"),
    "likelihood": ("Sannolikhet", "Likelihood"),
    "matrix": ("Riskmatris", "Risk matrix"),
    "risks": ("Risker", "Risks"),
    "outside": ("Utanför matrisen", "Outside the matrix"),
    "unscored": ("Utan riskvärde", "Without a risk value"),
    "no_levels": (
        "Ingen risk har både konsekvens\noch sannolikhet",
        "No risk has both consequence\nand likelihood",
    ),
    "no_bands": ("Planen anger inga riskklasser.", "The plan states no risk bands."),
    "no_scale": (
        "Planen anger inte skalornas steg: rutnätet visar de steg som riskerna har.",
        "The plan does not state the scales' levels: the grid has those that its risks have.",
    ),
    "more": ("till", "more"),
    # indicators
    "target": ("Mål", "Target"),
    "no_target": ("inget mål", "no target"),
    "unplaced": ("utfall kan inte ritas", "outcomes cannot be drawn"),
    "at_least": ("minst", "at least"),
    "at_most": ("högst", "at most"),
    "between": ("mellan", "between"),
    "and": ("och", "and"),
    "increase_from": ("öka från", "increase from"),
    "decrease_from": ("minska från", "decrease from"),
    "by": ("med", "by"),
    "function": ("enligt funktionen", "by the function"),
    "increase": ("ökande trend", "rising trend"),
    "decrease": ("minskande trend", "falling trend"),
    "no_goal": ("Följs utan målvärde", "Followed without a target value"),
    "percent": ("\N{NO-BREAK SPACE}%", "%"),
    "yes": ("Ja", "Yes"),
    "no": ("Nej", "No"),
    "women": ("kvinnor", "women"),
    "men": ("män", "men"),
    "legend_goal": (
        "Streckad linje: målvärde. Grått: där målet är uppnått.",
        "Dashed line: target. Grey: where it is met.",
    ),
    "legend_partial": (
        "Ofylld punkt: utfallet täcker inte hela perioden.",
        "Open dot: the outcome does not cover the whole period.",
    ),
    "legend_method": ("Bruten kurva: ändrad metod.", "Broken curve: the method changed."),
    "legend_sexes": ("Tunn lodrät linje: kvinnor och män.", "Thin upright line: women and men."),
    "not_measured": ("inte mätt", "not measured"),
    "following": ("följs", "followed"),
    "met": ("uppnått", "met"),
    "not_met": ("inte uppnått", "not met"),
    "method_changed": ("ändrad metod", "method changed"),
    "not_comparable": ("inte jämförbart", "not comparable"),
    "better": ("bättre", "better"),
    "worse": ("sämre", "worse"),
    "unchanged": ("oförändrat", "unchanged"),
    "not_yet_measurable": ("ännu inte mätbart", "not yet measurable"),
    # findings
    "findings": ("Anmärkningar", "Findings"),
    "no_findings": ("inget att anmärka", "nothing to report"),
    "nothing_ran": ("Ingen regel hade något att pröva", "No rule had anything to check"),
    "error": ("fel", "error"),
    "errors": ("fel", "errors"),
    "warning": ("varning", "warning"),
    "warnings": ("varningar", "warnings"),
    "note": ("upplysning", "note"),
    "notes": ("upplysningar", "notes"),
    "accepted": ("godtagen", "accepted"),
    "accepteds": ("godtagna", "accepted"),
    "family_plan": ("Planen", "The plan"),
    "family_budget": ("Budget", "Budget"),
    "family_risk": ("Risker", "Risks"),
    "family_control": ("Kontroller", "Controls"),
    "family_indicator": ("Indikatorer", "Indicators"),
    "family_date": ("Datum", "Dates"),
    "family_claim": ("Påståenden", "Claims"),
    "family_profile": ("Profilen", "The profile"),
}


class Words:
    """The words of one language."""

    def __init__(self, lang: str):
        if lang not in ("sv", "en"):
            raise ArgumentError(f"the languages are 'sv' and 'en', not {lang!r}")
        self.lang = lang

    def __getitem__(self, name: str) -> str:
        swedish, english = _WORDS[name]
        return swedish if self.lang == "sv" else english

    def family(self, name: str) -> str:
        """Of rules; your own rules' families are called by their names."""
        return self[f"family_{name}"] if f"family_{name}" in _WORDS else name

    def count(self, number: int, name: str) -> str:
        return f"{number} {self[name if number == 1 else name + 's']}"

    def number(self, value: Decimal, signed: bool = False) -> str:
        """231,2 and −0,5 in Swedish, 231.2 and -0.5 in English, with the digits that it has."""
        text = f"{abs(value):,f}"
        minus = "-"
        if self.lang == "sv":
            minus = "\N{MINUS SIGN}"
            text = text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
        sign = minus if value < 0 else "+" if signed and value > 0 else ""
        return sign + text


def words_of(plan: Plan, lang: Optional[str]) -> Words:
    """In that language, or else the plan's."""
    return Words(lang or plan.language or "sv")


_MONEY = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9}


def in_unit(figure: Quantity, unit: Optional[str]) -> Optional[Decimal]:
    """The figure's value in another unit of money; None when it has none there."""
    if figure.value is None or figure.unit == unit:
        return figure.value
    if figure.unit not in _MONEY or unit not in _MONEY:
        return None
    return figure.value.scaleb(_MONEY[figure.unit] - _MONEY[unit])


def write(
    figure: Optional[Quantity], value: Optional[Decimal], words: Words, signed: bool = False
) -> str:
    """What stands beside a figure's bar; value: what it is in the picture's unit, or should be."""
    if figure is not None and figure.state == "number" and value is not None:
        return words.number(value, signed) if figure.qualifier is None else str(figure)
    if figure is not None and figure.state == "number":
        has_unit = any(mark.isalpha() or mark == "%" for mark in str(figure))
        return str(figure) if has_unit else f"{figure} {figure.unit or ''}".rstrip()
    text = f"{figure} ({words['unreadable']})" if figure else words["missing"]
    return text if value is None else f"{text}, {words['should_be']} {words.number(value, signed)}"
