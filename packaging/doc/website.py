"""Writes the documentation as HTML pages.

usage: website.py SOURCE OUTPUT VP…

SOURCE is libvp's source tree, and VP… what runs vp.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import markdown
from c_reference import header_page
from python_reference import python_page

HERE = Path(__file__).resolve().parent
NAVIGATION = [
    ("index", "libvp"),
    ("analyst.sv", "Kom igång"),
    ("rules.sv", "Regler"),
    ("embedding.en", "In a C program"),
    ("c-index", "C reference"),
    ("python", "Python reference"),
    ("rules.en", "Rules"),
]
NAME = re.compile(r"\b(?:vp_\w+|VP_[A-Z]\w+|[a-z_]+\.h)\b")
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<header><nav>{navigation}</nav></header>
<main>
{body}
</main>
<footer>{version}</footer>
</body>
</html>
"""


class Page(NamedTuple):
    name: str
    body: str
    language: str = "en"


def slug(text: str, separator: str) -> str:
    return re.sub(r"[^\w]+", separator, text.lower()).strip(separator)


def convert(text: str) -> tuple[str, list[dict[str, str]]]:
    """HTML of Markdown, and its chapters. What stands behind a fence's language is for tests."""
    text = re.sub(r"(?m)^(```\w+) \S+$", r"\1", text)
    text = re.sub(r"(?m)^```py$", "```python", text)
    options = {
        "codehilite": {"guess_lang": False},
        "toc": {"slugify": slug},
    }
    extensions = ["codehilite", "fenced_code", "sane_lists", "tables", "toc"]
    converter = markdown.Markdown(extensions=extensions, extension_configs=options, tab_length=3)
    body = converter.convert(text)
    [title, *_] = converter.toc_tokens
    return body, title["children"]


def guide(path: Path) -> Page:
    body, _ = convert(path.read_text(encoding="utf-8"))
    language = "sv" if ".sv." in path.name else "en"
    return Page(path.stem, body, language)


def rules(text: str, language: str) -> Page:
    """The rules, with a list of them at the top, and links between them."""
    body, chapters = convert(text)
    places = {chapter["name"]: chapter["id"] for chapter in chapters}
    body = re.sub(
        r"<code>([a-z]+/[a-z-]+)</code>",
        lambda m: f'<a href="#{places[m[1]]}">{m[0]}</a>' if m[1] in places else m[0],
        body,
    )
    listed = "".join(f'<li><a href="#{id}">{name}</a></li>' for name, id in places.items())
    contents = f'</h1>\n<nav class="contents"><ul>{listed}</ul></nav>'
    return Page(f"rules.{language}", body.replace("</h1>", contents, 1), language)


def link(body: str, places: dict[str, str]) -> str:
    """Makes names of the library links, but for those that the chapter is about."""
    parts = re.split(r"(<(?:a|h1|h2)\b.*?</(?:a|h1|h2)>|<[^>]*>)", body, flags=re.S)
    heading = ""
    for i, part in enumerate(parts):
        if part.startswith("<h2"):
            heading = part
        elif i % 2 == 0:
            parts[i] = NAME.sub(
                lambda m: (
                    m[0]
                    if f">{m[0]}" in heading or f" {m[0]}" in heading or m[0] not in places
                    else f'<a href="{places[m[0]]}">{m[0]}</a>'
                ),
                part,
            )
    return "".join(parts)


def c_reference(include: Path) -> list[Page]:
    headers = [h for h in sorted(include.glob("*.h")) if h.name not in ("api.h", "vp.h")]
    made = {header: header_page(header) for header in headers}
    places = {}
    for header, (_, _, names) in made.items():
        places[header.name] = f"c-{header.stem}.html"
        places.update((name, f"c-{header.stem}.html#{name}") for name in names)
    pages = [Page(f"c-{h.stem}", link(body, places)) for h, (_, body, _) in made.items()]
    rows = "".join(
        f'<tr><td><a href="c-{h.stem}.html">{h.name}</a></td><td>{html.escape(first)}</td></tr>'
        for h, (first, _, _) in made.items()
    )
    listed = "".join(
        f'<li><a href="{places[name]}">{name}</a></li>'
        for name in sorted(name for name in places if name.startswith("vp_"))
    )
    index = f"""<h1>The C reference</h1>
<p>The public headers, as they are: what holds of a function stands with it. One include,
<code>&lt;vp/vp.h&gt;</code>, has them all.</p>
<table><tbody>{rows}</tbody></table>
<h2 id="names">All names</h2>
<nav class="contents"><ul>{listed}</ul></nav>"""
    return [Page("c-index", index), *pages]


def run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def title_of(page: Page) -> str:
    found = re.search(r"<h1.*?>(.*?)</h1>", page.body, re.S)
    title = re.sub(r"<[^>]*>", "", found[1]) if found else page.name
    return title if title == "libvp" else f"{title} – libvp"


def write(output: Path, page: Page, version: str) -> None:
    current = "c-index" if page.name.startswith("c-") else page.name
    links = []
    for name, text in NAVIGATION:
        mark = ' aria-current="page"' if name == current else ""
        links.append(f'<a href="{name}.html"{mark}>{text}</a>')
    text = PAGE.format(
        language=page.language,
        title=title_of(page),
        navigation="\n".join(links),
        body=page.body,
        version=version,
    )
    (output / f"{page.name}.html").write_text(text, encoding="utf-8")


def main() -> None:
    source, output, vp = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    output.mkdir(parents=True, exist_ok=True)
    pages = [guide(path) for path in sorted(HERE.glob("*.md"))]
    pages += [rules(run(*vp, "explain", "--all", "--lang", each), each) for each in ("sv", "en")]
    pages += c_reference(source / "libvp/include/vp")
    pages.append(Page("python", python_page(source / "python/libvp")[0]))
    version = "lib" + run(*vp, "--version").strip()
    for page in pages:
        write(output, page, version)
    (output / "style.css").write_bytes((HERE / "style.css").read_bytes())


if __name__ == "__main__":
    main()
