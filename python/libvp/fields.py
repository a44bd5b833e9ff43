"""The fields of elements, one class for each kind of value. They are read-only."""

from __future__ import annotations

from typing import Generic, NoReturn, Optional, Tuple, Type, TypeVar, Union, overload

from . import _vp
from .element import Element, Record
from .sequences import Children, Elements, References, find
from .values import Period, Quantity, make_period, make_quantity

T = TypeVar("T")
E = TypeVar("E", bound=Element)


class Field(Generic[T]):
    """A field of the plan format. key is its name there, where that is no name in Python."""

    def __init__(self, doc: str, key: str = ""):
        self.__doc__ = doc
        self.key = key

    def __set_name__(self, owner: Type[Record], name: str) -> None:
        self.name = name
        self.key = self.key or name
        self.list_in(owner)

    def list_in(self, owner: Type[Record]) -> None:
        if "fields" not in vars(owner):
            owner.fields = {}
        owner.fields[self.key] = self

    @overload
    def __get__(self, record: None, owner: Type[Record]) -> Field[T]: ...
    @overload
    def __get__(self, record: Record, owner: Type[Record]) -> T: ...
    def __get__(self, record: Optional[Record], owner: Type[Record]) -> Union[Field[T], T]:
        return self if record is None else self.read(record)

    def __set__(self, record: Record, value: NoReturn) -> None:
        raise AttributeError(f"{self.name!r} cannot be set: a plan that was read does not change")

    def read(self, record: Record) -> T:
        raise NotImplementedError

    def _count(self, record: Record) -> range:
        return range(_vp.element_count(record._live, self.key))


class Text(Field[Optional[str]]):
    def read(self, record: Record) -> Optional[str]:
        return _vp.element_text(record._live, self.key, 0)


class RequiredText(Field[str]):
    def read(self, record: Record) -> str:
        return _vp.element_text(record._live, self.key, 0) or ""


class Texts(Field[Tuple[str, ...]]):
    def read(self, record: Record) -> Tuple[str, ...]:
        handle = record._live
        return tuple(_vp.element_text(handle, self.key, i) or "" for i in self._count(record))


class Integer(Field[Optional[int]]):
    def read(self, record: Record) -> Optional[int]:
        number = _vp.element_integer(record._live, self.key)
        return None if number is False else number


class RequiredInteger(Field[int]):
    def read(self, record: Record) -> int:
        return int(_vp.element_integer(record._live, self.key))


class Flag(Field[bool]):
    def read(self, record: Record) -> bool:
        return _vp.element_flag(record._live, self.key)


class Figure(Field[Quantity]):
    def read(self, record: Record) -> Quantity:
        return make_quantity(_vp.element_quantity(record._live, self.key, 0))


class Figures(Field[Tuple[Quantity, ...]]):
    def read(self, record: Record) -> Tuple[Quantity, ...]:
        handle = record._live
        return tuple(
            make_quantity(_vp.element_quantity(handle, self.key, i)) for i in self._count(record)
        )


class Time(Field[Period]):
    def read(self, record: Record) -> Period:
        return make_period(_vp.element_period(record._live, self.key))


class Child(Field[Optional[E]]):
    def __init__(self, kind: Type[E], doc: str):
        super().__init__(doc)
        self.kind = kind

    def read(self, record: Record) -> Optional[E]:
        handle = _vp.element_child(record._live, self.key, 0)
        return None if handle is None else self.kind(record._plan, handle)


class RequiredChild(Field[E]):
    def __init__(self, kind: Type[E], doc: str):
        super().__init__(doc)
        self.kind = kind

    def read(self, record: Record) -> E:
        return self.kind(record._plan, _vp.element_child(record._live, self.key, 0))


class List(Field[Elements[E]]):
    def __init__(self, kind: Type[E], doc: str):
        super().__init__(doc)
        self.kind = kind

    def read(self, record: Record) -> Elements[E]:
        return Children(record, self.key, self.kind)


class Reference(Field[Optional[E]]):
    """Another element by its id; None when no such element has it."""

    def __init__(self, kind: str, doc: str):
        super().__init__(doc)
        self.kind = kind

    def read(self, record: Record) -> Optional[E]:
        id = _vp.element_text(record._live, self.key, 0)
        return None if id is None else find(record._plan, self.kind, id)


class ReferenceId(Text):
    """The id that a reference has, whether such an element has it or not: the same field again."""

    def list_in(self, owner: Type[Record]) -> None:
        pass


class ReferenceList(Field[References[E]]):
    def __init__(self, kind: str, doc: str):
        super().__init__(doc)
        self.kind = kind

    def read(self, record: Record) -> References[E]:
        return References(record, self.key, self.kind)
