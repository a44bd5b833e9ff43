"""The code in the guides does what they say.

usage: samples.py BUILD VP PYTHON GUIDE…

BUILD is installed for compilers to find, VP is the command, PYTHON runs Python code. Each guide is
followed from its top in a folder of its own, by the words behind its fences:

    NAME               as a second word: the file of that name
    diff NAME          a change of it
    sh, python         run; what follows as `text` is all that is printed, or else nothing may fail
    text               what was run before prints this

Others are only read.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from command import Tally, environment  # noqa: E402

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
HERE = Path(__file__).resolve().parent


class Follower:
    """Someone who does what a guide says."""

    def __init__(self, tally, guide, folder, paths):
        self.tally, self.guide, self.folder = tally, guide, Path(folder)
        self.environment = paths
        self.python = None

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def patch(self, name, text):
        """By its lines; a hunk in a guide has no line numbers."""
        lines = text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        before = (self.folder / name).read_text(encoding="utf-8")
        self.tally.equal(before.count(old), 1, f"{self.guide}: the change of {name} fits")
        self.write(name, before.replace(old, new))

    def sh(self, code):
        result = subprocess.run(
            ["sh", "-e", "-c", code],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return result.returncode == 0, result.stdout.decode()

    def py(self, code):
        if self.python is None:
            self.python = subprocess.Popen(
                ["python3", "-B", str(HERE / "session.py")],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        self.python.stdin.write(json.dumps(code) + "\n")
        self.python.stdin.flush()
        answer = json.loads(self.python.stdout.readline())
        return answer["ok"], answer["output"]

    def close(self):
        if self.python is not None:
            self.python.stdin.close()
            self.python.wait()
            self.python.stdout.close()

    def follow(self, text):
        fences = list(FENCE.finditer(text))
        for fence, after in zip(fences, fences[1:] + [None]):
            word, name, code = fence.groups()
            line = text.count("\n", 0, fence.start()) + 1
            if name is not None:
                (self.patch if word == "diff" else self.write)(name, code)
            elif word in ("sh", "python"):
                ok, printed = (self.sh if word == "sh" else self.py)(code)
                said = after[3] if after is not None and after[1] == "text" else None
                what = f"{self.guide}:{line}: what this prints"
                if said is None:
                    self.tally.check(ok, what, printed)
                else:
                    self.tally.check(
                        same(printed, said), what, f"expected\n{said}", f"found\n{printed}"
                    )


def same(printed, said):
    """No-break spaces look like the others."""
    printed = printed.replace("\u00a0", " ").replace("\u202f", " ")
    return [line.rstrip() for line in printed.strip("\n").split("\n")] == said.rstrip().split("\n")


def install(build, prefix):
    subprocess.run(
        ["cmake", "--install", build, "--prefix", prefix], check=True, capture_output=True
    )
    return prefix


def paths(vp, python, prefix, tools):
    """vp, the Python, and libvp for compilers, as if they were installed."""
    pkg_config = shutil.which("pkg-config")
    commands = {
        "vp": vp,
        "python3": python,
        "pkg-config": f"{pkg_config} --define-variable=prefix={prefix}",
    }
    for name, command in commands.items():
        file = Path(tools) / name
        file.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        file.chmod(0o755)
    library = next(Path(prefix).rglob("pkgconfig"))
    return environment() | {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "PKG_CONFIG_PATH": str(library),
        "CMAKE_PREFIX_PATH": prefix,
        "LD_LIBRARY_PATH": str(library.parent),
    }


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    build, vp, python = map(os.path.abspath, sys.argv[1:4])
    tally = Tally()
    with tempfile.TemporaryDirectory() as prefix:
        install(build, prefix)
        for guide in map(Path, sys.argv[4:]):
            text = guide.read_text(encoding="utf-8")
            with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as folder:
                follower = Follower(tally, guide.name, folder, paths(vp, python, prefix, tools))
                follower.follow(text)
                follower.close()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
