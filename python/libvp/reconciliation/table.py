"""A table as it is judged: its figures, and what they should add up to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Tuple

from .. import _vp
from .figures import Figures
from .sums import Sum

if TYPE_CHECKING:
    from .._vp import Handle


@dataclass(frozen=True)
class Table:
    figures: Figures
    sums: Tuple[Sum, ...]
    #: Cells, row by row from 0.
    trusted: Tuple[int, ...]
    not_negative: Tuple[int, ...]
    unit: Optional[str]
    rounding: str

    def _judge(self, texts: Tuple[Optional[bytes], ...]) -> Handle:
        sums = tuple((one.kind, one.across, one.terms, one.total) for one in self.sums)
        return _vp.network_new(
            texts,
            len(self.figures.columns),
            self.unit,
            self.rounding,
            sums,
            self.trusted,
            self.not_negative,
        )

    @cached_property
    def network(self) -> Handle:
        return self._judge(self.figures.texts)

    @cached_property
    def localization(self) -> Handle:
        return _vp.localize(self.network)

    @cached_property
    def judgements(self) -> Tuple[Dict[str, Any], ...]:
        """What each relation came to, by its number."""
        return _vp.network_judgements(self.network)

    def judge_with(self, texts: Mapping[int, str]) -> Tuple[Dict[str, Any], ...]:
        """The same with other texts in some cells."""
        changed = list(self.figures.texts)
        for cell, text in texts.items():
            changed[cell] = text.encode()
        return _vp.network_judgements(self._judge(tuple(changed)))

    @cached_property
    def sums_of_relations(self) -> Tuple[Tuple[Sum, int], ...]:
        """Of each relation its sum, and which figures of the sum's lines it is about. Behind these
        are the relations of figures that are not negative, which have none."""
        height, width = len(self.figures.rows), len(self.figures.columns)
        return tuple(
            (one, index) for one in self.sums for index in range(width if one.across else height)
        )

    def cells(self, relation: int) -> Tuple[int, ...]:
        """The cells of a relation, the total first."""
        total: int = self.judgements[relation]["total"]
        if relation >= len(self.sums_of_relations):
            return (total,)
        one, index = self.sums_of_relations[relation]
        width = len(self.figures.columns)
        lines = (line for line, _ in one.terms)
        cells = (line * width + index if one.across else index * width + line for line in lines)
        return (total, *cells)

    def unit_of(self, cell: int) -> Optional[str]:
        """The unit that the cell is printed in."""
        unit: Optional[str] = _vp.network_cell(self.network, cell)["quantity"][3]
        return unit
