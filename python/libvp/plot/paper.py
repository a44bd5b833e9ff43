"""Sizes, colours and text that fits: what all pictures share."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .words import Words

#: The width of the text on an A4 page, in inches.
WIDTH = 6.3
#: Sizes of text, in points.
SMALL, TEXT, TITLE = 8.0, 8.5, 10.0
#: The height of a line of text, and the gap between a bar and its number, in inches.
LINE, GAP = 0.15, 0.06
#: How much wider a text in bold is.
BOLD = 1.15

# Okabe and Ito's colours, which the colour-blind can tell apart.
BLUE, SKY, ORANGE, VERMILLION = "#0072b2", "#56b4e9", "#e69f00", "#d55e00"
# Darker, for text.
RED, BROWN, FOREST = "#b34a00", "#7a5200", "#00664a"
INK, FAINT, GREY, LIGHT, PALE = "#222222", "#666666", "#8c8c8c", "#bbbbbb", "#eeeeee"


class NothingToDraw(ValueError):
    """The plan lacks what the picture would show."""


def figure(rows: int, columns: int, inches: float, height: float, **options: Any) -> Any:
    """A figure in white and its axes, by row and column."""
    from matplotlib import pyplot

    options.update(figsize=(inches, height), layout="constrained", facecolor="white")
    return pyplot.subplots(rows, columns, squeeze=False, **options)


def axes(ax: Optional[Axes], height: float) -> Axes:
    """The axes to draw into: the given ones, or those of a new figure of that height in inches."""
    if ax is None:
        ax = figure(1, 1, WIDTH, height)[1][0, 0]
    return ax


def width_of(ax: Optional[Axes]) -> float:
    """The room for a picture, in inches: that of the axes, or of the figure that will be made."""
    if ax is None:
        return WIDTH
    return float(ax.get_window_extent().width / ax.figure.dpi)


def height_of(ax: Axes) -> float:
    """Of the axes, in inches."""
    return float(ax.get_window_extent().height / ax.figure.dpi)


def lines_in(ax: Axes, rows: int) -> int:
    """How many lines of text have room in each of the axes' rows."""
    return max(1, int(height_of(ax) / rows / LINE))


def title(ax: Axes, text: str, inches: float) -> None:
    lines = wrap(text, inches / BOLD, TITLE)
    ax.set_title(lines, loc="left", fontsize=TITLE, fontweight="bold", color=INK)


def bare(ax: Axes, *spines: str) -> None:
    """Leaves only those of the frame's lines, and no marks beside them."""
    for name, spine in ax.spines.items():
        spine.set_visible(name in spines)
        spine.set_color(LIGHT)
    ax.grid(False)
    ax.set_facecolor("none")
    ax.tick_params(length=0, labelsize=SMALL, labelcolor=INK)


def number_axis(ax: Axes, words: Words, inches: float) -> None:
    """As many marks on the x axis as have room, with numbers as the language writes them."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    def written(x: float, _: object = None) -> str:
        return words.number(Decimal(f"{x:.9g}"))

    room = max(width(written(float(f"{x:.3g}")), SMALL) for x in ax.get_xlim()) + 0.2
    bins = max(1, min(8, int(inches / room)))
    ax.xaxis.set_major_locator(MaxNLocator(bins, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(written))


def fit(
    ax: Axes, low: float, high: float, notes: Sequence[Tuple[float, str, bool]], inches: float
) -> None:
    """Limits the x axis to low and high and the notes at their points.

    A note is (where, text, whether it stands to the left); inches: how wide the axes will be.
    """
    left = right = 0.0
    scale = inches / (high - low)
    for _ in range(6):  # each room that is made makes the scale smaller
        for at, text, is_left in notes:
            room = BOLD * width(text) + 2 * GAP
            if is_left:
                left = max(left, room - (at - low) * scale)
            else:
                right = max(right, room - (high - at) * scale)
        scale = max(inches - left - right, inches / 4) / (high - low)
    ax.set_xlim(low - left / scale, high + right / scale)


def put(
    ax: Axes,
    text: str,
    at: Tuple[float, float],
    shift: Tuple[float, float] = (0, 0),
    coords: str = "data",
    **look: Any,
) -> None:
    """A text at a point, shifted by so many points to the right and up."""
    look = {"fontsize": TEXT, "color": INK, "textcoords": "offset points", **look}
    ax.annotate(text, at, shift, coords, **look)


def note(ax: Axes, x: float, y: float, text: str, is_left: bool = False, **look: Any) -> None:
    """A text beside a point."""
    side, shift = ("right", -GAP) if is_left else ("left", GAP)
    put(ax, text, (x, y), (72 * shift, 0), ha=side, va="center_baseline", **look)


def instead(ax: Axes, text: str) -> None:
    """Where there is nothing to draw."""
    put(ax, text, (0.5, 0.5), coords="axes fraction", ha="center", va="center", color=FAINT)


def finish(ax: Axes) -> Axes:
    """A plan's "$" begins no formula."""
    from matplotlib.text import Text

    for text in ax.findobj(Text):
        assert isinstance(text, Text)
        text.set_parse_math(False)
    return ax


def width(text: str, size: float = TEXT) -> float:
    """In inches."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    points, _, _ = text_to_path.get_text_width_height_descent(
        text, FontProperties(size=size), ismath=False
    )
    return float(points) / 72


def wrap(text: str, inches: float, size: float = TEXT, most: int = 3) -> str:
    """The text in lines of at most that width; what needs more lines than most ends with "…"."""
    lines: List[str] = []
    for word in re.findall(r"[^ \t\r\n]+", text):  # a no-break space breaks nothing
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= inches:
            lines[-1] = joined
            continue
        while width(word, size) > inches and len(word) > 1:
            cut = _fitting(word, inches, size)
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(last + "…", size) > inches:
            last = last[:-1]
        lines[most - 1 :] = [last.rstrip(" ,;:-–") + "…"]
    return "\n".join(lines)


def _fitting(word: str, inches: float, size: float) -> int:
    """How much of a word that is too long fits: up to a hyphen, if there is one."""
    cut = len(word) - 1
    while cut > 1 and width(word[:cut], size) > inches:
        cut -= 1
    hyphen = max(word.rfind(mark, 0, cut) for mark in "-–/_")
    return hyphen + 1 if hyphen > 0 else cut
