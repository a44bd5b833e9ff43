"""Where in a plan something stands, in words."""

from __future__ import annotations

from typing import List, Optional

from ..check import Finding
from ..element import Element
from ..elements import Column, Observation, Row, Source, Table, Target
from .words import Words, lines

#: Lists whose elements have names of their own.
_NAMED = ("goals", "objectives", "positions", "sub_goals", "tables", "rows", "columns", "changes")


def name(element: object) -> str:
    """What the plan calls it."""
    for key in ("title", "label", "name", "what", "text", "id"):
        value = getattr(element, key, None)
        if isinstance(value, str):
            return value
    return ""


def place(finding: Finding, words: Words) -> str:
    """Budget › Internbudget › Summa, Budget 2025"""
    crumbs: List[str] = []
    element = finding.element
    inside = finding.path[len(element.path) if isinstance(element, Element) else 0 :]
    while isinstance(element, Element):
        crumbs[:0] = _crumb(element, words)
        element = element.parent
    top = finding.path.split("/")[1:2]
    crumbs[:0] = lines(words.get("at_" + top[0]) if top else words["at_plan"])
    crumbs += _field(finding.element, inside, words)
    return " › ".join(_without_repeats(crumbs))


def _crumb(element: Element, words: Words) -> List[str]:
    steps = element.path.split("/")
    if isinstance(element, Observation):
        return [f"{words['at_observations']} {words.period(element.period)}"]
    if isinstance(element, (Source, Target)) or len(steps) == 2:
        return lines(words.get("at_" + steps[-1]))
    text = name(element)
    if text:
        id = getattr(element, "id", None)
        is_cited = len(steps) == 3 and id is not None and id != text
        return [f"{text} ({id})" if is_cited else text]
    return lines(words.get("at_" + steps[-1]))


def _field(element: object, inside: str, words: Words) -> List[str]:
    """The field of an element that a finding is about."""
    steps = inside.split("/")[1:]
    if not steps:
        return []
    field = steps[0]
    column = _column(element, field, steps)
    if column is not None and isinstance(element, Table):
        return [f"{words['at_total']}, {name(column)}"]
    if column is not None:
        return [name(column)]
    return [] if field in _NAMED else lines(words.get("at_" + field))


def _column(element: object, field: str, steps: List[str]) -> Optional[Column]:
    if len(steps) < 2 or not steps[1].isdigit():
        return None
    if isinstance(element, Row) and field == "values":
        table = element.parent
    elif isinstance(element, Table) and field == "total":
        table = element
    else:
        return None
    index = int(steps[1])
    columns = table.columns if isinstance(table, Table) else ()
    return columns[index] if index < len(columns) else None


def _without_repeats(crumbs: List[str]) -> List[str]:
    return [crumb for i, crumb in enumerate(crumbs) if i == 0 or crumb != crumbs[i - 1]]


def source(element: object, words: Words) -> Optional[str]:
    """Section 5.2, page 20: where in the document, as near as the plan says."""
    while element is not None:
        given: Optional[Source] = getattr(element, "source", None)
        if given is not None and (given.section or given.page):
            section = _section(given.section, words) if given.section else None
            page = f"{words['page']} {given.page}" if given.page else None
            return ", ".join(lines(section, page))
        element = element.parent if isinstance(element, Element) else None
    return None


def _section(text: str, words: Words) -> str:
    return f"{words['section']} {text}" if text[:1].isdigit() else text
