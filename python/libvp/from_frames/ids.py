"""Ids made from labels."""

from __future__ import annotations

import re
import unicodedata
from typing import Set

#: A made id is no longer than this, unless its first word is.
MOST_CHARACTERS = 40

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})


def slug(label: str) -> str:
    """The label in small letters from a to z, digits and hyphens: "Äldreomsorg 2026" is
    "aldreomsorg-2026". Whole words at its end are left out where it grows too long."""
    plain = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    while len(words) > 1 and len("-".join(words)) > MOST_CHARACTERS:
        words.pop()
    return "-".join(words)


class Ids:
    """The ids of a plan, or of the rows or columns of a table: each is there once."""

    def __init__(self) -> None:
        self._taken: Set[str] = set()

    def take(self, id: str) -> bool:
        """False when it is there already."""
        is_new = id not in self._taken
        self._taken.add(id)
        return is_new

    def make(self, label: str, otherwise: str) -> str:
        """The label's slug, or what it is otherwise called; with a number where that is taken."""
        first = made = slug(label) or otherwise
        number = 1
        while not self.take(made):
            number += 1
            made = f"{first}-{number}"
        return made
