"""Data frames as indicators with their outcomes and targets."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ..elements import Indicator, Observation
from . import cells
from .records import Book, Record, columns, figures, finish, places, put, read
from .sheet import Sheet

_INDICATOR = places(Indicator)
_OBSERVATION = places(Observation)
#: A target that says what it expects only together with the direction.
_TARGET = "target"
_FIGURES = ("value", "women", "men")

_OUTCOME = re.compile(r"(?:(?:utfall|resultat|outcome)\s+)?(.+)", re.IGNORECASE)
_GOAL = re.compile(r"(?:mål|målvärde|target)\s+(.+)", re.IGNORECASE)
_BOUND = re.compile(r"(minst|at least|≥|>=)?(högst|max|at most|≤|<=)?=?\s*(.+)", re.IGNORECASE)


def indicators(sheet: Sheet, period: str, book: Book) -> List[Record]:
    """A row an indicator with its outcomes in columns (wide), or a row an outcome (long)."""
    outcomes, goals = _periods(sheet, _OUTCOME), _periods(sheet, _GOAL)
    known = [*_INDICATOR, *_OBSERVATION, "indicator", _TARGET]
    skip = {**outcomes, **goals}
    found = columns(sheet, ("observation", "indicator"), known, skip)
    if "name" not in found and "indicator" in found:
        found["name"] = found.pop("indicator")
    if "period" in found:
        if skip:
            name = sheet.names[next(iter(skip))]
            raise sheet.error("it is a period, but there is a column of periods too", column=name)
        return _long(sheet, found, period, book)
    for name in ("indicator", *_OBSERVATION):
        if name in found and name not in _INDICATOR:
            hint = "say the period in a column 'period', or call the column as 'utfall 2025'"
            raise sheet.error(hint, column=sheet.names[found[name]])
    return _wide(sheet, found, outcomes, goals, period, book)


def add_observations(sheet: Sheet, known: List[Record], book: Book) -> None:
    """Adds the outcomes to the indicators that are known; without any, makes them."""
    found = columns(sheet, ("observation",), [*_OBSERVATION, "indicator"])
    if "indicator" not in found or "period" not in found:
        raise sheet.error("the columns 'indicator' and 'period' are needed")
    groups = _groups(sheet, found["indicator"])
    if not known:
        for label in groups:
            known.append({"name": label})
        firsts = [rows[0] for rows in groups.values()]
        finish(sheet, zip(firsts, known), Indicator, book)
    by_id = {record["id"]: record for record in known}
    lines = _lines(sheet, found)
    for rows in groups.values():
        id = sheet.read(
            rows[0], found["indicator"], lambda cell: book.find("indicator", cells.text(cell))
        )
        record = by_id[str(id)]
        record.setdefault("observations", []).extend(
            _observations(sheet, found, lines, rows, record.get("decimals"))
        )


def _periods(sheet: Sheet, pattern: re.Pattern[str]) -> Dict[int, str]:
    """The columns whose name is a period by the pattern."""
    found: Dict[int, str] = {}
    for index, name in enumerate(sheet.names):
        match = pattern.fullmatch(name)
        if match is not None and cells.is_period(match[1]):
            found[index] = match[1]
    return found


def _groups(sheet: Sheet, column: int) -> Dict[str, List[int]]:
    """The rows of each indicator."""
    groups: Dict[str, List[int]] = {}
    for row in sheet.rows:
        label = sheet.read(row, column, cells.text)
        if label is None:
            raise sheet.error("it says no indicator", row, sheet.names[column])
        groups.setdefault(label, []).append(row)
    return groups


def _wide(
    sheet: Sheet,
    found: Mapping[str, int],
    outcomes: Mapping[int, str],
    goals: Mapping[int, str],
    period: str,
    book: Book,
) -> List[Record]:
    if "name" not in found:
        raise sheet.error("a column 'name' (indikator) is needed")
    made = read(sheet, _INDICATOR, found)
    for row, record in zip(sheet.rows, made):
        aims = [*goals, *([found[_TARGET]] if _TARGET in found else [])]
        places = [(row, column, None) for column in (*outcomes, *aims)]
        told = figures(sheet, places, record.get("decimals"), accept=None)
        for (_, column, _), figure in zip(places, told):
            if figure is None:
                continue
            if column in outcomes:
                _check_answer(sheet, row, column, figure)
                record.setdefault("observations", []).append(
                    {"period": outcomes[column], "value": figure}
                )
            else:
                _aim(sheet, row, column, record, figure, goals.get(column, period))
    finish(sheet, zip(sheet.rows, made), Indicator, book)
    return made


def _long(sheet: Sheet, found: Mapping[str, int], period: str, book: Book) -> List[Record]:
    label = next((name for name in ("id", "indicator", "name") if name in found), None)
    if label is None or "name" not in found:
        raise sheet.error("a column 'name' (indikator) is needed")
    groups = _groups(sheet, found[label])
    own = {name: column for name, column in found.items() if not _is_of_observation(name)}
    said, lines = dict(zip(sheet.rows, read(sheet, _INDICATOR, own))), _lines(sheet, found)
    made: List[Tuple[int, Record]] = []
    for called, rows in groups.items():
        record = _agreed(sheet, rows, said)
        if label == "indicator":
            record["id"] = called
        _add_aim(sheet, found, rows, record, period)
        rows_with = [row for row in rows if not _only_aims(sheet, found, row)]
        decimals = record.get("decimals")
        record["observations"] = _observations(sheet, found, lines, rows_with, decimals)
        if not rows_with:
            del record["observations"]
        made.append((rows[0], record))
    finish(sheet, made, Indicator, book)
    return [record for _, record in made]


def _is_of_observation(name: str) -> bool:
    return name in ("indicator", _TARGET) or name in _OBSERVATION


def _agreed(sheet: Sheet, rows: List[int], lines: Mapping[int, Record]) -> Record:
    """What the rows of an indicator say of it: each field at least once, and not twice apart."""
    record: Record = {}
    for row in rows:
        for key, value in lines[row].items():
            if record.setdefault(key, value) != value:
                raise sheet.error(f"{value!r} as {key}, but {record[key]!r} above", row)
    return record


def _only_aims(sheet: Sheet, found: Mapping[str, int], row: int) -> bool:
    """Whether a row has a target but no outcome."""
    outcome = [found[name] for name in found if _is_figure(name)]
    aims = [found[name] for name in found if name.startswith(_TARGET)]
    return all(sheet.cell(row, column) is None for column in outcome) and any(
        sheet.cell(row, column) is not None for column in aims
    )


def _lines(sheet: Sheet, found: Mapping[str, int]) -> Dict[int, Record]:
    """What each row says of its outcome, but for the figures."""
    names = [name for name in found if name in _OBSERVATION and not _is_figure(name)]
    made = read(sheet, _OBSERVATION, {name: found[name] for name in names})
    for row, record in zip(sheet.rows, made):
        if "period" not in record:
            raise sheet.error("it has no period", row, sheet.names[found["period"]])
    return dict(zip(sheet.rows, made))


def _is_figure(name: str) -> bool:
    return name.replace("_text", "") in _FIGURES


def _observations(
    sheet: Sheet,
    found: Mapping[str, int],
    lines: Mapping[int, Record],
    rows: List[int],
    decimals: Optional[int],
) -> List[Record]:
    made = [lines[row] for row in rows]
    for name in _FIGURES:
        number, written = found.get(name), found.get(f"{name}_text")
        if number is not None or written is not None:
            told = figures(sheet, [(row, number, written) for row in rows], decimals)
            for record, figure in zip(made, told):
                put(record, _OBSERVATION[name], figure)
    return made


def _add_aim(
    sheet: Sheet, found: Mapping[str, int], rows: List[int], record: Record, period: str
) -> None:
    """The one target of the rows: of the plan's period, or of the period in its only row."""
    column = found.get(_TARGET)
    if column is None:
        return
    told = figures(sheet, [(row, column, None) for row in rows], record.get("decimals"), None)
    stand = [(row, figure) for row, figure in zip(rows, told) if figure is not None]
    if not stand:
        return
    row, figure = stand[0]
    for other, another in stand[1:]:
        if another != figure:
            hint = f"the target {another} here, but {figure} above: leave the plan's own only"
            raise sheet.error(hint, other, sheet.names[column])
    if len(stand) == 1:
        period = sheet.read(row, found["period"], cells.period) or period
    _aim(sheet, row, column, record, figure, period)


