"""Packages that libvp uses when they are there."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def need(package: str, extra: str) -> Any:
    """The package, which ``pip install libvp[extra]`` brings."""
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ImportError(
            f"this needs {package}: pip install libvp[{extra}]", name=package
        ) from None
