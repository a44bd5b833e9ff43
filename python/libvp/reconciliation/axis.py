"""The labels of a frame's rows or of its columns."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Union

from ..errors import ArgumentError, UnknownIdError

#: What the row or column with the sums is called, when it is not said.
TOTALS = ("summa", "totalt", "total", "sum")

#: A row or column, as whatever its frame labels it with: a text, a year, …
Label = Any
#: None to recognise it, False for none.
Total = Union[Label, List[Label], None]


def text_of(label: Label) -> str:
    """A label as texts show it; of several levels with commas between them."""
    return ", ".join(map(str, label)) if isinstance(label, tuple) else str(label)


class Axis:
    """Labels, which are found by themselves or by their text."""

    def __init__(self, name: str, labels: Sequence[Label], positions: Sequence[int]):
        #: "row" or "column".
        self.name = name
        self.labels = tuple(labels)
        #: Where each stands in the frame.
        self.positions = tuple(positions)
        self.texts = tuple(map(text_of, labels))
        self._at: Dict[str, int] = {}
        for index, text in enumerate(self.texts):
            first = self._at.setdefault(text.strip(), index)
            if first != index:
                raise ArgumentError(
                    f"{name}s {self.positions[first]} and {self.positions[index]} (from 0) are "
                    f"both called {text!r}: give them names of their own"
                )

    def __len__(self) -> int:
        return len(self.labels)

    def get(self, label: Label) -> Optional[int]:
        return self._at.get(text_of(label).strip())

    def find(self, label: Label) -> int:
        found = self.get(label)
        if found is None:
            raise UnknownIdError(f"there is no {self.name} {text_of(label)!r}{self.hint(label)}")
        return found

    def hint(self, label: Label) -> str:
        """The nearest labels, to put behind an error."""
        near = get_close_matches(text_of(label), self.texts)
        return f": did you mean {' or '.join(map(repr, near))}?" if near else ""

    def term(self, label: Label) -> Tuple[int, int]:
        """What a sum counts, and its weight: "-Intäkter" is subtracted."""
        text = text_of(label).strip()
        if self.get(label) is None and text[:1] in ("-", "−"):
            return self.find(text[1:]), -1
        return self.find(label), 1

    def recognised(self) -> List[int]:
        """The rows or columns that are called a total."""
        names = (text.strip().rstrip(":").casefold() for text in self.texts)
        return [index for index, name in enumerate(names) if name in TOTALS]

    def totals(self, given: Total, needed: bool) -> Tuple[int, ...]:
        """Where the totals stand that an argument names; recognised when it is None."""
        if given is False:
            return ()
        if given is not None:
            return tuple(self.find(one) for one in (given if isinstance(given, list) else [given]))
        found = self.recognised()
        argument = "total" if self.name == "row" else "total_column"
        if len(found) > 1:
            raise ArgumentError(
                f"several {self.name}s are called a total: say {argument}= one of "
                f"{self.listed(found)}, or False for none"
            )
        if needed and not found:
            raise ArgumentError(
                f"no {self.name} is called Summa, Totalt, Total or Sum: say {argument}= one of "
                f"{self.listed(range(len(self)))}, or False for none"
            )
        return tuple(found)

    def listed(self, indices: Iterable[int]) -> str:
        """Labels for an error: of many the last ones, where sums stand."""
        texts = [repr(self.texts[index]) for index in indices]
        return ", ".join((["…"] if len(texts) > 8 else []) + texts[-8:])
