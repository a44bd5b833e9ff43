"""The catalogue of all that vp says when something is wrong, held against what it says now.

usage: catalogue.py VP [--update]

What makes the messages: for findings the examples of libvp/pages and plans/*.json, which are plans,
each by the NAME.profile.json beside it, if there is one, or profiles; for files that cannot be read
reader/*.json, for command lines that cannot be used commands.txt. What they give stands in
expected/ and, to be read, in README.md. --update writes these instead of comparing; the difference
is then for a person to read. That every message in the sources is there is checked too.
"""

import difflib
import json
import re
import shlex
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from command import ROOT, Command, Tally  # noqa: E402
import sources  # noqa: E402

LANGUAGES = ("sv", "en")
MINIMAL = "tests/cli/files/minimal.json"  # finds nothing
OPTIONS = {"expired-acceptance.fires": ["--as-of", "2026-07-01"],
           "plan-baseline": ["--as-of", "2026-07-01",
                             "--baseline", "tests/errors/baselines/sn-2026.json"],
           "indicator-overdue": ["--as-of", "2026-06-30"],
           "indicator-function-misspelt": ["--function", "potens:f64(f64,f64)@libm.so.6:pow"],
           "indicator-function-signature": ["--function", "rot_av_tva:f64(f64)@libm.so.6:sqrt"],
           "profile-function-misspelt": ["--function", "potens:f64(f64,f64)@libm.so.6:pow"],
           "profile-function-signature": ["--function", "rot:f64(f64)@libm.so.6:sqrt"],
           "risk-function-misspelt": ["--function", "potens:f64(f64,f64)@libm.so.6:pow"],
           "risk-function-signature": ["--function", "rot:f64(f64)@libm.so.6:sqrt"],
           "risk-function-no-value": ["--function", "rest:f64(f64,f64)@libm.so.6:fmod"]}


class Finding:
    """One finding of one file, in both languages."""

    def __init__(self, path, found, texts):
        self.path = path
        self.rule = found["sv"]["rule"]
        self.found = found
        self.texts = texts

    def said(self, language):
        found = self.found[language]
        return sources.join([found["message"]], found["notes"], found["help"])


def plans():
    return [path.relative_to(ROOT) for path in
            [*sorted((ROOT / "libvp/pages").glob("*/*.fires.json")),
             *sorted((HERE / "plans").glob("*.json"))]
            if not path.name.endswith(".profile.json")]


def profile_of(plan):
    path = plan.with_name(plan.name.split(".")[0] + ".profile.json")
    return ["--profile", path] if (ROOT / path).exists() else []


def is_profile(path):
    return json.loads((ROOT / path).read_bytes())["format"].startswith("vp-profile/")


def check(vp, plan, language, form):
    options = [*OPTIONS.get(plan.stem, []), *profile_of(plan)]
    files = ["--profile", plan, MINIMAL] if is_profile(plan) else [plan]
    return vp.run("check", "--lang", language, "--format", form, *options, *files).stdout.decode()


def findings_of(vp, plan):
    found = {language: json.loads(check(vp, plan, language, "json"))["files"][0]["findings"]
             for language in LANGUAGES}
    head = re.compile(rf"^(?={re.escape(str(plan))}:\d)", re.MULTILINE)
    texts = {language: head.split(check(vp, plan, language, "text"))[1:] for language in LANGUAGES}
    for i, (sv, en) in enumerate(zip(found["sv"], found["en"])):
        yield Finding(plan, {"sv": sv, "en": en},
                      {language: texts[language][i].rstrip() + "\n" for language in LANGUAGES})


def rule_ids(vp):
    return re.findall(r"^(\w+/[\w-]+) ", vp.run("rules").stdout.decode(), re.MULTILINE)


def reader_errors(vp):
    for path in sorted((HERE / "reader").glob("*.json")):
        yield vp.run("check", path.relative_to(ROOT)).stderr.decode()


def command_errors(vp):
    for line in (HERE / "commands.txt").read_text(encoding="utf-8").splitlines():
        words, _, sink = line.partition(" > ")
        with open(sink or "/dev/null", "wb") as stdout:
            yield line, vp.run(*shlex.split(words)[1:], stdout=stdout).stderr.decode()


