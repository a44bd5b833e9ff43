"""Rows of a data frame as elements of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import (
    Any,
    Callable,
    Collection,
    Dict,
    FrozenSet,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Type,
    Union,
)

from ..element import Element
from ..fields import (
    Child,
    Field,
    Figure,
    Figures,
    Flag,
    Integer,
    List as Elements,
    Reference,
    ReferenceList,
    RequiredChild,
    RequiredInteger,
    RequiredText,
    Texts,
    Time,
)
from . import cells
from .ids import Ids
from .names import DIRECTIONS, RESULTS, SET_BY, same, synonyms
from .sheet import Sheet, did_you_mean

#: An element as the plan file has it.
Record = Dict[str, Any]

_ID = re.compile(r"[A-Za-z0-9_À-ɏ][A-Za-z0-9_:À-ɏ-]*")
#: Where the name of a level may stand.
_LEVELS = ("consequence", "likelihood")
_CHOICES = {"direction": DIRECTIONS, "set_by": SET_BY}


@dataclass(frozen=True)
class Place:
    """Where in an element a column's cells belong."""

    path: Tuple[str, ...]
    field: Field[Any]
    #: Of several figures, which.
    item: int = 0
    #: A figure as it is written, beside its number.
    is_written: bool = False


class Book:
    """The ids of a plan, and what has them."""

    def __init__(self) -> None:
        self.ids = Ids()
        self._by_kind: Dict[str, Dict[str, Optional[str]]] = {}

    def add(self, kind: str, id: str, label: str) -> None:
        known = self._by_kind.setdefault(kind, {})
        known[id] = id
        # Of two with the same label, neither can be meant.
        known[label] = id if known.get(label, id) == id else None

    def find(self, kind: str, given: str) -> str:
        """The id of what has that id or label."""
        known = self._by_kind.get(kind, {})
        found = known.get(given.strip())
        if found is None:
            several = given.strip() in known
            wrong = "several are" if several else f"no {kind} is"
            raise ValueError(f"{wrong} called {given!r}{did_you_mean(given, known)}")
        return found


def places(kind: Type[Element], prefix: str = "", path: Tuple[str, ...] = ()) -> Dict[str, Place]:
    """The columns that a frame of a kind may have, as to_frame() calls them."""
    found: Dict[str, Place] = {}
    for key, field in kind.fields.items():
        name, here = prefix + key, (*path, key)
        if isinstance(field, (Child, RequiredChild)):
            found.update(places(field.kind, f"{name}_", here))
        elif isinstance(field, Figures):
            for item in range(2):
                found[f"{name}_{item + 1}"] = Place(here, field, item)
                found[f"{name}_{item + 1}_text"] = Place(here, field, item, is_written=True)
        elif not isinstance(field, Elements):
            found[name] = Place(here, field)
            if isinstance(field, Figure):
                found[f"{name}_text"] = Place(here, field, is_written=True)
    return found


def columns(
    sheet: Sheet, kinds: Sequence[str], known: Iterable[str], skip: Collection[int] = ()
) -> Dict[str, int]:
    """The frame's columns by the names that are known; another is an error. Of a name that several
    kinds have, the last kind's meaning holds."""
    given = [same(name) for name in sheet.names]
    others: Dict[str, str] = {}
    left_out: FrozenSet[str] = frozenset()
    for kind in kinds:
        others.update(synonyms(kind))
        marker, results = RESULTS.get(kind, ("", frozenset()))
        if marker in given:
            left_out = results
            others["stated"] = "value"
    others.update({same(name): name for name in known})
    found: Dict[str, int] = {}
    for index, name in enumerate(given):
        if name in left_out or index in skip:
            continue
        if name not in others:
            hint = did_you_mean(name, others)
            raise sheet.error(f"there is no such column{hint}", column=sheet.names[index])
        meant = others[name]
        if meant in found:
            other = sheet.names[found[meant]]
            raise sheet.error(f"it means the same as {other!r}", column=sheet.names[index])
        found[meant] = index
    return found


def convert(field: Field[Any]) -> Callable[[Any], Any]:
    """How a cell of a field is read that is no figure."""
    if isinstance(field, Time):
        return cells.period
    if isinstance(field, (Integer, RequiredInteger)):
        return cells.integer
    if isinstance(field, Flag):
        return lambda value: cells.flag(value) or None
    if isinstance(field, (ReferenceList, Texts)):
        return cells.texts
    if field.key in _CHOICES:
        return lambda value: cells.choice(value, _CHOICES[field.key])
    return cells.text


