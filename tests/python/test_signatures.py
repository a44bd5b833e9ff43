"""What functions of one's own take and give: their signatures and types."""

import ctypes
import functools
from decimal import Decimal
from typing import Optional

import libvp
import pytest
from conftest import hypot, libm


def severity(consequence: float, likelihood: float) -> float:
    return consequence * consequence * likelihood


def returns_int(a: int, b: bool) -> str:
    return a * "x" if b else ""


class Weighted:
    def __call__(self, consequence: float, likelihood: "float") -> "Optional[float]":
        return 2 * consequence * likelihood


@pytest.mark.parametrize(
    ("function", "signature"),
    [
        (severity, "f64(f64,f64)"),
        (returns_int, "string(i64,bool)"),
        (Weighted(), "f64(f64,f64)"),
        (Weighted().__call__, "f64(f64,f64)"),
    ],
)
def test_annotations_are_the_signature(function, signature):
    assert libvp.Functions().register("f", function).signature == signature


def unannotated(consequence, likelihood: float) -> float:
    return likelihood


def decimals(consequence: Decimal) -> float:
    return 1.0


def unresolved(consequence: "Nothing") -> float:  # noqa: F821
    return 1.0


def many(*levels: float) -> float:
    return 1.0


def nothing(consequence: float) -> None:
    pass


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (lambda: 1, "its result has no type, not one of float, int, bool, str; give one, such as"),
        (unannotated, "its argument 1 has no type"),
        (decimals, "its argument 1 has the type Decimal"),
        (unresolved, "name 'Nothing' is not defined"),
        (many, r"\*levels: float is no single argument"),
        (nothing, "its result has the type NoneType"),
        (functools.partial(severity, 1.0), "its result has no type"),
    ],
)
def test_without_annotations_a_signature_is_asked_for(function, why):
    with pytest.raises(libvp.ArgumentError, match=f"'f' does not say its signature: {why}"):
        libvp.Functions().register("f", function)
    libvp.Functions().register("f", function, "f64(f64)")


@pytest.mark.parametrize(
    ("signature", "where"),
    [
        ("", "1:1: expected a type"),
        ("f64", "1:4: expected '\\('"),
        ("f64(float)", "1:5: expected a type"),
        ("f64(f64", "1:8: expected ',' or '\\)'"),
        ("f64(f64) ->", "1:10: expected the end"),
        ("f64(" + "f64," * 8 + "f64)", "expected '\\)' after 8 arguments"),
    ],
)
def test_a_wrong_signature_says_where(signature, where):
    with pytest.raises(libvp.ArgumentError, match=where):
        libvp.register_function("f", severity, signature)


@pytest.mark.parametrize("name", ["", "5", "två", "a b"])
def test_a_wrong_name_is_refused(name):
    with pytest.raises(libvp.ArgumentError, match="no name of a function"):
        libvp.register_function(name, severity)


def test_what_cannot_be_called_is_refused():
    with pytest.raises(TypeError, match="'severity' is no function"):
        libvp.register_function("f", "severity", "f64()")


# Function pointers


def pointer_of(restype, *argtypes):
    return ctypes.CFUNCTYPE(restype, *argtypes)(lambda *given: given[0])


C_TYPES = {
    "bool": (ctypes.c_bool, True),
    "i32": (ctypes.c_int, -(2**31)),
    "i64": (ctypes.c_int64, -(2**63)),
    "u64": (ctypes.c_size_t, 2**64 - 1),
    "f64": (ctypes.c_double, 0.1),
    "string": (ctypes.c_char_p, "å"),
}


@pytest.mark.parametrize("name", [name for name in C_TYPES if name != "string"])
def test_the_types_of_pointers(name):
    kind, value = C_TYPES[name]
    made = libvp.Functions().register("f", pointer_of(kind, kind))
    assert made.signature == f"{name}({name})"
    assert made(value) == value and type(made(value)) is type(value)


def test_a_string_of_a_pointer(monkeypatch):
    monkeypatch.setenv("VP_NÄMND", "Socialnämnden")
    pointer = ctypes.CDLL(None).getenv
    pointer.argtypes, pointer.restype = [ctypes.c_char_p], ctypes.c_char_p
    made = libvp.Functions().register("getenv", pointer)
    assert made("VP_NÄMND") == "Socialnämnden"
    assert made("VP_NONE") is None


def test_a_pointer_without_argtypes_takes_a_signature():
    pointer = libm("hypot")
    with pytest.raises(libvp.ArgumentError, match="has no argtypes: set them, or give a signature"):
        libvp.register_function("f", pointer)
    assert libvp.register_function("f", pointer, "f64(f64, f64)")(3, 4) == 5


def test_a_signature_that_a_pointer_does_not_have_is_refused():
    with pytest.raises(libvp.ArgumentError, match=r"is f64\(f64,f64\) by its argtypes"):
        libvp.register_function("f", hypot(), "f64(f64)")
    libvp.register_function("f", hypot(), "f64( f64, f64 )")


@pytest.mark.parametrize(
    ("pointer", "why"),
    [
        (lambda: ctypes.CFUNCTYPE(None, ctypes.c_double)(), "is a NULL pointer|result has no type"),
        (lambda: ctypes.CFUNCTYPE(ctypes.c_double)(), "is a NULL pointer"),
        (lambda: pointer_of(ctypes.c_float, ctypes.c_double), "result has the type c_float"),
        (lambda: pointer_of(ctypes.c_double, ctypes.c_void_p), "argument 1 has the type c_void_p"),
        (lambda: ctypes.pythonapi.PyLong_AsDouble, "Python's own C interface"),
    ],
)
def test_pointers_that_cannot_be_called(pointer, why):
    with pytest.raises(libvp.ArgumentError, match=why):
        libvp.register_function("f", pointer())


# Values


@pytest.mark.parametrize("name", C_TYPES)
def test_the_types_of_python_functions(name):
    _, value = C_TYPES[name]
    given = []
    made = libvp.Functions().register("f", lambda x: given.append(x) or x, f"{name}({name})")
    assert made(value) == value == given[0]
    assert type(made(value)) is type(given[0]) is type(value)
    with pytest.raises(TypeError, match=f'the function "f" was given None, which is no {name}'):
        made(None)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("bool", 1),
        ("i32", 2**31),
        ("i32", -(2**31) - 1),
        ("i32", 1.0),
        ("i64", 2**63),
        ("i64", "1"),
        ("u64", -1),
        ("f64", "1.0"),
        ("f64", [1.0]),
        ("string", b"x"),
        ("string", "a\0b"),
        ("string", "\ud800"),
    ],
)
def test_a_result_of_another_type_says_which(kind, wrong):
    made = libvp.Functions().register("f", lambda: wrong, f"{kind}()")
    with pytest.raises(TypeError, match=f'the function "f" gave .*, which is no {kind}'):
        made()


def test_what_counts_as_a_number():
    made = libvp.Functions().register("f", lambda x: x, "f64(f64)")
    assert [made(given) for given in (1, True, Decimal("0.5"))] == [1.0, 1.0, 0.5]
    assert [made(float(given)) for given in ("nan", "inf")] == [None, None]


def test_the_number_of_arguments_is_checked():
    made = libvp.Functions().register("f", severity)
    for given in ((), (1,), (1, 2, 3), (1,) * 9):
        with pytest.raises(libvp.ArgumentError, match=f"takes 2 arguments, not {len(given)}"):
            made(*given)
