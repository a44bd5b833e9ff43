"""The words of libvp's own pages and tables, in both languages."""

from __future__ import annotations

from typing import Dict

from .errors import ArgumentError

_WORDS = {
    "sv": {
        "error": "fel",
        "warning": "varning",
        "note": "upplysning",
        "where": "plats",
        "what": "vad",
        "help": "hjälp",
        "no findings": "inga anmärkningar",
        "fires": "Ett exempel som ger anmärkningen",
        "gives": "Det ger:",
        "quiet": "Ett exempel som är i sin ordning",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "note": "note",
        "where": "where",
        "what": "what",
        "help": "help",
        "no findings": "no findings",
        "fires": "An example that fires",
        "gives": "It gives:",
        "quiet": "An example that does not",
    },
}


def words(language: str) -> Dict[str, str]:
    if language not in _WORDS:
        raise ArgumentError(f"the languages are 'sv' and 'en', not {language!r}")
    return _WORDS[language]
