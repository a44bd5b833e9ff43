"""Elements in the order of the plan, by index or by id. What is asked for is made then."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import (
    TYPE_CHECKING,
    Callable,
    Generic,
    Iterable,
    Iterator,
    Optional,
    Tuple,
    Type,
    TypeVar,
    Union,
    overload,
)

from . import _vp
from .columns import Columns, Tabular, of_kind, with_ids
from .errors import UnknownIdError

if TYPE_CHECKING:
    from .element import Element, Record
    from .plan import Plan

__all__ = ["Elements", "References"]

E = TypeVar("E", bound="Element", covariant=True)


class Elements(Sequence[E], Tabular, Generic[E]):
    """Elements of one kind: ``elements[0]``, ``elements["r7"]``, ``"r7" in elements``."""

    __slots__ = ("_plan",)

    def __init__(self, plan: Plan):
        self._plan = plan

    def _at(self, index: int) -> E:
        raise NotImplementedError

    def __iter__(self) -> Iterator[E]:
        return map(self._at, range(len(self)))

    def _find(self, id: str) -> Optional[E]:
        return next((element for element in self if _id(element) == id), None)

    @property
    def ids(self) -> Tuple[Optional[str], ...]:
        """The elements' ids; None for one without."""
        return tuple(_id(element) for element in self)

    @overload
    def __getitem__(self, key: Union[int, str]) -> E: ...
    @overload
    def __getitem__(self, key: slice) -> Tuple[E, ...]: ...
    def __getitem__(self, key: Union[int, str, slice]) -> Union[E, Tuple[E, ...]]:
        if isinstance(key, str):
            element = self._find(key)
            if element is None:
                raise unknown(key, self.ids)
            return element
        if isinstance(key, slice):
            return tuple(self._at(i) for i in range(len(self))[key])
        return self._at(range(len(self))[key])

    def __contains__(self, value: object) -> bool:
        if isinstance(value, str):
            return self._find(value) is not None
        return any(element == value for element in self)

    def __eq__(self, other: object) -> bool:
        return (
            tuple(self) == tuple(other) if isinstance(other, (Elements, tuple)) else NotImplemented
        )

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        shown = [repr(element) for element in self[:10]]
        more = [f"… {len(self)} in all"] if len(self) > len(shown) else []
        return f"[{', '.join(shown + more)}]"


class Children(Elements[E]):
    """The elements of a list in the plan."""

    __slots__ = ("_record", "_field", "_kind", "_length")

    def __init__(self, record: Record, field: str, kind: Type[E]):
        super().__init__(record._plan)
        self._record = record
        self._field = field
        self._kind = kind
        self._length = _vp.element_count(record._live, field)

    def __len__(self) -> int:
        return self._length

    def columns(self) -> Columns:
        return of_kind(self._kind.kind, self._record)

    def _at(self, index: int) -> E:
        handle = _vp.element_child(self._record._live, self._field, index)
        return self._kind(self._plan, handle)

    def _find(self, id: str) -> Optional[E]:
        """Without looking at every element, where the id is unique in the plan."""
        handle = _vp.plan_find(self._plan._open, id)
        if handle is not None and _vp.element_kind(handle) == self._kind.kind:
            element = self._kind(self._plan, handle)
            if element.parent == self._record:
                return element
        return super()._find(id)


class Gathered(Elements[E]):
    """Elements from several places in the plan."""

    __slots__ = ("_kind", "_found")

    def __init__(self, plan: Plan, kind: str):
        super().__init__(plan)
        self._kind = kind
        self._found: Optional[Tuple[E, ...]] = None

    def _gather(self) -> Iterable[E]:
        raise NotImplementedError

    @property
    def _elements(self) -> Tuple[E, ...]:
        if self._found is None:
            self._found = tuple(self._gather())
        return self._found

    def __len__(self) -> int:
        return len(self._elements)

    def _at(self, index: int) -> E:
        return self._elements[index]


class Collected(Gathered[E]):
    """All elements of a kind, wherever in the plan they stand."""

    __slots__ = ("_all",)

    def __init__(self, plan: Plan, kind: str, all: Callable[[], Iterable[E]]):
        super().__init__(plan, kind)
        self._all = all

    def columns(self) -> Columns:
        return of_kind(self._kind, self._plan)

    def _gather(self) -> Iterable[E]:
        return self._all()


class References(Gathered[E]):
    """The elements that an element refers to. Ids that no such element has are left out of it."""

    __slots__ = ("_ids",)

    def __init__(self, record: Record, field: str, kind: str):
        super().__init__(record._plan, kind)
        count = _vp.element_count(record._live, field)
        texts = (_vp.element_text(record._handle, field, i) for i in range(count))
        self._ids = tuple(text for text in texts if text is not None)

    def _gather(self) -> Iterable[E]:
        found: Iterable[Optional[E]] = (find(self._plan, self._kind, id) for id in self._ids)
        return (element for element in found if element is not None)

    def columns(self) -> Columns:
        return with_ids(of_kind(self._kind, self._plan), self._ids)

    @property
    def ids(self) -> Tuple[str, ...]:
        """The ids as the plan has them, unknown ones too."""
        return self._ids

    @property
    def unknown(self) -> Tuple[str, ...]:
        """The ids that no such element has."""
        return tuple(id for id in self._ids if id not in {_id(element) for element in self})


def find(plan: Plan, kind: str, id: str) -> Optional[E]:
    """The element with that id, if it is of that kind."""
    from .element import make

    handle = _vp.plan_find(plan._open, id)
    if handle is None or _vp.element_kind(handle) != kind:
        return None
    element: E = make(plan, handle)
    return element


def unknown(id: str, known: Iterable[Optional[str]]) -> UnknownIdError:
    """The error for an id that is not there, with the nearest ones."""
    near = get_close_matches(id, [text for text in known if text is not None])
    hint = f": did you mean {' or '.join(map(repr, near))}?" if near else ""
    return UnknownIdError(f"there is no {id!r}{hint}")


def _id(element: Element) -> Optional[str]:
    return _vp.element_id(element._live)
