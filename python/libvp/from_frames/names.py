"""What columns may be called."""

from __future__ import annotations

import re
from typing import Dict, FrozenSet, Tuple

#: Swedish names of the fields of each kind, beside the format's own.
SYNONYMS: Dict[str, Dict[str, str]] = {
    "unit": {"name": "namn, enhet", "part_of": "del av"},
    "assignment": {
        "title": "uppdrag, rubrik, titel",
        "set_by": "beslutat av",
        "responsible": "ansvarig",
        "due": "senast, klart",
        "indicators": "indikatorer, nyckeltal",
    },
    "indicator": {
        "name": "indikator, nyckeltal, namn",
        "unit": "enhet",
        "decimals": "decimaler",
        "direction": "riktning",
        "minimum": "minsta värde",
        "maximum": "största värde",
        "target": "mål, målvärde",
        "target_text": "målets lydelse",
        "target_period": "målår",
        "target_at_least": "minst",
        "target_at_most": "högst",
    },
    "observation": {
        "indicator": "indikator, nyckeltal, name, namn",
        "period": "år",
        "value": "utfall, värde, resultat",
        "women": "kvinnor",
        "men": "män",
        "covers": "omfattar, avser",
        "method_changed": "ändrad metod",
    },
    "risk": {
        "title": "risk, rubrik, titel",
        "description": "beskrivning",
        "comment": "kommentar",
        "consequence": "konsekvens, väsentlighet",
        "likelihood": "sannolikhet",
        "value": "riskvärde",
        "owner": "ägare, riskägare, ansvarig",
        "decision_basis": "beslutsunderlag",
        "due": "senast, klart",
        "follow_up": "uppföljning",
    },
    "control": {
        "risk": "risk",
        "what": "kontrollmoment, kontroll",
        "responsible": "ansvarig",
        "method": "metod, kontrollmetod",
        "report_by": "rapportering, rapporteras",
    },
    "control_point": {"title": "kontrollpunkt, rubrik, titel", "what": "kontrollmoment, kontroll"},
    "event": {
        "title": "händelse, rubrik, titel",
        "by": "vem",
        "date": "datum",
        "weekday": "veckodag",
        "decided": "beslutsdatum",
        "in_force": "gäller från",
    },
    "claim": {"text": "lydelse", "share": "andel", "count": "antal", "says": "anger"},
}

#: The same of every kind.
SOURCE = {
    "source_document": "dokument",
    "source_page": "sida, page",
    "source_section": "avsnitt, section",
    "source_note": "anmärkning, note",
}

#: What to_frame() adds to the fields of a risk or an indicator, by a column that only it has.
RESULTS: Dict[str, Tuple[str, FrozenSet[str]]] = {
    "risk": (
        "computed",
        frozenset(
            "consequence_name likelihood_name computed value band band_colour control_count".split()
        ),
    ),
    "indicator": (
        "outlook",
        frozenset(
            "target target_value target_value_text status better latest_period latest latest_text"
            " previous_period previous previous_text outcome_period outcome outcome_text"
            " baseline_period baseline baseline_text change slope slope_low slope_high forecast"
            " forecast_low forecast_high outlook".split()
        ),
    ),
}

DIRECTIONS = {
    "higher": "higher",
    "högre": "higher",
    "öka": "higher",
    "lower": "lower",
    "lägre": "lower",
    "minska": "lower",
}
SET_BY = {
    "council": "council",
    "kommunfullmäktige": "council",
    "board": "board",
    "nämnd": "board",
    "nämnden": "board",
    "unit": "unit",
    "enhet": "unit",
    "other": "other",
    "annan": "other",
}


def same(name: str) -> str:
    """Names that differ in case, blanks, hyphens and underscores only are the same."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


def synonyms(kind: str) -> Dict[str, str]:
    """The field that each Swedish name stands for."""
    lists = {**SYNONYMS.get(kind, {}), **SOURCE}
    return {same(name): field for field, names in lists.items() for name in names.split(",")}
