"""What can go wrong. What a check finds in a plan is never an exception: see :mod:`libvp.check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from .check import Report

__all__ = [
    "ArgumentError",
    "BaselineError",
    "CheckFailed",
    "LimitError",
    "PlanClosedError",
    "PlanError",
    "PlanFormatError",
    "PlanSyntaxError",
    "ProfileError",
    "UnknownIdError",
    "VpError",
]


class VpError(Exception):
    """Every error of libvp's own."""

    #: libvp's word for what kind of error it is: "syntax", "format", "argument", …
    status: str = ""
    message: str
    #: Where in the text, from 1; 0 when the error has no place in a text.
    line: int
    column: int
    #: The file, when the plan came from one.
    path: Optional[str]

    def __init__(self, message: str, line: int = 0, column: int = 0, path: Optional[str] = None):
        super().__init__(message, line, column, path)
        self.message = message
        self.line = line
        self.column = column
        self.path = path

    def __str__(self) -> str:
        place = [self.path] if self.path is not None else []
        if self.line:
            place += [str(self.line), str(self.column)]
        return ":".join(place) + ": " + self.message if place else self.message


class PlanError(VpError):
    """A text that is no plan."""


class PlanSyntaxError(PlanError):
    """The bytes are not JSON, or JSON that libvp refuses."""

    status = "syntax"


class PlanFormatError(PlanError):
    """JSON, but not a plan."""

    status = "format"


class ProfileError(VpError):
    """A text that is no profile, or one that names rules that there are not."""

    status = "format"


class BaselineError(VpError):
    """A text that is no baseline."""

    status = "format"


class ArgumentError(VpError, ValueError):
    """An argument that libvp refuses, such as a rule that does not exist."""

    status = "argument"


class LimitError(VpError, OverflowError):
    """A number, or a plan's tables, too large to compute with."""

    status = "range"


class PlanClosedError(VpError, ValueError):
    """The plan was closed."""

    status = "closed"

    def __init__(self) -> None:
        super().__init__("the plan is closed")


class UnknownIdError(VpError, KeyError):
    """Nothing has that id; the message has the nearest ones."""

    status = "unknown"


class CheckFailed(VpError):
    """Raised by :meth:`Report.raise_for_errors`; ``report`` has the findings."""

    status = "failed"

    def __init__(self, message: str, report: Report):
        super().__init__(message)
        self.report = report


_CLASSES = {
    cls.status: cls for cls in (PlanSyntaxError, PlanFormatError, ArgumentError, LimitError)
}


def from_status(status: str, message: str, line: int, column: int) -> VpError:
    """The exception for a status of the C library; called by the extension."""
    return _CLASSES.get(status, VpError)(message, line, column)
