"""Runs vp as cases/*.cmd say, from the project's root, and compares all that comes out of it.

usage: run.py VP [--update]

A .cmd file is one line of arguments, where "< FILE" is standard input and "> FILE" takes standard
output away. Beside it stand .out (standard output), .err (standard error, when there is any) and
.status. --update writes these instead; the difference is then for a person to read.
"""

import difflib
import re
import shlex
import subprocess
import sys
from pathlib import Path

from command import ROOT, Command, Tally

CASES = Path(__file__).resolve().parent / "cases"
SYSTEM_WORDS = {"check-function-no-library", "help-full", "show-full"}  # they tell Linux's errors


def take_redirection(arguments, sign):
    if sign not in arguments:
        return None
    at = arguments.index(sign)
    path = arguments[at + 1]
    del arguments[at:at + 2]
    return ROOT / path


def mask(text):
    return re.sub(rb'^(vp |.*"name": "libvp", "version": ")[0-9]+\.[0-9]+\.[0-9]+', rb"\1VERSION", text,
                  flags=re.MULTILINE)


def run(vp, case):
    arguments = shlex.split(case.read_text(encoding="utf-8"))
    source = take_redirection(arguments, "<")
    sink = take_redirection(arguments, ">")
    with open(source or "/dev/null", "rb") as stdin, open(sink or "/dev/null", "wb") as stdout:
        result = vp.run(*arguments, stdin=stdin, stdout=stdout if sink else subprocess.PIPE)
    return {".out": mask(result.stdout or b""), ".err": mask(result.stderr),
            ".status": b"%d\n" % result.returncode}


def expected_of(case, suffix):
    path = case.with_suffix(suffix)
    return path.read_bytes() if path.exists() else b""


def update(case, results):
    for suffix, text in results.items():
        path = case.with_suffix(suffix)
        if text or suffix == ".out":
            path.write_bytes(text)
        else:
            path.unlink(missing_ok=True)


def differences(expected, found):
    lines = [text.decode("utf-8", "replace").splitlines() for text in (expected, found)]
    return list(difflib.unified_diff(*lines, "expected", "found", lineterm="", n=1))[:40]


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    for case in sorted(CASES.glob("*.cmd")):
        if vp.is_windows and case.stem in SYSTEM_WORDS:
            continue
        results = run(vp, case)
        if "--update" in sys.argv[2:]:
            update(case, results)
        for suffix, found in results.items():
            expected = expected_of(case, suffix)
            tally.check(found == expected, f"{case.stem}{suffix}", *differences(expected, found))
    return tally.end()


sys.exit(main())
