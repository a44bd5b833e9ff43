"""What the page says, in Swedish and English, and how numbers are written in both."""

from __future__ import annotations

from decimal import Decimal
from typing import Iterable, List, Optional

from ..plot.words import Words as PictureWords
from ..values import Period, Quantity

_WORDS = {
    # the whole page
    "plan": ("Plan", "Plan"),
    "compared": ("Planerna bredvid varandra", "The plans side by side"),
    "made_by": ("Framtagen med libvp", "Made with libvp"),
    "checked_plan": ("Granskning av verksamhetsplan", "Review of an operational plan"),
    "checked_plans": ("Granskning av verksamhetsplaner", "Review of operational plans"),
    "none": ("–", "–"),
    "wide": ("kan rullas i sidled", "scrolls sideways"),
    # the head
    "period": ("Period", "Period"),
    "status": ("Status", "Status"),
    "document": ("Underlag", "Document"),
    "plan_file": ("Planfil", "Plan file"),
    "as_of": ("Prövad per", "As of"),
    "no_day": (
        "Ingen dag angavs, så det prövades inte om något borde ha blivit klart.",
        "No day was given, so it was not checked whether anything should have been done.",
    ),
    "not_said": ("framgår inte", "not stated"),
    "draft": ("utkast", "draft"),
    "proposed": ("förslag", "proposed"),
    "adopted": ("beslutad", "adopted"),
    "followed_up": ("uppföljd", "followed up"),
    # the summary
    "summary": ("Sammanfattning", "Summary"),
    "holds": ("Planen håller ihop.", "The plan holds together."),
    "holds_short": ("Ja", "Yes"),
    "holds_mostly": (
        "Planen håller ihop, men det finns sådant att se över.",
        "The plan holds together, but there are things to look at.",
    ),
    "holds_mostly_short": ("Ja, men se över", "Yes, but look"),
    "holds_not": ("Planen håller inte ihop.", "The plan does not hold together."),
    "holds_not_short": ("Nej", "No"),
    "nothing_checked": (
        "Planen har inga uppgifter som kan prövas mot varandra.",
        "The plan has nothing that can be held against anything else.",
    ),
    "nothing_checked_short": ("Inget att pröva", "Nothing to check"),
    "holds_question": ("Håller den ihop?", "Holds together?"),
    "highest": ("Högsta riskvärde", "Highest risk value"),
    "met_key": ("Nådda mål", "Targets met"),
    # the sentences of the summary
    "ran": ("{} på {}", "{} in {}"),
    "gave": ("{} och gav {}.", "{} and gave {}."),
    "gave_none": ("inga anmärkningar", "no findings"),
    "gave_accepted": ("{}, utöver {}", "{}, besides {}"),
    "without_accepted": (
        "Då är det som är godtaget frånräknat.",
        "What is accepted is not counted.",
    ),
    "the_frame": ("Budgetramen", "The budget frame"),
    "frame_of": ("Budgetramen för {}", "The budget frame for {}"),
    "frame_is": ("{} är {}.", "{} is {}."),
    "amount_of": ("{} för {}", "{} for {}"),
    "frame_moved": ("{} är {}, {} mot {}.", "{} is {}, {} from {}."),
    "frame_same": ("oförändrad", "unchanged"),
    "moved": ("{} mot {}", "{} from {}"),
    "one_exact": ("Den enda summan stämmer exakt.", "Its only sum adds up exactly."),
    "all_exact": (
        "Alla {} summor och samband stämmer exakt.",
        "All {} sums and ties add up exactly.",
    ),
    "of_sums": ("Av {} summor och samband: {}.", "Of {} sums and ties: {}."),
    "has_risks": ("Planen har {}", "The plan has {}"),
    "has_unscored": ("{}, varav {} utan riskvärde", "{}, {} of them without a risk value"),
    "highest_have": ("Högst riskvärde ({}) har {}", "The highest risk value ({}) is that of {}"),
    "some_uncontrolled": ("{}; {} saknar kontroll.", "{}; {} without a control."),
    "all_uncontrolled": ("{}; ingen av dem har en kontroll.", "{}; none of them has a control."),
    "one_uncontrolled": ("{}; den har ingen kontroll.", "{}; it has no control."),
    "of_indicators": ("Av {}: {}.", "Of {}: {}."),
    "highest_value": ("högsta riskvärde {}", "highest risk value {}"),
    "without_value": ("{} utan riskvärde", "{} without a value"),
    "targets_met": ("{} mål nådda", "{} targets met"),
    "targets_missed": ("{} inte nådda", "{} not met"),
    "targets_left": ("{} återstår att se", "{} remain to be seen"),
    "of": ("{} av {}", "{} of {}"),
    # what pictures show
    "alt_bridge": (
        "Stapeldiagram från ingående ram {} över {} förändringar till utgående ram {}. "
        "Siffrorna står också i tabellen.",
        "Bar chart from the opening frame {} over {} changes to the closing frame {}. "
        "The figures also stand in the table.",
    ),
    "alt_table": (
        "Stapeldiagram över tabellen {}. Siffrorna står också i tabellen.",
        "Bar chart of the table {}. The figures also stand in the table.",
    ),
    "alt_matrix": (
        "Riskmatris med {} efter konsekvens och sannolikhet. Riskerna står också i tabellen.",
        "Risk matrix with {} by consequence and likelihood. The risks also stand in the table.",
    ),
    "alt_indicators": (
        "Små diagram, ett för varje indikator, med utfall och mål. "
        "Siffrorna står också i tabellen.",
        "Small charts, one for each indicator, with outcomes and target. "
        "The figures also stand in the table.",
    ),
    # findings
    "error": ("Fel", "Error"),
    "warning": ("Varning", "Warning"),
    "note": ("Upplysning", "Note"),
    "errors": ("Fel", "Errors"),
    "warnings": ("Varningar", "Warnings"),
    "notes": ("Upplysningar", "Notes"),
    "about_error": (
        "Uppgifter som inte kan stämma, hur man än avrundar eller läser dem.",
        "What cannot be right, however it is rounded or read.",
    ),
    "about_warning": (
        "Sådant som kan vara rätt men bör förklaras eller rättas.",
        "What may be right, but should be explained or corrected.",
    ),
    "about_note": ("Bra att känna till när planen läses.", "Good to know when reading the plan."),
    "accepted_error": ("Fel, godtaget", "Error, accepted"),
    "accepted_warning": ("Varning, godtagen", "Warning, accepted"),
    "accepted_note": ("Upplysning, godtagen", "Note, accepted"),
    "about_accepted": (
        "Kända sedan tidigare och godtagna av den som svarar för planen. De räknas för sig.",
        "Known, and accepted by those who answer for the plan. They are counted apart.",
    ),
    "reason": ("Skäl", "Reason"),
    "where": ("Var", "Where"),
    "source": ("Källa", "Source"),
    "section": ("avsnitt", "section"),
    "page": ("sidan", "page"),
    "line": ("rad", "line"),
    "in_file": ("I planfilen", "In the plan file"),
    "background": ("Bakgrund", "Background"),
    "look_at": ("Se över", "Look at"),
    "rule": ("Regel", "Rule"),
    "no_findings": ("0 anmärkningar.", "0 findings."),
    "finding_short": ("anm.", "finding"),
    "likely": ("troligen", "probably"),
    "perhaps": ("kanske", "perhaps"),
    # the budget
    "budget": ("Budget", "Budget"),
    "no_budget": ("Planen har ingen budget.", "The plan has no budget."),
    "amounts_in": ("belopp i", "amounts in"),
    "columns": ("kolumnerna {}–{} av {}", "columns {}–{} of {}"),
    "post": ("Post", "Item"),
    "change": ("Förändring", "Change"),
    "level": ("Nivå", "Level"),
    "verdict": ("Utslag", "Verdict"),
    "ties": ("Samband mellan beloppen", "Ties between the amounts"),
    "relation": ("Prövning", "Check"),
    "computed": ("beräknat", "computed"),
    "difference": ("skillnad", "difference"),
    "computed_head": ("Beräknat", "Computed"),
    "stated_head": ("Angivet", "Stated"),
    "difference_head": ("Skillnad", "Difference"),
    "no_total": ("Tabellen anger inga summor att pröva.", "The table states no sums to check."),
    "adjusted": ("ska stämma exakt", "must add up exactly"),
    "rounding_gives": ("avrundning ger högst ±{}", "rounding gives at most ±{}"),
    "legend_verdicts": (
        "En summa stämmer exakt (✓), skiljer sig inte mer än avrundning brukar ge (≈), mer än den "
        "brukar ge men inte mer än den kan ge (?), eller mer än någon avrundning kan förklara (✗).",
        "A sum adds up exactly (✓), is off by no more than rounding usually gives (≈), by more than "
        "it usually but no more than it can give (?), or by more than rounding explains (✗).",
    ),
    # risks
    "no_risks": ("Planen har inga risker.", "The plan has no risks."),
    "ranked": ("Riskerna efter riskvärde", "The risks by risk value"),
    "rank": ("Nr", "No."),
    "risk": ("Risk", "Risk"),
    "value": ("Värde", "Value"),
    "band": ("Riskklass", "Band"),
    "owner": ("Riskägare", "Owner"),
    "controls": ("Kontroller", "Controls"),
    "no_controls": ("ingen", "none"),
    "states": ("planen anger", "the plan states"),
    "bands": ("Riskklasser", "Risk bands"),
    "action": ("Kräver", "Requires"),
    "values": ("Riskvärden", "Risk values"),
    "unscored": ("Risker utan riskvärde", "Risks without a risk value"),
    "unscored_text": (
        "De kan inte rangordnas och finns inte i matrisen.",
        "They cannot be ranked and are not in the matrix.",
    ),
    "all_unscored": (
        "Ingen risk har ett riskvärde, så det finns ingen matris att visa.",
        "No risk has a risk value, so there is no matrix to show.",
    ),
    "control_plan": ("Internkontrollplan", "Internal control plan"),
    "control": ("Kontrollmoment", "Control"),
    "responsible": ("Ansvarig", "Responsible"),
    "report_by": ("Redovisas", "Reported"),
    # indicators
    "indicators": ("Indikatorer", "Indicators"),
    "no_indicators": ("Planen har inga indikatorer.", "The plan has no indicators."),
    "indicators_table": ("Utfall, mål och läge", "Outcomes, targets and status"),
    "indicator": ("Indikator", "Indicator"),
    "delta": ("Ändring", "Change"),
    "state": ("Läge", "Status"),
    "no_outcomes": (
        "Ingen indikator har något utfall, så det finns ingen utveckling att visa.",
        "No indicator has an outcome, so there is no development to show.",
    ),
    "follow": ("följs", "is followed"),
    "partial": ("* utfallet täcker inte hela perioden", "* the outcome does not cover the period"),
    "method_mark": ("† mätmetoden har ändrats", "† the method has changed"),
    "earlier": ("Tidigare perioder visas inte.", "Earlier periods are not shown."),
    "said_exact": ("stämmer", "exact"),
    "said_rounding": ("ryms i avrundningen", "within rounding"),
    "said_doubtful": ("stämmer knappast", "doubtful"),
    "said_impossible": ("stämmer inte", "wrong"),
    "said_unknown": ("kan inte prövas", "without all figures"),
    "said_unit_mismatch": ("har olika enheter", "in different units"),
    "said_overflow": ("har för stora tal", "with numbers too large"),
    "said_met": ("har nått målet", "met the target"),
    "said_better": ("utvecklas åt rätt håll", "going the right way"),
    "said_unchanged": ("står stilla", "unchanged"),
    "said_worse": ("utvecklas åt fel håll", "going the wrong way"),
    "said_not_met": ("har inte nått målet", "missed the target"),
    "said_following": ("följs utan mål", "followed without a target"),
    "said_not_yet_measurable": ("går ännu inte att mäta", "not yet measurable"),
    "said_method_changed": ("har fått en ny mätmetod", "measured by a new method"),
    "said_not_comparable": ("går inte att jämföra", "not comparable"),
    "said_not_measured": ("saknar utfall", "without an outcome"),
    "forecasts": ("Vart indikatorerna är på väg", "Where the indicators are heading"),
    "outcomes": ("Utfall", "Outcomes"),
    "per_year": ("Per år", "Per year"),
    "forecast": ("Prognos", "Forecast"),
    "the_target": ("Målet", "The target"),
    "forecast_likely": ("nås troligen", "will likely be met"),
    "forecast_uncertain": ("är osäkert", "is uncertain"),
    "forecast_unlikely": ("nås troligen inte", "will likely not be met"),
    "to": ("till", "to"),
    "forecast_legend": (
        "Trenden är Theil–Sens linje; inom parentes intervall som håller nio gånger av tio.",
        "The trend is the Theil–Sen line; in parentheses ranges that hold nine times out of ten.",
    ),
    # how it was checked
    "checked": ("Så prövades planen", "How the plan was checked"),
    "area": ("Område", "Area"),
    "rules": ("Regler", "Rules"),
    "rules_used": ("varav med något att pröva", "of which with something to check"),
    "places": ("Prövade ställen", "Places checked"),
    "passed_over": ("Ställen som inte gick att pröva", "Places that could not be checked"),
    "checked_caption": ("Vad reglerna prövade", "What the rules checked"),
    "idle": (
        "{} hade inget att pröva i den här planen.",
        "{} had nothing to check in this plan.",
    ),
    "skipped": ("{} valdes bort och kördes inte.", "Not selected and not run: {}."),
    "own_rules": ("{} (egna regler)", "{} (own rules)"),
    "family_plan": ("Planens uppbyggnad", "The plan's structure"),
    "family_control": ("Internkontroll", "Internal control"),
    "family_claim": ("Siffror i texten", "Figures in the text"),
    # the parts of a plan, for where a finding is
    "at_plan": ("Planen", "The plan"),
    "at_units": ("Enheter", "Units"),
    "at_focus_areas": ("Mål", "Goals"),
    "at_assignments": ("Uppdrag", "Assignments"),
    "at_shared_plans": ("Gemensamma planer", "Shared plans"),
    "at_indicators": ("Indikatorer", "Indicators"),
    "at_budget": ("Budget", "Budget"),
    "at_risk_model": ("Riskmodell", "Risk model"),
    "at_risks": ("Risker", "Risks"),
    "at_controls": ("Internkontrollplan", "Internal control plan"),
    "at_control_points": ("Kontrollpunkter", "Control points"),
    "at_events": ("Händelser", "Events"),
    "at_claims": ("Siffror i texten", "Figures in the text"),
    "at_accepted": ("Godtaganden", "Acceptances"),
    "at_organisation": ("Organisation", "Organisation"),
    "at_source": ("Källa", "Source"),
    "at_frame": ("Budgetram", "Budget frame"),
    "at_opening": ("Ingående ram", "Opening frame"),
    "at_closing": ("Utgående ram", "Closing frame"),
    "at_target": ("Mål", "Target"),
    "at_observations": ("Utfall", "Outcome"),
    "at_total": ("Summa", "Total"),
    "at_scales": ("Skalor", "Scales"),
    "at_grid": ("Riskmatris", "Risk grid"),
    "at_period": ("Period", "Period"),
    "at_value": ("Värde", "Value"),
    "at_consequence": ("Konsekvens", "Consequence"),
    "at_likelihood": ("Sannolikhet", "Likelihood"),
    "at_owner": ("Riskägare", "Owner"),
    "at_due": ("Senast", "Due"),
    "at_decided": ("Beslutad", "Decided"),
    "at_in_force": ("Gäller från", "In force from"),
}

