"""The code in the README holds: JSON is part of a plan, C compiles, Python gives what stands behind
it, and the commands that it lists are all that there are.

usage: readme.py BUILD VP PYTHON

Its Python is left out where PYTHON lacks libvp or what the code needs.
"""

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from samples import FENCE, Follower, Tally, has, install, paths

ROOT = Path(__file__).resolve().parents[2]

PACKAGES = "libvp, jinja2, matplotlib, pandas"
PLAN = '{"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026", %s}'
PROGRAM = """#include <stdio.h>
#include <vp/vp.h>
int run(const char *bytes, size_t length);
int run(const char *bytes, size_t length) {
%s
  return 0;
}
"""
# What a line of Python gives is said behind it; what is no value of Python says something else.
GIVES = re.compile(r"(?m)^([a-z][^#=\n]*?) +# (.+)$")


def is_value(text):
    try:
        return bool(ast.parse(text, mode="eval"))
    except SyntaxError:
        return text.startswith("[<")


def check_python(follower, code):
    ok, printed = follower.py(code)
    follower.tally.check(ok, "the Python of the README runs", printed)
    for line, value in GIVES.findall(code):
        if is_value(value):
            follower.tally.equal(follower.py(line)[1].strip(), value, f"README: {line}")


def check_commands(tally, vp, text):
    listed = {
        re.match(r"`vp ([a-z]+)", row)[1] for row in re.findall(r"^\| (`vp .*?) \|", text, re.M)
    }
    rest = set(re.findall(r"`vp ([a-z]+)[^`]*`", "".join(re.findall(r"^\| `vp .*?\|", text, re.M))))
    shown = subprocess.run([vp, "--help"], capture_output=True, text=True).stdout
    known = set(re.findall(r"^  ([a-z]+) +[a-z]", shown.split("options:")[0], re.M))
    tally.equal(listed | rest, known, "the commands that the README lists")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    build, vp, python = map(os.path.abspath, sys.argv[1:])
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    samples = [(word, code) for word, _, code in FENCE.findall(text)]
    tally = Tally()
    check_commands(tally, vp, text)
    with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as folder:
        follower = Follower(
            tally, "README", folder, paths(vp, python, install(build, f"{tools}/usr"), tools)
        )
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        for word, code in samples:
            if word == "json":
                follower.write("plan.json", PLAN % code)
                ok, printed = follower.sh("vp check plan.json")
                tally.check(
                    ok and json.loads(PLAN % code), "the JSON of the README is a plan's", printed
                )
            elif word == "c":
                follower.write("sample.c", PROGRAM % code)
                flags = "$(pkg-config --cflags libvp)"
                ok, printed = follower.sh(
                    f"cc -std=c11 -Wall -Werror -fsyntax-only {flags} sample.c"
                )
                tally.check(ok, "the C of the README compiles", printed)
            elif word == "python" and has(python, PACKAGES):
                check_python(follower, code)
        follower.close()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
