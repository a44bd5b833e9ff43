"""What holds of vp whatever the plan says: its JSON can be read and agrees with itself, colour is
for terminals only, every example can be shown.

usage: behaviour.py VP
"""

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections import Counter

from command import PLANS, ROOT, SCAN, Command, Tally, environment

SEVERITIES = ["note", "warning", "error"]
METHODS = ["localization"]


def counted(findings):
    """What a summary says of them: those that are accepted count apart."""
    found = Counter("accepted" if "accepted" in finding else finding["severity"]
                    for finding in findings)
    return {name: found[name] for name in [*SEVERITIES, "accepted"]}


def check_report(tally, plan, result):
    report = json.loads(result.stdout)
    [checked] = report["files"]
    tally.equal(checked["file"], str(plan), f"{plan}: the file's name")
    tally.equal(checked["plan"], json.loads((ROOT / plan).read_bytes())["id"], f"{plan}: its id")
    tally.equal(report["summary"], counted(checked["findings"]),
                f"{plan}: the summary counts the findings")
    failing = {finding["rule"] for finding in checked["findings"]}
    tally.equal({rule["rule"] for rule in checked["rules"] if rule["failed"]}, failing,
                f"{plan}: the rules that failed are those of the findings")
    tally.check(all(rule["failed"] <= rule["applied"] for rule in checked["rules"]),
                f"{plan}: no rule fails more often than it applies")
    lines = (ROOT / plan).read_text(encoding="utf-8").split("\n")
    for finding in checked["findings"]:
        value = json.loads((ROOT / plan).read_bytes())
        for key in finding["path"].split("/")[1:]:
            value = value[int(key)] if isinstance(value, list) else value[key]
        rest = lines[finding["line"] - 1][finding["column"] - 1:] + "\n"
        rest += "\n".join(lines[finding["line"]:])
        tally.equal(json.JSONDecoder().raw_decode(rest)[0], value,
                    f"{plan}: {finding['rule']}: line and column are the path's")
    tally.equal(len({(f["rule"], f["fingerprint"]) for f in checked["findings"]}),
                len(checked["findings"]), f"{plan}: no two findings have the same fingerprint")
    return report["summary"]


def check_statuses(tally, vp, plan, summary):
    for i, severity in enumerate(SEVERITIES):
        expected = 1 if any(summary[name] for name in SEVERITIES[i:]) else 0
        tally.equal(vp.run("check", "--fail-on", severity, plan).returncode, expected,
                    f"{plan}: the exit status with --fail-on {severity}")


def check_plan(tally, vp, plan):
    summary = check_report(tally, plan, vp.run("check", "--format", "json", plan))
    check_statuses(tally, vp, plan, summary)
    for command in ("show", "budget", "risks", "indicators", "fmt"):
        result = vp.run(command, plan)
        tally.check(result.returncode == 0 and result.stdout and not result.stderr,
                    f"vp {command} {plan}", result.stderr.decode())
        tally.check(b"\x1b" not in result.stdout, f"vp {command} {plan}: no colour in a pipe")


def check_many(tally, vp):
    result = vp.run("check", "--format", "json", *PLANS)
    report = json.loads(result.stdout)
    tally.equal([checked["file"] for checked in report["files"]], [str(plan) for plan in PLANS],
                "several files stand in their order")
    findings = [found for checked in report["files"] for found in checked["findings"]]
    tally.equal(report["summary"], counted(findings), "the summary counts the findings of all files")


def on_terminal(vp, arguments, **variables):
    """What vp writes on a terminal."""
    mine, its = pty.openpty()
    process = subprocess.Popen([vp.path, *map(str, arguments)], cwd=ROOT, stdout=its,
                               stderr=subprocess.DEVNULL, env=environment() | variables)
    os.close(its)
    written = b""
    try:
        while block := os.read(mine, 65536):
            written += block
    except OSError:  # how Linux says that the other end is closed
        pass
    process.wait(60)
    os.close(mine)
    return written


