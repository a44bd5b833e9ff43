"""The man pages: they are sound man pages, every command and option has its place in them, and
vp-plan(5) and vp-profile(5) describe each kind and field of the schemas and no other.

usage: man.py VP DIRECTORY
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from command import Command, Tally, environment  # noqa: E402

FIELD = re.compile(r"\.It Cm (\S+) (?:Ar|Cm) (.+?)(?: Pq (required|one of these))?")
# What the schema calls a string may be any of these.
TEXTS = {"text", "period", "reference", "figure"}


def lint(tally, page):
    """mandoc takes the name of the package in the footer for one of NetBSD's."""
    found = subprocess.run(
        ["mandoc", "-Tlint", page.name], cwd=page.parent, capture_output=True, text=True
    )
    said = [line for line in found.stdout.splitlines() if "(NetBSD)" not in line]
    tally.check(not said, f"{page.name}: mandoc has nothing to say", *said)
    command = ["groff", "-ww", "-z", "-K", "utf8", "-T", "utf8", "-mandoc", page.name]
    found = subprocess.run(command, cwd=page.parent, capture_output=True, text=True)
    tally.equal(found.stderr, "", f"{page.name}: groff has nothing to say")


def render(page):
    """The page as plain text, unwrapped."""
    command = ["mandoc", "-T", "utf8", "-O", "width=500", str(page)]
    text = subprocess.run(
        command, capture_output=True, check=True, env=environment()
    ).stdout.decode()
    return re.sub(r"\s+", " ", re.sub(".\x08", "", text))


def check_commands(tally, vp, pages):
    text = vp.run("--help").stdout.decode()
    commands = re.findall(r"^  ([a-z]+) +[a-z]", text.split("options:")[0], re.M)
    tally.equal(
        sorted(page.stem for page in pages if page.suffix == ".1"),
        sorted(["vp"] + [f"vp-{command}" for command in commands]),
        "each command has a page",
    )
    for page in pages:
        if page.suffix != ".1":
            continue
        said = vp.run(*page.stem.split("-")[1:], "--help").stdout.decode()
        shown = render(page)
        words = [word for line in said.splitlines() for word in re.split(r"\s{2,}", line) if word]
        missing = [word for word in words if re.match(r"-|[a-z]+ -", word) and word not in shown]
        tally.check(not missing, f"{page.name}: what --help prints", *missing)


def type_of(field):
    """How vp-plan(5) words a field's type."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return "number" if name == "quantity" else name
    if "enum" in field:
        return " | ".join(field["enum"])
    if "const" in field:
        return "true" if field["const"] is True else "text"
    if field["type"] == "array":
        item = type_of(field["items"])
        return item if "|" in item else f"list of {item}"
    if field["type"] in ("integer", "number"):
        return f"{field['type']} {field['minimum']}–{field['maximum']}"
    return "text"


def kinds_of(schema):
    for name, kind in schema["$defs"].items():
        kind = kind["anyOf"][1] if "anyOf" in kind else kind
        if "properties" in kind:
            yield name, kind


def schema_fields(kind):
    chosen = {key for choice in kind.get("oneOf", []) for key in choice["required"]}
    for key, field in kind["properties"].items():
        mark = (
            "required"
            if key in kind.get("required", [])
            else "one of these"
            if key in chosen
            else None
        )
        yield key, type_of(field), mark


def page_fields(text):
    for line in text.splitlines():
        match = FIELD.fullmatch(line)
        if match:
            key, kind, mark = match.groups()
            kind = kind.replace(r"\(en", "–")
            *several, last = kind.rpartition(" ")
            yield key, "".join(several) + "text" if last in TEXTS else kind, mark


def schema_of(vp, name):
    return dict(kinds_of(json.loads(vp.run("schema", name).stdout)))


def check_format(tally, text, name, kinds):
    described = dict(re.findall(r"^\.Ss (\S+)\n(.*?)(?=^\.S[sh] )", text, re.M | re.S))
    tally.equal(sorted(described), sorted(kinds), f"the kinds of {name}(5)")
    for kind, schema in kinds.items():
        expected = [field for field in schema_fields(schema) if field[0] != "source"]
        fields = list(page_fields(described.get(kind, "")))
        tally.equal(fields, expected, f"{name}(5): the fields of {kind}")


def check_example(tally, vp, text, name, *command):
    example = re.search(r"^\.Bd .*?\n(\{.*?)\n\.Ed", text, re.M | re.S)[1]
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(example.encode())
        file.flush()
        found = vp.run(*command, file.name)
    said = found.stdout.decode() + found.stderr.decode()
    tally.check(found.returncode == 0, f"the example of {name}(5) holds together", said)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for tool in ("mandoc", "groff"):
        if shutil.which(tool) is None:
            sys.exit(f"this needs {tool}")
    tally, vp, directory = Tally(), Command(sys.argv[1]), Path(sys.argv[2])
    pages = sorted(directory.glob("*.[15]"))
    for page in pages:
        lint(tally, page)
    check_commands(tally, vp, pages)
    plan, profile = schema_of(vp, "plan"), schema_of(vp, "profile")
    text = (directory / "vp-plan.5").read_text(encoding="utf-8")
    check_format(tally, text, "vp-plan", plan)
    check_example(tally, vp, text, "vp-plan", "check")
    text = (directory / "vp-profile.5").read_text(encoding="utf-8")
    own = {kind: schema for kind, schema in profile.items() if kind not in plan}
    check_format(tally, text, "vp-profile", own)
    check_example(tally, vp, text, "vp-profile", "rules", "--profile")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
