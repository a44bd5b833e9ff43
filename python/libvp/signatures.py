"""The signatures of functions, "f64(f64,f64)", from what Python says of them."""

from __future__ import annotations

import ctypes
import inspect
from typing import Any, Callable, Dict, List, Optional, Sequence, get_args, get_type_hints

from .errors import ArgumentError

_PYTHON: Dict[object, str] = {float: "f64", int: "i64", bool: "bool", str: "string"}
_C: Dict[object, str] = {
    ctypes.c_bool: "bool",
    ctypes.c_int32: "i32",
    ctypes.c_int64: "i64",
    ctypes.c_uint64: "u64",
    ctypes.c_double: "f64",
    ctypes.c_char_p: "string",
}
#: The class of all function pointers, which the stubs of ctypes leave out.
_POINTER = vars(ctypes)["_CFuncPtr"]
#: Of a function pointer that is to be called with the interpreter's lock: ctypes.PyDLL's.
_NEEDS_PYTHON = 4


def signature_of(name: str, function: Callable[..., object], given: Optional[str]) -> str:
    """The given one, or what the function says of itself."""
    if is_pointer(function):
        return _of_pointer(name, function, given)
    return _of_annotations(name, function) if given is None else given


def is_pointer(function: Callable[..., object]) -> bool:
    """Whether it is a function pointer of ctypes."""
    return isinstance(function, _POINTER)


def _of_pointer(name: str, function: Any, given: Optional[str]) -> str:
    if function._flags_ & _NEEDS_PYTHON:
        raise ArgumentError(f"the function {name!r} uses Python's own C interface (ctypes.PyDLL)")
    if function.argtypes is None:
        if given is not None:
            return given
        raise ArgumentError(f"the function {name!r} has no argtypes: set them, or give a signature")
    said = _written(name, _C, function.restype, function.argtypes)
    if given is not None and given.replace(" ", "") != said:
        raise ArgumentError(f"the function {name!r} is {said} by its argtypes, not {given!r}")
    return said


def _of_annotations(name: str, function: Callable[..., object]) -> str:
    try:
        parameters = inspect.signature(function).parameters.values()
        hints = get_type_hints(function if inspect.isroutine(function) else type(function).__call__)
    except (NameError, TypeError, ValueError) as error:
        raise _unclear(name, str(error)) from None
    for each in parameters:
        if each.kind not in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD):
            raise _unclear(name, f"{each} is no single argument")
    return _written(
        name, _PYTHON, _known(hints.get("return")), [hints.get(each.name) for each in parameters]
    )


def _known(result: object) -> object:
    """X of Optional[X]: None is no value."""
    choices = get_args(result)
    others = [each for each in choices if each is not type(None)]
    return others[0] if len(others) == 1 < len(choices) else result


def _written(
    name: str, types: Dict[object, str], result: object, arguments: Sequence[object]
) -> str:
    texts: List[str] = []
    for what, each in [("result", result), *enumerate(arguments, 1)]:
        text = types.get(each)
        if text is None:
            place = what if what == "result" else f"argument {what}"
            has = "no type" if each is None else f"the type {getattr(each, '__name__', each)}"
            raise _unclear(name, f"its {place} has {has}, not one of {_names(types)}")
        texts.append(text)
    return f"{texts[0]}({','.join(texts[1:])})"


def _names(types: Dict[object, str]) -> str:
    return ", ".join(getattr(each, "__name__", str(each)) for each in types)


def _unclear(name: str, why: str) -> ArgumentError:
    return ArgumentError(
        f"the function {name!r} does not say its signature: {why}; "
        'give one, such as signature="f64(f64,f64)"'
    )
