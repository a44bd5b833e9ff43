"""A data frame as the person sees it who made it: with its name, for the errors."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Callable, Iterable, List, Optional, TypeVar

from ..errors import ArgumentError
from ..extras import need

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")


class FrameError(ArgumentError):
    """A data frame that is no part of a plan; says where."""

    #: The argument that the frame was given as; of a table of the budget, its name.
    frame: str
    #: The row's label in the frame's index; None for the whole frame or column.
    row: Any
    #: The column; None for the whole frame or row.
    column_name: Optional[str]

    def __init__(self, message: str, frame: str, row: Any = None, column: Optional[str] = None):
        place = [frame]
        if row is not None:
            place.append(f"row {row!r}")
        if column is not None:
            place.append(f"column {column!r}")
        super().__init__(f"{', '.join(place)}: {message}")
        self.frame = frame
        self.row = row
        self.column_name = column


class Sheet:
    """The columns of a frame by number, and its rows that are not empty."""

    def __init__(self, name: str, frame: Any):
        pandas = need("pandas", "frames")
        self.name = name
        for convert in ("to_frame", "to_pandas"):
            if not isinstance(frame, pandas.DataFrame) and hasattr(frame, convert):
                frame = getattr(frame, convert)()
        if not isinstance(frame, pandas.DataFrame):
            raise self.error(f"a data frame is needed, not a {type(frame).__name__}")
        self.labels = list(frame.index)
        #: How many of the first columns come from the frame's index.
        self.index_count = 0 if _is_numbering(frame) else frame.index.nlevels
        if self.index_count > 0:
            frame = frame.reset_index(names=_index_names(frame))
        self.names = [str(name).strip() for name in frame.columns]
        for name in self.names:
            if self.names.count(name) > 1:
                raise self.error("there are several columns of that name", column=name)
        lacks = frame.isna()
        self._cells: List[List[Any]] = [
            [
                None if gone else _plain(value)
                for value, gone in zip(frame.iloc[:, i], lacks.iloc[:, i])
            ]
            for i in range(len(self.names))
        ]
        self.rows = [
            row
            for row in range(len(self.labels))
            if any(column[row] is not None for column in self._cells)
        ]

    def cell(self, row: int, column: int) -> Any:
        """None where nothing stands."""
        return self._cells[column][row]

    def read(self, row: int, column: int, convert: Callable[[Any], T]) -> Optional[T]:
        """What convert makes of a cell; its ValueError says where. None where nothing stands."""
        value = self._cells[column][row]
        if value is None:
            return None
        try:
            return convert(value)
        except ValueError as error:
            raise self.error(str(error), row, self.names[column]) from None

    def error(
        self, message: str, row: Optional[int] = None, column: Optional[str] = None
    ) -> FrameError:
        return FrameError(message, self.name, None if row is None else self.labels[row], column)


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """The nearest known name, to put behind an error."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(given.casefold(), list(names), n=1)
    return f": did you mean {names[near[0]]!r}?" if near else ""


def _is_numbering(frame: pandas.DataFrame) -> bool:
    """Whether the index says no more than which row it is."""
    pandas = need("pandas", "frames")
    return frame.index.name is None and bool(pandas.api.types.is_integer_dtype(frame.index.dtype))


def _index_names(frame: pandas.DataFrame) -> List[str]:
    return ["index" if name is None else str(name) for name in frame.index.names]


def _plain(value: Any) -> Any:
    """A cell in which nothing stands is None, and numpy's numbers are Python's."""
    if isinstance(value, str):
        return value if value.strip() else None
    item = getattr(value, "item", None)
    return item() if callable(item) and getattr(value, "shape", None) == () else value