def figures(
    sheet: Sheet,
    given: Iterable[Tuple[int, Optional[int], Optional[int]]],
    decimals: Optional[int] = None,
    accept: Optional[Callable[[str], bool]] = cells.is_answer,
) -> List[cells.Figure]:
    """The figures of some rows, each in a column, or in one that says how it is written, or both.
    They are printed with the same decimals; accept says which texts may stand there, None all."""
    given = list(given)
    told = [_told(sheet, *place, decimals) for place in given]
    made = cells.printed(told, decimals)
    for figure, (row, number, written) in zip(made, given):
        if isinstance(figure, str) and accept is not None and not accept(figure):
            column = number if written is None or sheet.cell(row, written) is None else written
            raise sheet.error(cells.complaint(figure), row, sheet.names[column or 0])
    return made


def _told(
    sheet: Sheet, row: int, number: Optional[int], written: Optional[int], decimals: Optional[int]
) -> cells.Number:
    columns = [column for column in (written, number) if column is not None]
    read = [
        sheet.read(row, column, lambda cell: cells.number(cell, decimals)) for column in columns
    ]
    stand = [one for one in read if one is not None]
    if len(stand) == 2 and cells.differ(*stand):
        raise sheet.error(
            f"{stand[0]!r} is not the {stand[1]} beside it", row, sheet.names[columns[0]]
        )
    return stand[0] if stand else None


def records(sheet: Sheet, kind: Type[Element], book: Book) -> List[Record]:
    """The rows as elements, with ids made of their labels where they have none."""
    known = places(kind)
    found = columns(sheet, (kind.kind,), known)
    made = read(sheet, known, found)
    finish(sheet, zip(sheet.rows, made), kind, book)
    for key, field in kind.fields.items():
        if key in found and isinstance(field, (Reference, ReferenceList)):
            for row, record in zip(sheet.rows, made):
                if key in record:
                    record[key] = sheet.read(row, found[key], _finder(book, field))
    return made


def _finder(book: Book, field: Union[Reference[Any], ReferenceList[Any]]) -> Callable[[Any], Any]:
    """Gives ids for ids or labels."""
    if isinstance(field, ReferenceList):
        return lambda cell: [book.find(field.kind, one) for one in cells.texts(cell)]
    return lambda cell: book.find(field.kind, cells.text(cell))


def register(given: Iterable[Mapping[str, Any]], kind: Type[Element], book: Book) -> List[Record]:
    """Elements that are given as the plan file has them."""
    made = [dict(record) for record in given]
    for record in made:
        if "id" in record:
            book.ids.take(record["id"])
            label = (record.get(key) for key in ("title", "name", "what", "text"))
            book.add(kind.kind, record["id"], next((one for one in label if one), record["id"]))
    return made


def read(sheet: Sheet, known: Mapping[str, Place], found: Mapping[str, int]) -> List[Record]:
    """What the rows say in the columns that were found."""
    made: List[Record] = [{} for _ in sheet.rows]
    for name, place in known.items():
        if isinstance(place.field, (Figure, Figures)):
            number, written = found.get(name), found.get(f"{name}_text")
            if place.is_written or (number is None and written is None):
                continue
            accept = None if name in _LEVELS else cells.is_answer
            rows = ((row, number, written) for row in sheet.rows)
            values: List[Any] = [*figures(sheet, rows, accept=accept)]
        elif name in found:
            how = convert(place.field)
            values = [sheet.read(row, found[name], how) for row in sheet.rows]
        else:
            continue
        for record, value in zip(made, values):
            put(record, place, value)
    return made


def put(record: Record, place: Place, value: Any) -> None:
    """Where it belongs; nothing for None."""
    if value is None:
        return
    for key in place.path[:-1]:
        record = record.setdefault(key, {})
    if isinstance(place.field, Figures):
        record.setdefault(place.path[-1], [None, None])[place.item] = value
    else:
        record[place.path[-1]] = value


def finish(
    sheet: Sheet, made: Iterable[Tuple[int, Record]], kind: Type[Element], book: Book
) -> None:
    """Sees to it that each record has what every element of its kind needs, and an id."""
    made = list(made)
    needed = [key for key, field in kind.fields.items() if isinstance(field, RequiredText)]
    label = next(key for key in needed if key != "id")
    for row, record in made:
        for key in needed:
            if key != "id" and key not in record:
                raise sheet.error(f"it has no {key}", row)
        if "id" in record:
            take_id(sheet, row, record["id"], book.ids)
    for _, record in made:
        if "id" in needed and "id" not in record:
            record["id"] = book.ids.make(record[label], kind.kind.replace("_", "-"))
        if "id" in record:
            book.add(kind.kind, record["id"], record[label])


def take_id(sheet: Sheet, row: int, id: str, ids: Ids) -> None:
    if not _ID.fullmatch(id):
        raise sheet.error(f"{id!r} is no id: it has letters, digits, '-', '_' and ':' only", row)
    if not ids.take(id):
        raise sheet.error(f"the id {id!r} is there already", row)
