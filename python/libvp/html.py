"""Plans, reports and findings as notebooks show them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Iterable, List, Mapping, Optional, Sequence

from .words import why, words

if TYPE_CHECKING:
    from .check import Finding, Report
    from .plan import Plan
    from .plans import Plans, Reports

#: So many findings are shown; there may be a million.
_MOST = 100
#: Readable on a light and on a dark page.
_BADGES = {
    "error": "background: #f9dedc; color: #410e0b",
    "warning": "background: #ffefc2; color: #3d2e00",
    "note": "background: #dbe9f6; color: #12304a",
    "accepted": "background: #e8eaed; color: #3c4043",
}
_LEFT = ' style="text-align: left"'
_TOP = ' style="text-align: left; vertical-align: top"'
_COUNTED = "focus_areas goals objectives positions indicators assignments risks controls".split()


def plan_overview(plan: Plan) -> str:
    """Whose plan it is, when it holds, and how much of each kind there is in it."""
    word = words(plan.language or "sv")
    heading = f"<div{_LEFT}><b>{escape(plan.title)}</b><br>{_about(plan)}</div>"
    counts = {name: len(getattr(plan, name)) for name in _COUNTED}
    counts = {name: count for name, count in counts.items() if count}
    if not counts:
        return heading
    heads = "".join(f"<th>{word[name]}</th>" for name in counts)
    cells = "".join(f"<td>{count}</td>" for count in counts.values())
    return f"{heading}<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"


def _about(plan: Plan) -> str:
    word, owner = words(plan.language or "sv"), plan.organisation
    about = [owner.municipality, owner.board] if owner is not None else []
    about += [plan.period.text, word[plan.status] if plan.status is not None else None]
    return " · ".join(escape(text) for text in about if text)


def plans_table(plans: Plans) -> Optional[str]:
    """The overviews of all plans; None where there are none, or no longer."""
    if not _is_open(plans):
        return None
    counts = {name: [len(getattr(plan, name)) for plan in plans[:_MOST]] for name in _COUNTED}
    return _side_by_side(plans, {name: each for name, each in counts.items() if any(each)})


def reports_table(reports: Reports) -> Optional[str]:
    """How many findings each plan has."""
    plans = [report.plan for report in reports]
    if not _is_open(plans):
        return None
    summaries = [report.summary for report in reports[:_MOST]]
    counts = {f"{name}s": [summary[name] for summary in summaries] for name in summaries[0]}
    accepted = [report._accepted_count for report in reports[:_MOST]]
    if any(accepted):
        counts["accepteds"] = accepted
    return _side_by_side(plans, counts)


def _is_open(plans: Sequence[Plan]) -> bool:
    return len(plans) > 0 and not any(plan.closed for plan in plans)


def _side_by_side(plans: Sequence[Plan], counts: Mapping[str, List[int]]) -> str:
    word = words(plans[0].language or "sv")
    heads = "".join(f"<th>{word[name]}</th>" for name in counts)
    rows = "".join(
        f"<tr><td{_LEFT}>{escape(plan.title)}<br><small>{_about(plan)}</small></td>"
        f"{''.join(f'<td>{each[row]}</td>' for each in counts.values())}</tr>"
        for row, plan in enumerate(plans[:_MOST])
    )
    more = len(plans) - _MOST
    return f"<table><thead><tr><th></th>{heads}</tr></thead><tbody>{rows}</tbody></table>" + (
        f"<div{_LEFT}>{word['more'].format(more)}</div>" if more > 0 else ""
    )


def report_table(report: Report) -> str:
    word = words(report.language)
    if len(report) == 0:
        return f"<p>{word['no findings']}</p>"
    found = {**report.summary, "accepted": report._accepted_count}
    counts = ((count, name) for name, count in found.items() if count)
    summary = ", ".join(f"{n} {word[name if n == 1 else name + 's']}" for n, name in counts)
    heads = "".join(
        f"<th{_LEFT}>{text}</th>" for text in ("", word["what"], word["help"], word["where"])
    )
    titles = report._own_titles
    shown = sorted(report, key=lambda finding: finding.acceptance is not None)[:_MOST]
    rows = "".join(_row(finding, titles.get(finding.rule), report.language) for finding in shown)
    more = len(report) - _MOST
    return (
        f"<div{_LEFT}>{summary}</div>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<div{_LEFT}>{word['more findings'].format(more)}</div>" if more > 0 else "")
    )


def _row(finding: Finding, title: Optional[str], language: str) -> str:
    word, accepted = words(language), finding.acceptance
    rule = finding.rule if title is None else f"{finding.rule}: {title}"
    cells = (
        _badge(finding, word[f"{'' if accepted is None else 'accepted '}{finding.severity}"]),
        f"{escape(finding.message)}<br><small>{escape(rule)}</small>",
        _lines(finding.help if accepted is None else [word["reason"] + why(accepted, language)]),
        _place(finding, "<br>"),
    )
    return "<tr>" + "".join(f"<td{_TOP}>{cell}</td>" for cell in cells) + "</tr>"


def finding_block(finding: Finding) -> str:
    """All that is said of one finding."""
    return (
        f"<div{_LEFT}><div>{_badge(finding, escape(finding.rule))} {_place(finding, ' ')}</div>"
        f"<div>{escape(finding.message)}</div>"
        f"{_accepted(finding)}{_lines(finding.notes, '= ')}{_lines(finding.help, '→ ')}</div>"
    )


def _accepted(finding: Finding) -> str:
    if finding.acceptance is None:
        return ""
    until = f" (–{finding.acceptance.until})" if finding.acceptance.until is not None else ""
    return _lines([finding.acceptance.reason + until], "✓ ")


def _badge(finding: Finding, text: str) -> str:
    look = finding.severity if finding.acceptance is None else "accepted"
    style = f"{_BADGES[look]}; padding: 1px 6px; border-radius: 3px"
    return f'<span style="{style}">{text}</span>'


def _place(finding: Finding, gap: str) -> str:
    path = escape(finding.path).replace("/", "<wbr>/")
    return f"{finding.line}:{finding.column}{gap}<small>{path}</small>"


def _lines(texts: Iterable[str], mark: str = "") -> str:
    return "".join(f"<div>{mark}{escape(text)}</div>" for text in texts)