def _aim(
    sheet: Sheet, row: int, column: int, record: Record, figure: cells.Figure, period: str
) -> None:
    """Adds the target, which the direction or a word in it makes a bound."""
    target: Record = record.setdefault("target", {})
    target.setdefault("period", period)
    if any(key not in ("period", "text", "source") for key in target):
        raise sheet.error("there is another target in the row", row, sheet.names[column])
    text = str(figure).strip()
    at_least, at_most, number = _bound(text)
    is_bare = number == text
    if not is_bare:
        target.setdefault("text", text)
    _check_answer(sheet, row, column, number)
    direction = record.get("direction")
    is_number = cells.is_number(number)
    if is_number and (at_least or (not at_most and direction == "higher")):
        key = "at_least"
    elif is_number and (at_most or direction == "lower"):
        key = "at_most"
    else:
        key = "equal"
    if key == "equal" and is_number and is_bare:
        raise sheet.error(
            "what it expects is not said: write 'minst' or 'högst' before it, or '=', or give the"
            " indicator a direction (riktning), higher or lower",
            row,
            sheet.names[column],
        )
    target[key] = figure if is_bare else number


def _bound(text: str) -> Tuple[bool, bool, str]:
    match = _BOUND.fullmatch(text)
    if match is None:
        return False, False, text
    return match[1] is not None, match[2] is not None, match[3]


def _check_answer(sheet: Sheet, row: int, column: int, figure: Any) -> None:
    if isinstance(figure, str) and not cells.is_answer(figure):
        raise sheet.error(cells.complaint(figure), row, sheet.names[column])
