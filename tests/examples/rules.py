"""The made-up municipality: its README holds, and the command with a profile alone, the C program
and the Python program find the same.

usage: rules.py BUILD VP PYTHON

PYTHON is left out of it when it has no libvp, or no pandas.
"""

import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/docs"))
from samples import FENCE, Follower, Tally, install, paths  # noqa: E402

RULES = ROOT / "examples/rules"
SAME = ("rule", "severity", "path", "line", "column", "message", "help", "fingerprint",
        "text_fingerprint", "accepted")
OWN = {"ekasa/allvarlig-utan-uppfoljning": 2, "ekasa/buffert": 1, "ekasa/antal-egna-mal": 1}
PROFILE = "--profile ekasa.json --baseline vp.baseline.json plans/omsorgsnamnden-2027.json"
CODE = "ekasa-code.json vp.baseline.json plans/omsorgsnamnden-2027.json"


def found(text):
    findings = json.loads(text)["files"][0]["findings"]
    return [{key: finding.get(key) for key in SAME} for finding in findings]


def check_findings(tally, follower, has_python):
    stated = found(follower.sh(f"vp check --format json {PROFILE}")[1])
    for rule, count in OWN.items():
        tally.equal(sum(each["rule"] == rule for each in stated), count, f"findings of {rule}")
    accepted = sum(each["accepted"] is not None for each in stated)
    tally.equal(accepted, 2, "findings that the plan and the baseline accept")
    for severity in ("error", "warning", "note"):
        tally.check(any(each["severity"] == severity for each in stated), f"there is a {severity}")
    programs = ["./ekasa"] + ["python3 ekasa.py"] * has_python
    for program in programs:
        tally.equal(found(follower.sh(f"{program} {CODE}")[1]), stated, f"what {program} finds")


def check_profiles(tally):
    """They differ by what is code in one of them."""
    stated, code = (json.loads((RULES / name).read_bytes())
                    for name in ("ekasa.json", "ekasa-code.json"))
    del stated["own_rules"]
    stated["id"] = "ekasa-code"
    stated["risk_model"] |= {"score": "function", "function": "risk_value"}
    tally.equal(code, stated, "ekasa-code.json is ekasa.json")


def check_canonical(tally, follower):
    """But for the fault: a plan that people edit looks as vp fmt leaves it."""
    ok, printed = follower.sh("vp fmt plans/omsorgsnamnden-2027.json")
    plan = (RULES / "plans/omsorgsnamnden-2027.json").read_text(encoding="utf-8")
    tally.check(ok and printed == plan, "the plan is in its canonical form")


def check_hooks(tally, follower):
    """What pre-commit and CI run is a command line that can be used."""
    hook = re.search(r"args: \[(.*)\]", (RULES / "README.md").read_text(encoding="utf-8"))
    step = re.search(r"run: (vp check .*)", (ROOT / "examples/ci/github.yml").read_text())
    arguments = shlex.join(hook[1].split(", "))
    for command in (f"vp check {arguments} plans/*.json", step[1].replace("kommun", "ekasa")):
        status = follower.sh(f"{command} >/dev/null 2>&1 || echo $?")[1]
        tally.equal(status, "1\n", f"the exit status of {command}")
    tally.check((follower.folder / "vp.sarif").exists(), "CI has a file to upload")


def without_python(text):
    return FENCE.sub(lambda fence: "" if fence[3].startswith("python3") else fence[0], text)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    build, vp, python = map(os.path.abspath, sys.argv[1:])
    tally = Tally()
    check_profiles(tally)
    with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as folder:
        shutil.copytree(RULES, folder, dirs_exist_ok=True)
        prefix = install(build, f"{tools}/usr")
        follower = Follower(tally, "examples/rules", folder, paths(vp, python, prefix, tools))
        has_python = follower.sh("python3 -c 'import libvp, pandas'")[0]
        text = (RULES / "README.md").read_text(encoding="utf-8")
        follower.follow(text if has_python else without_python(text))
        kept = (RULES / "vp.baseline.json").read_bytes()
        tally.equal((follower.folder / "vp.baseline.json").read_bytes(), kept, "the baseline")
        check_findings(tally, follower, has_python)
        check_canonical(tally, follower)
        check_hooks(tally, follower)
        print("with Python" if has_python else "without Python")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
