"""Functions of your own, which a plan may name: for risk values and targets."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, Iterator, Optional

from . import _vp
from .errors import ArgumentError
from .sequences import unknown
from .signatures import is_pointer, signature_of

if TYPE_CHECKING:
    from ._vp import Handle

__all__ = ["Function", "Functions", "register_function", "unregister_function"]


@dataclass(frozen=True)
class Function:
    """A function that a plan may name. Call it to see what a plan would be given."""

    name: str
    #: The type of the result and, in parentheses, those of the arguments: "f64(f64,f64)".
    signature: str
    #: What was registered.
    function: Callable[..., object]
    #: Of a function pointer; else 0.
    _address: int = field(default=0, repr=False)

    def __call__(self, *arguments: object) -> object:
        """None where it gives no value: also for NaN, an infinity and a string that is NULL."""
        return _vp.function_call(_handle([self]), self.name, arguments)


class Functions(Mapping[str, Function]):
    """Functions by their names, for plans that are not to use those registered for all.

    >>> own = libvp.Functions()
    >>> own.register("severity", lambda c, l: c * c * l, "f64(f64,f64)")
    >>> plan.with_functions(own).risks.to_frame()

    Threads may share it.
    """

    def __init__(self) -> None:
        self._functions: Dict[str, Function] = {}

    def register(
        self, name: str, function: Callable[..., object], signature: Optional[str] = None
    ) -> Function:
        """See :func:`libvp.register_function`."""
        if not callable(function):
            raise TypeError(f"{function!r} is no function")
        signature = signature_of(name, function, signature)
        made = Function(name, signature, function, _address(name, function))
        _handle([made])  # refuses what is no name or no signature
        if self._functions.setdefault(name, made) is not made:
            raise ArgumentError(f"there is a function {name!r} already: unregister it first")
        return made

    def unregister(self, name: str) -> None:
        """Takes a function out of later checks."""
        if self._functions.pop(name, None) is None:
            raise unknown(name, self)

    def __getitem__(self, name: str) -> Function:
        try:
            return self._functions[name]
        except KeyError:
            raise unknown(name, self) from None

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._functions))

    def __len__(self) -> int:
        return len(self._functions)

    def __repr__(self) -> str:
        return f"<Functions: {', '.join(self) or 'none'}>"

    @property
    def _handle(self) -> Optional[Handle]:
        """As they are now; None for none."""
        functions = tuple(self._functions.values())
        return _handle(functions) if functions else None


#: What a plan uses that has no functions of its own.
registered = Functions()


def register_function(
    name: str, function: Callable[..., object], signature: Optional[str] = None
) -> Function:
    """Lets plans compute risk values with a function, and judge targets of indicators.

    >>> def severity(consequence: float, likelihood: float) -> float:
    ...     return consequence * consequence * likelihood
    >>> libvp.register_function("severity", severity)

    A plan names it: ``"risk_model": {"score": "function", "function": "severity"}``. One that
    takes the outcome of an indicator and says whether it meets the target, as True or False, is
    named in the target: ``"target": {"period": "2026", "function": "good"}``. It must give the same
    result for the same arguments, and threads may call it at the same time.

    function: a Python function, or a function pointer of ctypes, which is called without Python:
    libvp does not do what ctypes does around a call (errcheck). signature: "f64(f64,f64)", with the
    types bool, i32, i64, u64, f64 and string, the result's first; otherwise what a pointer's
    argtypes and restype, or a function's annotations (float, int as i64, bool, str) say. That a
    pointer is to a function of that signature nobody can check.

    What a Python function raises is raised by what had it called: a check, a data frame, a picture.
    With None it gives no value, and says so by the result ``Optional[float]``.

    ArgumentError: the name is taken, or is not made of letters, digits, "_", "-" and "."; or there
    is no signature.
    """
    return registered.register(name, function, signature)


def unregister_function(name: str) -> None:
    """Takes a function out of later checks. KeyError: there is none of that name."""
    registered.unregister(name)


def _handle(functions: Iterable[Function]) -> Handle:
    return _vp.functions_new(
        tuple((each.name, each.signature, each.function, each._address) for each in functions)
    )


def _address(name: str, function: Any) -> int:
    if not is_pointer(function):
        return 0
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise ArgumentError(f"the function {name!r} is a NULL pointer")
    return address
