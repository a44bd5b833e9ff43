"""Plans made of data frames as analysts have them; see :meth:`libvp.Plan.from_frames`."""

from __future__ import annotations

from typing import Any, List, Mapping, Optional, Type, Union

from ..element import Element
from ..elements import Indicator
from ..fields import Field, List as Elements
from . import cells
from .indicators import add_observations, indicators
from .records import Book, Record, records, register
from .sheet import FrameError, Sheet, did_you_mean
from .tables import table

__all__ = ["FrameError"]

#: An argument for all tables, or for each by its name.
Each = Union[Any, Mapping[str, Any]]

#: The lists that others refer to come before them.
_FIRST = ("units", "indicators", "risks")


def plan_data(
    fields: Mapping[str, Field[Any]],
    given: Mapping[str, Any],
    *,
    observations: Any,
    **arguments: Each,
) -> Record:
    """What the plan file would hold: given has the fields of the plan, as frames or as they are;
    the arguments unit, decimals, total and label are for the budget."""
    for name in given:
        if name not in fields:
            raise FrameError(f"a plan has no such field{did_you_mean(name, fields)}", name)
    data: Record = {"format": "vp-plan/1"}
    book, period = Book(), cells.period(given["period"])
    for name in sorted(given, key=lambda name: name not in _FIRST):
        value, field = given[name], fields[name]
        if name == "period":
            data[name] = period
        elif name == "budget":
            data[name] = _budget(value, book, **arguments)
        elif isinstance(field, Elements) and value is not None:
            data[name] = _list(name, value, field.kind, period, book)
        elif value is not None:
            data[name] = value
        if name == "indicators" and observations is not None:
            known = data.setdefault(name, [])
            add_observations(Sheet("observations", observations), known, book)
    return _without_none(data)


def _list(name: str, value: Any, kind: Type[Element], period: str, book: Book) -> List[Record]:
    if isinstance(value, (list, tuple)):
        return register(value, kind, book)
    sheet = Sheet(name, value)
    return indicators(sheet, period, book) if kind is Indicator else records(sheet, kind, book)


def _budget(value: Any, book: Book, **arguments: Each) -> Optional[Record]:
    if value is None:
        return None
    frames = value if isinstance(value, Mapping) else {"budget": value}
    if not all(hasattr(frame, "columns") for frame in frames.values()):
        if frames is value:
            return dict(value)
        raise FrameError(f"a data frame is needed, not a {type(value).__name__}", "budget")
    for argument, each in arguments.items():
        for name in each if isinstance(each, Mapping) else ():
            if name not in frames:
                hint = did_you_mean(str(name), frames)
                raise FrameError(f"there is no table {name!r}{hint}", argument)
    declared = {key: arguments[key] for key in ("unit", "decimals")}
    tables = []
    for name, frame in frames.items():
        own = {key: _of(each, name) for key, each in arguments.items()}
        made = table(Sheet(str(name), frame), book, own["total"], own["label"], own["decimals"])
        made.update((key, own[key]) for key in declared if isinstance(declared[key], Mapping))
        tables.append(_without_none(made))
    common = {key: each for key, each in declared.items() if not isinstance(each, Mapping)}
    return _without_none({**common, "tables": tables})


def _of(each: Each, name: str) -> Any:
    return each.get(name) if isinstance(each, Mapping) else each


def _without_none(record: Record) -> Record:
    return {key: value for key, value in record.items() if value is not None}
