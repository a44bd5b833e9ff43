"""What every part of a plan is: a record with fields, which are read when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Dict, Iterator, Optional, Tuple, Type, Union

from . import _vp
from .errors import PlanClosedError

if TYPE_CHECKING:
    from ._vp import Handle
    from .fields import Field
    from .plan import Plan

__all__ = ["Element"]

#: The class of each kind of element.
_kinds: Dict[str, Type[Element]] = {}


class _Kind(type):
    """Elements have their fields and nothing else: setting a misspelt one is an error."""

    def __new__(mcs, name: str, bases: Tuple[type, ...], namespace: Dict[str, Any]) -> _Kind:
        namespace.setdefault("__slots__", ())
        return super().__new__(mcs, name, bases, namespace)


class Record(metaclass=_Kind):
    """A plan or a part of one."""

    __slots__ = ("_handle", "__weakref__")

    #: The kind's name in the plan format.
    kind: ClassVar[str]
    #: The fields of the plan format by their keys there.
    fields: ClassVar[Dict[str, Field[Any]]]

    _handle: Handle

    @property
    def _plan(self) -> Plan:
        raise NotImplementedError

    @property
    def _live(self) -> Handle:
        """The handle, unless the plan was closed."""
        if self._plan.closed:
            raise PlanClosedError()
        return self._handle

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return _vp.element_address(self._handle) == _vp.element_address(other._handle)

    def __hash__(self) -> int:
        return hash(_vp.element_address(self._handle))

    def _about(self) -> Iterator[object]:
        """What its repr says after the class."""
        for key in ("id", "title", "name", "label"):
            value = _vp.element_text(self._live, key, 0)
            if value is not None:
                yield value if key == "id" else repr(shorten(value))

    def __repr__(self) -> str:
        try:
            about = " ".join(map(str, self._about()))
        except PlanClosedError:
            about = "of a closed plan"
        return f"<{type(self).__name__} {about}>" if about else f"<{type(self).__name__}>"


class Element(Record):
    """A part of a plan. Two are equal when they are the same part of the same plan."""

    __slots__ = ("_owner",)

    def __init__(self, plan: Plan, handle: Handle):
        self._owner = plan
        self._handle = handle

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _kinds[cls.kind] = cls

    @property
    def _plan(self) -> Plan:
        return self._owner

    @property
    def plan(self) -> Plan:
        """The plan that it is a part of."""
        return self._owner

    @property
    def parent(self) -> Union[Plan, Element]:
        """The element, or the plan, that it stands in."""
        parent: Union[Plan, Element] = make(self._owner, _vp.element_parent(self._live))
        return parent

    @property
    def path(self) -> str:
        """Its JSON Pointer in the plan file."""
        return _vp.element_path(self._live)

    @property
    def line(self) -> Optional[int]:
        """Where it begins in the plan file, from 1."""
        place = _vp.element_place(self._live)
        return place[0] if place else None

    @property
    def column(self) -> Optional[int]:
        """Where it begins on its line, from 1, in characters."""
        place = _vp.element_place(self._live)
        return place[1] if place else None


def make(plan: Plan, handle: Handle) -> Any:
    """The element of a handle, as its kind's class; the plan for its root, and for what only a
    profile has."""
    known = _kinds.get(_vp.element_kind(handle))
    return plan if known is None else known(plan, handle)


def shorten(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
