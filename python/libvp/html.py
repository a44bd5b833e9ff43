"""Reports as notebooks show them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .words import words

if TYPE_CHECKING:
    from .check import Finding, Report

_COLOURS = {"error": "#b3261e", "warning": "#8a5a00", "note": "#33658a"}
_LEFT = ' style="text-align: left"'


def report_table(report: Report) -> str:
    word = words(report.language)
    if len(report) == 0:
        return f"<p>{word['no findings']}</p>"
    heads = "".join(
        f"<th{_LEFT}>{text}</th>" for text in ("", word["where"], word["what"], word["help"])
    )
    rows = "".join(_row(finding, word[finding.severity]) for finding in report)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(finding: Finding, severity: str) -> str:
    cells = (
        f'<span style="color: {_COLOURS[finding.severity]}">{severity}</span>',
        f"<code>{escape(finding.path)}</code><br>{finding.line}:{finding.column}",
        f"{escape(finding.message)}<br><small>{escape(finding.rule)}</small>",
        "<br>".join(map(escape, finding.help)),
    )
    return "<tr>" + "".join(f"<td{_LEFT}>{cell}</td>" for cell in cells) + "</tr>"
