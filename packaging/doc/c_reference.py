"""The public headers as pages: each declaration with the comment above it."""

from __future__ import annotations

import html
import re
import textwrap
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import CLexer

#: What a header has for the compiler alone.
PLUMBING = re.compile(
    r"#ifndef VP_\w+_H\n#define VP_\w+_H\n|#ifdef __cplusplus\n.*?#endif\n|#include [^\n]*\n", re.S
)
DECLARED = [
    re.compile(r"^VP_API [^(;]*?\b(vp_\w+)\(", re.M),
    re.compile(r"^typedef (?:struct|enum) \w+ (vp_\w+);", re.M),
    re.compile(r"^(?:typedef .*?)?\} (vp_\w+);", re.M),
    re.compile(r"^typedef [^(;{]*\(\*(vp_\w+)\)\(", re.M),
    re.compile(r"^typedef enum vp_\w+ \{.*\} (vp_\w+);", re.M),
    re.compile(r"^#define (VP_\w+)", re.M),
    re.compile(r"^struct (Arrow\w+) \{", re.M),
]
CONSTANTS = re.compile(r"^enum \{(.*?)\}", re.M | re.S)


def split(text: str) -> list[tuple[str, str]]:
    """Comments and the declarations that they are about, in pairs; either may be empty."""
    pairs: list[tuple[str, str]] = []
    depth, in_comment, at_start = 0, False, True
    for line in text.splitlines():
        if depth == 0 and not in_comment and (line.startswith("/*") or at_start):
            pairs.append(("", ""))
        at_start = depth == 0 and not in_comment and line == ""
        comment, code = pairs[-1]
        if in_comment or (line.startswith("/*") and depth == 0):
            pairs[-1] = (comment + line + "\n", code)
            in_comment = "*/" not in line
        else:
            pairs[-1] = (comment, code + line + "\n")
            depth += line.count("{") - line.count("}")
    return [
        (plain(comment), code.strip("\n")) for comment, code in pairs if comment or code.strip()
    ]


def plain(comment: str) -> str:
    text = comment.strip().removeprefix("/*").removesuffix("*/")
    return re.sub(r"(?m)^ \* ?", "", text).strip()


def prose(comment: str) -> str:
    """Paragraphs; what is indented keeps its lines."""
    out = []
    for paragraph in re.split(r"\n\s*\n", comment):
        running: list[str] = []
        kept: list[str] = []
        for line in paragraph.split("\n"):
            if line.startswith("  ") or (kept and line.startswith(" ")):
                kept.append(line)
                continue
            if kept:
                out += [f"<p>{html.escape(' '.join(running))}</p>", block(kept)]
                running, kept = [], []
            running.append(line.strip())
        out.append(f"<p>{html.escape(' '.join(running))}</p>")
        if kept:
            out.append(block(kept))
    return "\n".join(part for part in out if part != "<p></p>")


def block(lines: list[str]) -> str:
    return "<pre>" + html.escape(textwrap.dedent("\n".join(lines))) + "</pre>"


def names_of(code: str) -> list[str]:
    found = {match[1]: match.start() for pattern in DECLARED for match in pattern.finditer(code)}
    for constants in CONSTANTS.finditer(code):
        for name in re.findall(r"\b(VP_\w+)\b(?=\s*[=,}]|\s*$)", constants[1] + "}"):
            found.setdefault(name, constants.start())
    return sorted(found, key=lambda name: found[name])


def declaration(comment: str, code: str) -> str:
    names = names_of(code)
    shown = re.sub(r"(?m)^VP_API ", "", code)
    out = []
    if names:
        anchors = "".join(f'<a id="{name}"></a>' for name in names[1:])
        out.append(f'<h2 id="{names[0]}">{anchors}{", ".join(names)}</h2>')
    out += [prose(comment)] if comment else []
    out += [highlight(shown, CLexer(), HtmlFormatter())] if code else []
    return "\n".join(out)


def header_page(header: Path) -> tuple[str, str, list[str]]:
    """The first sentence of a header, its page, and the names that it declares."""
    pairs = split(PLUMBING.sub("\n", header.read_text(encoding="utf-8")))
    intro = pairs.pop(0)[0] if not pairs[0][1] else ""
    body = "\n".join(declaration(comment, code) for comment, code in pairs)
    names = [name for _, code in pairs for name in names_of(code)]
    listed = "".join(f'<li><a href="#{name}">{name}</a></li>' for name in names)
    page = f"<h1>&lt;vp/{header.name}&gt;</h1>\n{prose(intro)}\n"
    page += f'<nav class="contents"><ul>{listed}</ul></nav>\n' if listed else ""
    first = re.split(r"(?<=[.?!])\s", intro or pairs[0][0])[0]
    return first, page + body, names