_PLURALS = {
    "error": (("fel", "fel"), ("error", "errors")),
    "warning": (("varning", "varningar"), ("warning", "warnings")),
    "note": (("upplysning", "upplysningar"), ("note", "notes")),
    "accepted": (("godtagen", "godtagna"), ("accepted", "accepted")),
    "accepted_finding": (
        ("godtagen anmärkning", "godtagna anmärkningar"),
        ("accepted finding", "accepted findings"),
    ),
    "rule": (("regel", "regler"), ("rule", "rules")),
    "rule_checked": (
        ("regel prövades", "regler prövades"),
        ("rule was checked", "rules were checked"),
    ),
    "place": (("ställe", "ställen"), ("place", "places")),
    "risk": (("risk", "risker"), ("risk", "risks")),
    "indicator": (("indikator", "indikatorer"), ("indicator", "indicators")),
    "plan": (("plan", "planer"), ("plan", "plans")),
}


class Words(PictureWords):
    """The words of one language: those of the pictures, and those of the page."""

    def __getitem__(self, name: str) -> str:
        return _WORDS[name][self.lang == "en"] if name in _WORDS else super().__getitem__(name)

    def get(self, name: str) -> Optional[str]:
        return self[name] if name in _WORDS else None

    def say(self, name: str, *parts: str) -> str:
        """A sentence with its parts filled in."""
        return self[name].format(*parts)

    def count(self, number: int, name: str) -> str:
        """1 varning, 2 varningar."""
        return f"{self.whole(number)}\N{NO-BREAK SPACE}{_PLURALS[name][self.lang == 'en'][number != 1]}"

    def whole(self, number: int) -> str:
        return self.number(Decimal(number))

    def listed(self, items: Iterable[str]) -> str:
        """a, b och c"""
        texts = list(items)
        if len(texts) < 2:
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self['and']} {texts[-1]}"

    def period(self, given: Period) -> str:
        """2026, or 2026–2028 for a range of them."""
        return str(given).replace("/", "–")

    def amount(self, value: Decimal, unit: Optional[str] = None, signed: bool = False) -> str:
        """231,2 mnkr and −0,5 % in Swedish, 231.2 mnkr and -0.5% in English."""
        space = "" if unit == "%" and self.lang == "en" else "\N{NO-BREAK SPACE}"
        is_said = unit not in (None, "count", "index")
        return self.number(value, signed) + (f"{space}{unit}" if is_said else "")

    def quantity(self, given: Quantity, heading: Optional[str] = None, signed: bool = False) -> str:
        """As the language writes it, where the number says all; otherwise as the plan does.

        heading: the unit that need not be said again.
        """
        if given.value is None or given.qualifier is not None or _has_other_unit(given):
            return given.text or ""
        return self.amount(given.value, None if given.unit == heading else given.unit, signed)


def _has_other_unit(given: Quantity) -> bool:
    return given.unit is None and any(character.isalpha() for character in given.text or "")


def heading(text: str) -> str:
    """With a capital letter first; what the plan says in quotes is left, and a function's name."""
    return text if "(" in text.partition(" ")[0] else text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital letter first and a full stop, unless it ends with a mark or a quoted one."""
    return heading(text) + ("" if text.rstrip("”\"'»").endswith((".", "!", "?", "…")) else ".")


def lines(*texts: Optional[str]) -> List[str]:
    """Those that there are."""
    return [text for text in texts if text]
