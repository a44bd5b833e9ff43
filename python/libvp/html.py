"""Reports as notebooks show them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .check import Finding, Report

_WORDS = {
    "sv": {
        "error": "fel",
        "warning": "varning",
        "note": "upplysning",
        "where": "plats",
        "what": "vad",
        "help": "hjälp",
        "none": "inga anmärkningar",
        "severity": "",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "note": "note",
        "where": "where",
        "what": "what",
        "help": "help",
        "none": "no findings",
        "severity": "",
    },
}
_COLOURS = {"error": "#b3261e", "warning": "#8a5a00", "note": "#33658a"}


def report_table(report: Report) -> str:
    words = _WORDS[report.language]
    if len(report) == 0:
        return f"<p>{escape(words['none'])}</p>"
    heads = "".join(f"<th>{words[name]}</th>" for name in ("severity", "where", "what", "help"))
    rows = "".join(_row(finding, words[finding.severity]) for finding in report)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(finding: Finding, severity: str) -> str:
    where = f"{finding.path}<br>{finding.line}:{finding.column}"
    help = "<br>".join(map(escape, finding.help))
    return (
        f'<tr><td style="color: {_COLOURS[finding.severity]}">{severity}</td>'
        f'<td style="text-align: left"><code>{escape(finding.path)}</code><br>'
        f"{finding.line}:{finding.column}</td>"
        f'<td style="text-align: left">{escape(finding.message)}<br>'
        f"<small>{escape(finding.rule)}</small></td>"
        f'<td style="text-align: left">{help}</td></tr>'
    )
