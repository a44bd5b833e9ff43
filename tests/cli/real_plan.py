"""What must be found in a real plan, as it was published and in a scan that misread one cell, and
nothing else.

usage: real_plan.py VP
"""

import json
import sys
import tempfile

from command import ROOT, SCAN, Command, Tally

PUBLISHED = "examples/plans/bollebygd-socialnamnden-2026.json"


def findings_of(vp, plan, *options):
    report = json.loads(vp.run("check", "--format", "json", *options, plan).stdout)
    return report["files"][0]["findings"]


def only(tally, findings, rule):
    found = [finding for finding in findings if finding["rule"] == rule]
    tally.equal(len(found), 1, f"{rule} is found once")
    return found[0] if found else {"path": "", "message": "", "notes": [], "values": {}}


def at(plan, path):
    value = json.loads((ROOT / plan).read_bytes())
    for key in path.split("/")[1:]:
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def element_of(plan, path):
    """The list item that a path leads into."""
    keys = path.split("/")
    last = max((i for i, key in enumerate(keys) if key.isdigit()), default=0)
    return at(plan, "/".join(keys[:last + 1]))


def check_published(tally, vp):
    findings = findings_of(vp, PUBLISHED)
    tally.equal([f["rule"] for f in findings if f["severity"] == "error"], [],
                "the published plan has no error")
    tally.equal(vp.run("check", PUBLISHED).returncode, 0, "and the exit status is 0")

    rounding = only(tally, findings, "budget/sum-rounding")
    tally.equal(rounding["path"], "/budget/frame/closing/amount", "it is the frame that is rounded")
    tally.equal(rounding["values"].get("difference"), {"value": "0.1", "unit": "mnkr"},
                "by 0,1 mnkr")
    tally.check(any("0,34" in note for note in rounding["notes"]),
                "its note says the tolerance, 3σ of 15 numbers", *rounding["notes"])

    baseline = only(tally, findings, "indicator/partial-baseline")
    tally.equal(element_of(PUBLISHED, baseline["path"]).get("id"), "sip",
                "the baseline of SIP covers a part of its year")

    controlled = only(tally, findings, "risk/lower-risk-controlled-first")
    tally.equal(element_of(PUBLISHED, controlled["path"]).get("id"), "r11",
                "the lower risk that has a control")
    tally.equal([name.split()[0] for name in controlled["values"].get("higher", [])], ["r7", "r8"],
                "the higher risks that have none")
    tally.check("r7" in controlled["message"] and "r8" in controlled["message"],
                "and the message names them", controlled["message"])

    unscored = only(tally, findings, "risk/unscored")
    risks = at(PUBLISHED, "/risks")
    tally.equal(unscored["values"].get("risks"), [r["id"] for r in risks if "consequence" not in r],
                "the risks without a score stand in one finding")
    tally.equal(len(findings), 4, "nothing else is found")


def check_scan(tally, vp):
    findings = findings_of(vp, SCAN)
    errors = [finding for finding in findings if finding["severity"] == "error"]
    tally.equal([(e["rule"], e["path"]) for e in errors],
                [("budget/sum-impossible", "/budget/tables/0/total/1")],
                "the scan's only error is the 2025 column")
    tally.equal(at(SCAN, "/budget/tables/0/columns/1").get("period"), "2025", "which is of 2025")
    tally.equal(vp.run("check", SCAN).returncode, 1, "and the exit status is 1")
    tally.equal([finding for finding in findings if finding not in errors],
                findings_of(vp, PUBLISHED), "all else is as in the published plan")


def check_languages(tally, vp):
    swedish, english = (findings_of(vp, SCAN, "--lang", lang) for lang in ("sv", "en"))
    for key in ("rule", "severity", "path", "line", "column", "fingerprint"):
        tally.equal([finding[key] for finding in swedish], [finding[key] for finding in english],
                    f"{key} is the same in both languages")
    tally.check(all(a["message"] != b["message"] for a, b in zip(swedish, english)),
                "every message is translated")


def as_printed(text):
    """The JSON with every digit of its numbers."""
    return json.loads(text, parse_int=str, parse_float=str)


def format_bytes(vp, text):
    with tempfile.TemporaryFile() as file:
        file.write(text)
        file.seek(0)
        return vp.run("fmt", "-", stdin=file).stdout


def check_fmt(tally, vp):
    for plan in (PUBLISHED, SCAN):
        once = vp.run("fmt", plan).stdout
        tally.equal(as_printed(once), as_printed((ROOT / plan).read_bytes()),
                    f"{plan}: formatting loses nothing")
        with open(ROOT / plan, "rb") as source:
            tally.equal(vp.run("fmt", "-", stdin=source).stdout, once, f"{plan}: from a pipe too")
        tally.equal(format_bytes(vp, once), once, f"{plan}: formatting again changes nothing")


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    check_published(tally, vp)
    check_scan(tally, vp)
    check_languages(tally, vp)
    check_fmt(tally, vp)
    return tally.end()


sys.exit(main())
