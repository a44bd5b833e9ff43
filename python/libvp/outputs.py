"""Reports written out, as ``vp check --format`` prints them."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Optional, Tuple, Union

from . import _vp
from .baseline import Baseline, write
from .errors import VpError

if TYPE_CHECKING:
    from ._vp import Handle, ReportFile
    from .check import Report


class Written:
    """What can be written out: one report, or those of many plans."""

    __slots__ = ()

    def _files(self) -> Tuple[ReportFile, ...]:
        raise NotImplementedError

    def _checks(self) -> Tuple[Report, ...]:
        raise NotImplementedError

    def to_json(self) -> str:
        """All that is known of each finding, as one JSON object."""
        return _vp.report_write_json(self._files())

    def to_sarif(self) -> str:
        """SARIF 2.1.0, for code scanning and editors."""
        return _vp.report_write_sarif(self._files())

    def to_junit(self) -> str:
        """JUnit's XML: a suite for each plan and a test for each rule, which fails where it found
        errors or warnings."""
        return _vp.report_write_junit(self._files())

    def to_github(self) -> str:
        """Annotations of GitHub Actions, a line for each finding: print them in a workflow."""
        return _vp.report_write_github(self._files())

    def write_baseline(
        self,
        path: Union[str, os.PathLike[str]],
        reason: Optional[str] = None,
        until: Union[str, date, None] = None,
    ) -> Baseline:
        """Writes a baseline that accepts what was found and the plan does not accept.

        What the baseline of the check accepts keeps its entries and reasons, and entries that match
        nothing go. reason: why, for what is newly accepted. until: until when, such as "2026" or
        "2026-06-30"; otherwise until further notice.

        Raises:
            ArgumentError: Something newly accepted has no reason; or until is no period.
            FileExistsError: There is another file, whose entries would be lost: check with it as
                the baseline first.
        """
        return write(self._checks(), path, reason, until)


def name_of(path: Optional[str]) -> str:
    """What an output calls a plan that comes from there."""
    return "<plan>" if path is None else os.fsencode(path).decode("utf-8", "replace")


def checked(path: Optional[str], report: Handle) -> ReportFile:
    return name_of(path), report, "", 0, 0


def failed(path: str, error: Exception) -> ReportFile:
    """A file without a report."""
    if isinstance(error, VpError):
        return name_of(path), None, error.message, error.line, error.column
    return name_of(path), None, getattr(error, "strerror", None) or str(error), 0, 0
