"""Writes the man pages of vp and of each of its commands, from what --help prints.

usage: pages.py DIRECTORY VP…

VP… is what runs vp. Sections that stand in vp.mdoc or vp-COMMAND.mdoc, beside this script, are
added, behind what --help says under the same heading. The date is SOURCE_DATE_EPOCH, or today.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import time
from pathlib import Path

ORDER = ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "ENVIRONMENT", "EXIT STATUS"]
ORDER += ["EXAMPLES", "SEE ALSO", "STANDARDS"]
HEADINGS = {"example": "EXAMPLES"}
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")


def escape(text: str) -> str:
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return "".join(c if ord(c) < 128 else f"\\[u{ord(c):04X}]" for c in text)


def prose(lines: list[str]) -> list[str]:
    """Running text, a sentence a line, with options in bold."""
    sentences = re.split(r"(?<=[.:]) +(?=[A-Z])", " ".join(text.strip() for text in lines))
    return [line(part) for sentence in sentences for part in textwrap.wrap(sentence, 60)]


def line(text: str) -> str:
    parts = OPTION.split(text)
    parts[1::2] = [f"\0{option}\1" for option in parts[1::2]]
    escaped = escape("".join(parts)).replace("\0", r"\fB").replace("\1", r"\fR")
    return r"\&" + escaped if escaped[:1] in (".", "'") else escaped


def argument(word: str) -> str:
    """A word of a usage or an option's term, as a macro call."""
    if word.startswith("-"):
        return f"Fl {escape(word[1:])}"
    if word.isupper():
        return f"Ar {escape(word)}"
    return "Cm " + " Ns | Ns Cm ".join(escape(choice) for choice in word.split("|"))


def macros(text: str) -> str:
    words = re.findall(r"\[|\]|,(?= )|[^\s\[\]]+(?:\[:SYMBOL\])?|\S", text.replace(", ", " , "))
    marks = {"[": "Oo", "]": "Oc", ",": ","}
    return " ".join(marks[word] if word in marks else argument(word) for word in words)


def items(lines: list[str]) -> list[tuple[str, list[str]]]:
    """The entries of a list in two columns: each term, and the lines that explain it."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    column = next(m.end() for m in (re.match(r" *\S.*? {2,}", text) for text in lines) if m)
    found: list[tuple[str, list[str]]] = []
    for text in lines:
        if text[:column].strip() == "":
            found[-1][1].append(text[column:])
        elif text[column - 1] == " " and text[column : column + 1].strip():
            found.append((text[indent:column].strip(), [text[column:]]))
        else:
            found.append((text.strip(), []))
    return found


def listed(lines: list[str], term: str, width: str) -> list[str]:
    """A list; where an entry's explanation has further lines, deeper in, they are a list in it."""
    out = [f".Bl -tag -width {width}"]
    for name, text in items(lines):
        deeper = [i for i, part in enumerate(text) if part.startswith("  ")]
        plain = text[: deeper[0]] if deeper else text
        out += [f".It {term_of(name, term)}"] + prose(plain)
        if deeper:
            out += listed(text[deeper[0] :], "Cm", "github -compact")
    return out + [".El"]


def term_of(name: str, term: str) -> str:
    if term == "Xr" and " " not in name:
        return f"Xr vp-{name} 1"
    return macros(name) if term in ("Fl", "Xr") else f"{term} {escape(name)}".strip()


def synopsis(usages: list[str]) -> list[str]:
    out = []
    for usage in usages:
        out += [".Nm vp", f".{macros(usage.removeprefix('vp '))}"]
    return out


def section(heading: str, lines: list[str]) -> list[str]:
    if heading == "EXAMPLES":
        return [".Bd -literal -offset indent", *(escape(text.strip()) for text in lines), ".Ed"]
    if heading == "COMMANDS":
        return listed(lines, "Xr", "vp-indicators(1) -compact")
    if heading == "EXIT STATUS":
        return listed(lines, "", "Ds")
    return listed(lines, "Fl", "Ds")


def read_help(text: str) -> dict[str, list[str]]:
    first, *blocks = text.strip("\n").split("\n\n")
    match = re.fullmatch(r"(vp)(?: ([a-z]+):)? (.*?)\.?", first)
    assert match, first
    name, summary = "-".join(filter(None, match.groups()[:2])), match[3]
    page = {"NAME": [f".Nm {name}", f".Nd {line(summary)}"]}
    for block in blocks:
        lines = block.split("\n")
        heading = re.fullmatch(r"([a-z ]+):", lines[0])
        if block.startswith("usage: "):
            page["SYNOPSIS"] = synopsis([text.removeprefix("usage:").strip() for text in lines])
        elif heading:
            name = HEADINGS.get(heading[1], heading[1].upper())
            page[name] = section(name, lines[1:])
        else:
            paragraphs = page.setdefault("DESCRIPTION", [])
            paragraphs += [".Pp"] * bool(paragraphs) + prose(lines)
    return page


def add_own(page: dict[str, list[str]], own: Path) -> None:
    heading = ""
    for text in own.read_text(encoding="utf-8").splitlines():
        if text.startswith(".Sh "):
            heading = text.removeprefix(".Sh ")
            if heading in page:
                page[heading].append(".Pp")
        else:
            page.setdefault(heading, []).append(text)


def order(heading: str) -> float:
    return ORDER.index(heading) if heading in ORDER else ORDER.index("OPTIONS") + 0.5


def run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def write(directory: Path, name: str, text: str, footer: str) -> None:
    page = read_help(text)
    own = Path(__file__).with_name(f"{name}.mdoc")
    if own.exists():
        add_own(page, own)
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    lines = [f".Dd {time.strftime('%B', date)} {date.tm_mday}, {date.tm_year}"]
    lines += [f".Dt {name.upper()} 1", f".Os {footer}"]
    for heading in sorted(page, key=order):
        lines += [f".Sh {heading}", *page[heading]]
    (directory / f"{name}.1").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    directory, *vp = Path(sys.argv[1]), *sys.argv[2:]
    footer = "lib" + run(*vp, "--version").strip()
    text = run(*vp, "--help")
    for command in re.findall(r"^  ([a-z]+) +[a-z]", text.split("options:")[0], re.M):
        write(directory, f"vp-{command}", run(*vp, command, "--help"), footer)
    write(directory, "vp", text, footer)


if __name__ == "__main__":
    main()
