"""The README holds: its JSON is a profile or part of a plan, its C compiles, and the commands that
it lists are all that there are. (tests/python/test_readme.py runs its Python.)

usage: readme.py BUILD VP
"""

import os
import re
import sys
import tempfile
from pathlib import Path

from samples import FENCE, Follower, Tally, install, paths

ROOT = Path(__file__).resolve().parents[2]
PLAN = '{"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026", %s}'
PROGRAM = """#include <stdio.h>
#include <vp/vp.h>
int run(const char *bytes, size_t length);
int run(const char *bytes, size_t length) {
%s
  return 0;
}
"""
COMPILE = "cc -std=c11 -Wall -Werror -fsyntax-only $(pkg-config --cflags libvp) sample.c"


def check_commands(tally, follower, text):
    rows = re.findall(r"^\| (`vp .*?) \|", text, re.M)
    listed = {name for row in rows for name in re.findall(r"`vp ([a-z]+)", row)}
    shown = follower.sh("vp --help")[1].split("options:")[0]
    known = set(re.findall(r"^  ([a-z]+) +[a-z]", shown, re.M))
    tally.equal(listed, known, "the commands that the README lists")


def check_samples(tally, follower, text):
    for word, _, code in FENCE.findall(text):
        if word == "json" and "vp-profile/1" in code:
            follower.write("profile.json", code)
            ok, printed = follower.sh("vp rules --profile profile.json")
            tally.check(ok, "the profile of the README is one", printed)
        elif word == "json":
            follower.write("plan.json", PLAN % code)
            ok, printed = follower.sh("vp check plan.json")
            tally.check(ok, "the JSON of the README is a plan's", printed)
        elif word == "c":
            follower.write("sample.c", PROGRAM % code)
            ok, printed = follower.sh(COMPILE)
            tally.check(ok, "the C of the README compiles", printed)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, vp = map(os.path.abspath, sys.argv[1:])
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tally = Tally()
    with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as folder:
        prefix = install(build, f"{tools}/usr")
        follower = Follower(tally, "README", folder, paths(vp, sys.executable, prefix, tools))
        check_commands(tally, follower, text)
        check_samples(tally, follower, text)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
