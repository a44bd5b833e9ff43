"""The command vp as the tests run it, and how they count."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCAN = "examples/plans/bollebygd-socialnamnden-2026-scan.json"
PLANS = sorted(path.relative_to(ROOT) for path in (ROOT / "examples/plans").glob("*.json"))


def environment():
    """This one, without what changes the output."""
    dropped = ("COLUMNS", "LANG", "LANGUAGE", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items()
            if name not in dropped and not name.startswith("LC_")}
    return kept | {"LC_ALL": "C", "TERM": "xterm"}


LIBM, LIBM_OF_WINDOWS = "libm.so.6", "msvcrt.dll"


class Command:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.is_windows = path.endswith(".exe")  # perhaps in Wine

    def run(self, *arguments, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE):
        line = [self.path, *map(str, arguments)]
        if self.is_windows:
            line = [word.replace(LIBM, LIBM_OF_WINDOWS) for word in line]
        result = subprocess.run(line, cwd=cwd, env=environment(), stdin=stdin, stdout=stdout,
                                stderr=subprocess.PIPE, timeout=60)
        if self.is_windows:
            result.stderr = result.stderr.replace(LIBM_OF_WINDOWS.encode(), LIBM.encode())
        return result


class Tally:
    """Counts checks and prints those that fail."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what, *details):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {what}")
        for detail in details:
            print(f"  {detail}")

    def equal(self, found, expected, what):
        self.check(found == expected, what, f"expected {expected!r}", f"found    {found!r}")

    def end(self):
        """Prints the counts and returns the exit status."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
