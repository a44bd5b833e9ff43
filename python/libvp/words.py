"""The words of libvp's own pages and tables, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict

from .errors import ArgumentError

if TYPE_CHECKING:
    from .check import Accepted

_WORDS = {
    "sv": {
        "error": "fel",
        "warning": "varning",
        "note": "upplysning",
        "errors": "fel",
        "warnings": "varningar",
        "notes": "upplysningar",
        "accepted": "godtagen",
        "accepteds": "godtagna",
        "accepted error": "fel (godtaget)",
        "accepted warning": "varning (godtagen)",
        "accepted note": "upplysning (godtagen)",
        "reason": "skäl: ",
        "until": "till och med {}",
        "in baseline": "i baslinjen",
        "where": "plats",
        "what": "vad",
        "help": "hjälp",
        "no findings": "inga anmärkningar",
        "more": "… och {} till",
        "more findings": "… och {} till, som finns i to_frame()",
        "draft": "utkast",
        "proposed": "förslag",
        "adopted": "beslutad",
        "followed_up": "uppföljd",
        "focus_areas": "fokusområden",
        "goals": "mål",
        "objectives": "verksamhetsmål",
        "positions": "ställningstaganden",
        "indicators": "indikatorer",
        "assignments": "uppdrag",
        "risks": "risker",
        "controls": "kontroller",
        "by_profile": "Profilen som exemplen prövas med",
        "fires": "Ett exempel som ger anmärkningen",
        "gives": "Det ger:",
        "quiet": "Ett exempel som är i sin ordning",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "note": "note",
        "errors": "errors",
        "warnings": "warnings",
        "notes": "notes",
        "accepted": "accepted",
        "accepteds": "accepted",
        "accepted error": "error (accepted)",
        "accepted warning": "warning (accepted)",
        "accepted note": "note (accepted)",
        "reason": "reason: ",
        "until": "until {}",
        "in baseline": "in the baseline",
        "where": "where",
        "what": "what",
        "help": "help",
        "no findings": "no findings",
        "more": "… and {} more",
        "more findings": "… and {} more, which to_frame() has",
        "draft": "draft",
        "proposed": "proposed",
        "adopted": "adopted",
        "followed_up": "followed up",
        "focus_areas": "focus areas",
        "goals": "goals",
        "objectives": "objectives",
        "positions": "positions",
        "indicators": "indicators",
        "assignments": "assignments",
        "risks": "risks",
        "controls": "controls",
        "by_profile": "The profile that the examples are checked by",
        "fires": "An example that fires",
        "gives": "It gives:",
        "quiet": "An example that does not",
    },
}


def words(language: str) -> Dict[str, str]:
    if language not in _WORDS:
        raise ArgumentError(f"the languages are 'sv' and 'en', not {language!r}")
    return _WORDS[language]


def why(accepted: Accepted, language: str) -> str:
    """känt sedan 2025 (till och med 2026, i baslinjen)"""
    word = words(language)
    limits = [word["until"].format(accepted.until)] if accepted.until is not None else []
    limits += [word["in baseline"]] if accepted.in_baseline else []
    return accepted.reason + (f" ({', '.join(limits)})" if limits else "")
