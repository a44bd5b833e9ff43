"""Links of the documentation lead somewhere, and what the references are to hold is in them.

usage: links.py VP [HTML]

Without HTML, the built pages, only what stands in the source tree is looked at. Nothing is fetched.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from command import ROOT, Command, Tally  # noqa: E402

LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"`((?:bindings|examples|libvp|packaging|python|tests)/[\w./-]+)[ `]")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


def slug(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def check_markdown(tally, path, html):
    text = FENCED.sub("", path.read_text(encoding="utf-8"))
    headings = {slug(heading) for heading in re.findall(r"^#+ (.*)", text, re.M)}
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            tally.check(link.startswith("https://"), f"{path.name}: {link} is https")
            continue
        name, _, fragment = link.partition("#")
        if name.endswith(".html"):
            found = html is None or (html / name).exists()
        else:
            found = (path.parent / name).exists() if name else fragment in headings
        tally.check(found, f"{path.name}: {link} leads somewhere")
    for name in FILE.findall(text):
        tally.check((ROOT / name).exists(), f"{path.name}: there is {name}")


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.text, self.language = [], [], "", None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.language = given.get("lang")
        self.links += [given[key] for key in ("href", "src") if key in given]

    def handle_data(self, data):
        self.text += data


def check_pages(tally, pages):
    linked = set()
    for name, page in pages.items():
        tally.equal(len(page.ids), len(set(page.ids)), f"{name}: no id stands twice")
        tally.check(page.language in ("sv", "en"), f"{name}: it says its language")
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                tally.check(link.startswith("https://"), f"{name}: {link} is https")
                continue
            target, _, fragment = link.partition("#")
            linked.add(target)
            found = target in pages or target == "style.css" or not target
            if found and fragment:
                found = fragment in pages[target or name].ids
            tally.check(found, f"{name}: {link} leads somewhere")
    tally.equal(set(pages) - linked, set(), "every page is linked to")


def check_references(tally, pages, vp):
    exported = re.findall(r"^ +(vp_\w+);", (ROOT / "libvp/libvp.map").read_text(), re.M)
    ids = {id for name, page in pages.items() if name.startswith("c-") for id in page.ids}
    tally.check(exported, "there are exports")
    tally.equal(sorted(set(exported) - ids), [], "the C reference has every export")
    rules = re.findall(r"^([a-z]+/[a-z-]+) ", vp.run("rules").stdout.decode(), re.M)
    for language in ("sv", "en"):
        ids = pages[f"rules.{language}.html"].ids
        missing = [rule for rule in rules if rule.replace("/", "-") not in ids]
        tally.equal(missing, [], f"the rules' pages ({language}) have every rule")
    ids = pages["python.html"].ids
    missing = [name for name in exported_names() if not {name, f"plot.{name}"} & set(ids)]
    tally.equal(missing, [], "the Python reference has every name")


def exported_names():
    for path in sorted((ROOT / "python/libvp").rglob("*.py")):
        for listed in re.findall(
            r"^__all__ = \[(.*?)\]", path.read_text(encoding="utf-8"), re.M | re.S
        ):
            yield from re.findall(r'"(\w+)"', listed)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    tally, vp = Tally(), Command(sys.argv[1])
    html = Path(sys.argv[2]) if len(sys.argv) == 3 else None
    sources = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples/rules/README.md"]
    for path in sources + sorted((ROOT / "packaging/doc").glob("*.md")):
        check_markdown(tally, path, html)
    if html is not None:
        pages = {path.name: Page(path) for path in sorted(html.glob("*.html"))}
        check_pages(tally, pages)
        check_references(tally, pages, vp)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