def as_json(findings):
    files = {}
    for finding in findings:
        files.setdefault(str(finding.path), []).append(finding.found["sv"])
    parts = [f"  {json.dumps(path)}: [\n" +
             ",\n".join("    " + json.dumps(found, ensure_ascii=False) for found in items) + "\n  ]"
             for path, items in files.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def fence(text):
    return f"```text\n{text.rstrip()}\n```\n"


def page(rules, findings, reader, commands):
    """The page that shows it all."""
    lines = ["# What vp says when something is wrong\n",
             "Every rule, every way of saying what it finds, every error of a file that cannot be "
             "read and of a command line that cannot be used, with what makes it. The JSON of the "
             "findings is in [expected/rules.json](expected/rules.json).\n",
             "This page is written by `python3 tests/errors/catalogue.py VP --update`, where `VP` "
             "is the command that was built; without `--update` the same is compared.\n"]
    anchors = {rule: rule.replace("/", "") for rule in rules}
    lines.append("\n".join([*(f"- [{rule}](#{anchors[rule]})" for rule in rules),
                            "- [Files that cannot be read](#files-that-cannot-be-read)",
                            "- [Command lines that cannot be used]"
                            "(#command-lines-that-cannot-be-used)"]) + "\n")
    for rule in rules:
        lines.append(f"## {rule}\n")
        for finding in findings:
            if finding.rule == rule:
                lines.append(fence("".join(finding.texts[language] for language in LANGUAGES)))
    lines += ["## Files that cannot be read\n", fence("".join(reader)),
              "## Command lines that cannot be used\n",
              fence("".join(f"$ {line}\n{said}" for line, said in commands))]
    return "\n".join(lines)


def compare(tally, path, found, update):
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found.encode())
    expected = path.read_bytes().decode() if path.exists() else ""
    difference = difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected",
                                      "found", lineterm="", n=1)
    tally.check(found == expected, path.relative_to(ROOT), *list(difference)[:40])


def check_complete(tally, rules, findings, errors):
    """Nothing that the sources can say is missing."""
    fired = {finding.rule for finding in findings}
    for rule in rules:
        tally.check(rule in fired, f"{rule} stands in the catalogue")
    said = {language: [finding.said(language) for finding in findings] for language in LANGUAGES}
    for where, language, variant in sources.variants():
        pattern = sources.pattern_of_names(variant)
        # What is probably wrong may stand behind the help.
        tally.check(any(pattern.match(text) for text in said[language]),
                    f"{where}: a plan makes rules say", variant)
    for where, language, phrase in sources.phrases():
        pattern = sources.pattern_of_names(phrase)
        tally.check(any(pattern.search(text) for text in said[language]),
                    f"{where}: a plan makes rules mention", phrase)
    for where, sentence in sources.errors():
        pattern = sources.pattern_of_format(sentence)
        tally.check(any(pattern.search(text) for text in errors),
                    f"{where}: a file or a command line makes vp say", sentence)
    for exception in sources.unused_exceptions():
        tally.check(False, f"the exception is still needed: {exception}")


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    update = "--update" in sys.argv[2:]
    rules = rule_ids(vp)
    findings = [finding for plan in plans() for finding in findings_of(vp, plan)]
    reader, commands = list(reader_errors(vp)), list(command_errors(vp))

    for language in LANGUAGES:
        compare(tally, HERE / f"expected/rules.{language}.txt",
                "".join(finding.texts[language] for finding in findings), update)
    compare(tally, HERE / "expected/rules.json", as_json(findings), update)
    compare(tally, HERE / "expected/reader.txt", "".join(reader), update)
    compare(tally, HERE / "expected/commands.txt",
            "".join(f"$ {line}\n{said}" for line, said in commands), update)
    compare(tally, HERE / "README.md", page(rules, findings, reader, commands), update)
    check_complete(tally, rules, findings, [*reader, *(said for _, said in commands)])
    return tally.end()


sys.exit(main())