def check_colour(tally, vp):
    plan = PLANS[0]
    for command in ("check", "show", "budget", "risks", "indicators"):
        line = [command, plan]
        tally.check(b"\x1b[" in on_terminal(vp, line), f"vp {command}: colour on a terminal")
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            tally.check(b"\x1b" not in on_terminal(vp, line, **variables),
                        f"vp {command}: no colour with {variables}")
        tally.check(b"\x1b[" in on_terminal(vp, line, NO_COLOR=""),
                    f"vp {command}: an empty NO_COLOR says nothing")
        tally.check(b"\x1b" not in vp.run(*line).stdout, f"vp {command}: no colour in a pipe")
    for line in (["rules"], ["explain", "risk"], ["explain", "risk/unscored"],
                 ["budget", "--repair", SCAN]):
        tally.check(b"\x1b[" in on_terminal(vp, line), f"vp {line}: colour on a terminal")
        tally.check(b"\x1b" not in vp.run(*line).stdout, f"vp {line}: no colour in a pipe")
    for line in (["fmt", plan], ["schema"], ["init"], ["check", "--format", "json", plan]):
        tally.check(b"\x1b" not in on_terminal(vp, line), f"vp {line[0]}: never coloured")


def check_start(tally, vp, *arguments):
    """A starting plan has no errors, is in its canonical form and says what is to be filled in."""
    what = " ".join(["vp init", *arguments])
    with tempfile.TemporaryFile() as plan:
        plan.write(vp.run("init", *arguments).stdout)
        plan.seek(0)
        written = plan.read()
        plan.seek(0)
        tally.equal(vp.run("fmt", "-", stdin=plan).stdout, written, f"{what}: its canonical form")
        plan.seek(0)
        result = vp.run("check", "--format", "json", "-", stdin=plan)
    report = json.loads(result.stdout)
    tally.equal(result.returncode, 0, f"{what}: no errors")
    tally.equal({finding["rule"] for finding in report["files"][0]["findings"]},
                {"budget/missing-cell", "control/incomplete", "indicator/no-baseline",
                 "risk/unscored"}, f"{what}: what is to be filled in")
    return json.loads(written)


def check_starts(tally, vp):
    for language in ("sv", "en"):
        plan = check_start(tally, vp, "--lang", language, "--year", "2027", "--board", 'The "A" \\')
        tally.equal((plan["language"], plan["period"]), (language, "2027"), "vp init: as asked")
        tally.equal(plan["organisation"]["board"], 'The "A" \\', "vp init: any name")
        tally.check("{" not in json.dumps(list(texts(plan))), "vp init: nothing is left to replace")
    tally.check(check_start(tally, vp)["period"].isdigit(), "vp init: a year of its own")


def texts(value):
    """All texts in a JSON value."""
    if isinstance(value, (dict, list)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from texts(child)
    elif isinstance(value, str):
        yield value


def check_pages(tally, vp):
    """Every page can be printed, and all of them make one document."""
    rules = [rule["rule"] for rule in
             json.loads(vp.run("check", "--format", "json", PLANS[0]).stdout)["files"][0]["rules"]]
    for language in ("sv", "en"):
        listed = vp.run("rules", "--lang", language).stdout.decode()
        tally.equal([line.split()[0] for line in listed.splitlines() if "/" in line.split()[0]],
                    rules, "vp rules lists every rule")
        document = vp.run("explain", "--all", "--lang", language).stdout.decode()
        tally.equal([line[3:] for line in document.splitlines() if line[:3] == "## "],
                    rules + METHODS, "vp explain --all explains every rule and method")
        for name in rules + METHODS:
            page = vp.run("explain", "--lang", language, name).stdout.decode()
            if name in rules:
                tally.check(f"[{name}]\n" in page, f"vp explain {name}: its example fires")
            tally.check(re.sub("^(#+ )", r"#\1", page, flags=re.MULTILINE) in document,
                        f"vp explain --all holds the page of {name}")


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    for plan in PLANS:
        check_plan(tally, vp, plan)
    check_many(tally, vp)
    if not vp.is_windows:  # Wine draws a console of its own on the terminal
        check_colour(tally, vp)
    check_starts(tally, vp)
    check_pages(tally, vp)
    return tally.end()


sys.exit(main())
