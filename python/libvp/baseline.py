"""Baselines: findings that are accepted, in a file beside the plans."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Optional, Sequence, Tuple, Union

from . import _vp
from .errors import BaselineError, PlanError

if TYPE_CHECKING:
    from ._vp import Handle
    from .check import Report

__all__ = ["Baseline", "BaselineEntry", "load_baseline"]

Path = Union[str, os.PathLike[str]]


@dataclass(frozen=True)
class BaselineEntry:
    """A finding that a baseline accepts."""

    #: The plan's id.
    plan: str
    rule: str
    fingerprint: str
    text_fingerprint: str
    #: Why it is accepted.
    reason: str
    #: The last period in which it is, as written; None for no end.
    until: Optional[str] = None
    #: What it was when it was written, for who reads the file.
    path: Optional[str] = None
    message: Optional[str] = None


class Baseline:
    """Findings that are accepted (baslinje). It does not change; plans and threads may share it."""

    def __init__(self, handle: Handle, path: Optional[str]):
        self._handle = handle
        #: The file that it was read from, or written to.
        self.path = path

    @property
    def accepted(self) -> Tuple[BaselineEntry, ...]:
        """The findings that it accepts."""
        known = {field.name for field in fields(BaselineEntry)}
        return tuple(
            BaselineEntry(**{name: value for name, value in entry.items() if name in known})
            for entry in json.loads(self.to_json())["accepted"]
        )

    def to_json(self) -> str:
        """The baseline file."""
        return _vp.baseline_write(self._handle)

    def __repr__(self) -> str:
        return f"<Baseline {self.path or ''}: {len(self.accepted)} accepted>"


def load_baseline(path: Path) -> Baseline:
    """Reads a baseline file, such as ``vp check --write-baseline`` writes.

    Raises:
        BaselineError: It is no baseline; with its file, line and column.
        OSError: The file cannot be read.
    """
    name = os.fsdecode(path)
    with open(name, "rb") as file:
        data = file.read()
    try:
        return Baseline(_vp.baseline_read(data), name)
    except PlanError as error:
        raise BaselineError(error.message, error.line, error.column, name) from None


def used(baseline: Union[Baseline, Path, None]) -> Optional[Baseline]:
    """The one that is given, or that lies in the file."""
    if baseline is None or isinstance(baseline, Baseline):
        return baseline
    return load_baseline(baseline)


def write(
    reports: Sequence[Report], path: Path, reason: Optional[str], until: Union[str, date, None]
) -> Baseline:
    """See :meth:`libvp.Report.write_baseline`."""
    name = os.fsdecode(path)
    old = reports[0].baseline if reports else None
    if os.path.exists(name) and not _is_in(old, name):
        raise FileExistsError(
            errno.EEXIST, "check with it as the baseline, so that what it accepts is kept", name
        )
    last = until.isoformat()[:10] if isinstance(until, date) else until
    handles = tuple(report._handle for report in reports)
    made = _vp.baseline_update(None if old is None else old._handle, handles, reason, last)
    text = _vp.baseline_write(made)
    with open(name, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return Baseline(made, name)


def _is_in(baseline: Optional[Baseline], path: str) -> bool:
    if baseline is None or baseline.path is None or not os.path.exists(baseline.path):
        return False
    return os.path.samefile(baseline.path, path)
