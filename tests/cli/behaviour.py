"""What holds of vp whatever the plan says: its JSON can be read and agrees with itself, colour is
for terminals only, every example can be shown.

usage: behaviour.py VP
"""

import json
import os
import pty
import subprocess
import sys
from collections import Counter

from command import PLANS, ROOT, Command, Tally, environment

SEVERITIES = ["note", "warning", "error"]


def check_report(tally, plan, result):
    report = json.loads(result.stdout)
    [checked] = report["files"]
    tally.equal(checked["file"], str(plan), f"{plan}: the file's name")
    tally.equal(checked["plan"], json.loads((ROOT / plan).read_bytes())["id"], f"{plan}: its id")
    found = Counter(finding["severity"] for finding in checked["findings"])
    tally.equal(report["summary"], {severity: found[severity] for severity in SEVERITIES},
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
    found = Counter(f["severity"] for checked in report["files"] for f in checked["findings"])
    tally.equal(report["summary"], {severity: found[severity] for severity in SEVERITIES},
                "the summary counts the findings of all files")


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
    for line in (["fmt", plan], ["schema"], ["check", "--format", "json", plan]):
        tally.check(b"\x1b" not in on_terminal(vp, line), f"vp {line[0]}: never coloured")


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    for plan in PLANS:
        check_plan(tally, vp, plan)
    check_many(tally, vp)
    check_colour(tally, vp)
    return tally.end()


sys.exit(main())
