"""A list beside a picture: headings, samples of colours, and ids with what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Sequence, Tuple

from .paper import FAINT, INK, SMALL, width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: In points: from line to line, the space above a heading, between columns, and a sample's size.
PITCH, SPACE, APART, SAMPLE = 11.5, 6.0, 5.0, (14.0, 7.0)
#: The most lines, so that the picture stays on a page.
MOST = 60


class Legend:
    """Filled from the top, then drawn to the right of the axes, outside of them."""

    def __init__(self, inches: float):
        self._inches = inches
        self._rows: List[Any] = []
        #: What it needs, in inches.
        self.height = 0.0

    def heading(self, text: str) -> None:
        self._space()
        self._column(wrap(text, self._inches, SMALL), fontweight="bold")

    def remark(self, text: str) -> None:
        self._space()
        self._column(wrap(text, self._inches, SMALL, most=6), color=FAINT)

    def sample(self, look: Dict[str, Any], text: str) -> None:
        """A rectangle that looks so, and what it stands for."""
        from matplotlib.patches import Rectangle

        room = self._inches - (SAMPLE[0] + APART) / 72
        for index, line in enumerate(wrap(text, room, SMALL).split("\n")):
            artists = [Rectangle((0, 0), *SAMPLE, **look)] if index == 0 else []
            self._pair(artists, SAMPLE[0], line)

    def entries(self, pairs: Sequence[Tuple[str, str]], more: str, most: int) -> None:
        """Ids, and beside them what they stand for in so many lines; more: the word for it."""
        from matplotlib.text import Text

        narrow = min(max(width(id, SMALL) for id, _ in pairs) + 0.02, 0.4 * self._inches)
        for count, (id, text) in enumerate(pairs):
            if len(self._rows) >= MOST:
                self._column(f"… {len(pairs) - count} {more}")
                break
            ids = wrap(id, narrow, SMALL, most=6).split("\n")
            lines = wrap(text, self._inches - narrow - APART / 72, SMALL, most).split("\n")
            for index in range(max(len(ids), len(lines))):
                left = [Text(0, 0, ids[index], size=SMALL, color=INK)] if index < len(ids) else []
                self._pair(left, 72 * narrow, lines[index] if index < len(lines) else "")

    def draw(self, ax: Axes) -> None:
        from matplotlib.offsetbox import AnchoredOffsetbox, VPacker

        column = VPacker(children=self._rows, pad=0, sep=0, align="left")
        place: Dict[str, Any] = {"bbox_to_anchor": (1.04, 1.0), "bbox_transform": ax.transAxes}
        box = AnchoredOffsetbox("upper left", child=column, frameon=False, borderpad=0, **place)
        ax.add_artist(box)

    def _space(self) -> None:
        if self._rows:
            self._add([], SPACE)

    def _column(self, text: str, **look: Any) -> None:
        from matplotlib.text import Text

        for line in text.split("\n"):
            self._add([Text(0, 0, line, size=SMALL, **{"color": INK, **look})], PITCH)

    def _pair(self, left: List[Any], points: float, line: str) -> None:
        from matplotlib.text import Text

        self._add([*left, Text(points + APART, 0, line, size=SMALL, color=INK)], PITCH)

    def _add(self, artists: List[Any], height: float) -> None:
        """A row with artists on its base line."""
        from matplotlib.offsetbox import DrawingArea

        row = DrawingArea(72 * self._inches, height)
        for artist in artists:
            row.add_artist(artist)
        self._rows.append(row)
        self.height += height / 72
