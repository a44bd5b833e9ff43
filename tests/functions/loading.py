"""No plan makes vp load a library or look up a symbol, whatever it says in whatever place; the
option --function does.

usage: loading.py VP SHIM

The shim stands in the place of dlopen and dlsym and notes what is asked of them.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))

from command import PLANS, ROOT, Tally, environment  # noqa: E402

FUNCTION = "tests/cli/files/function.json"
COMMANDS = ("check", "risks", "indicators", "budget", "show", "fmt")
NAMES = ("pow", "libm.so.6", "libm.so.6:pow", "pow@libm.so.6", "pow:f64(f64,f64)@libm.so.6",
         "/usr/lib/x86_64-linux-gnu/libm.so.6", "./libevil.so", "file:///tmp/libevil.so#pow",
         "$ORIGIN/../libevil.so", "--function=pow:f64(f64,f64)@libm.so.6")


class Watched:
    """The command, and what it has asked to be loaded."""

    def __init__(self, vp, shim, folder):
        self.vp = os.path.abspath(vp)
        self.log = folder / "loads"
        self.plan = folder / "plan.json"
        self.environment = environment() | {"LD_PRELOAD": os.path.abspath(shim),
                                            "VP_LOADS": str(self.log)}

    def run(self, *arguments):
        """The exit status, and the calls."""
        result = subprocess.run([self.vp, *map(str, arguments)], cwd=ROOT, env=self.environment,
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        calls = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return result.returncode, calls

    def run_on(self, plan, *commands):
        """The exit statuses of those commands, and all calls."""
        self.plan.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        results = [self.run(command, self.plan) for command in commands]
        return [status for status, _ in results], [call for _, calls in results for call in calls]


def holders(value):
    """Every object and list with a text in it, and the text's key or index."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in items:
        if isinstance(child, str):
            yield value, key
        elif isinstance(child, (dict, list)):
            yield from holders(child)


def naming_functions(path, name):
    """The plan, with a risk model whose score is the function of that name."""
    plan = json.loads((ROOT / path).read_bytes())
    plan["risk_model"] = plan.get("risk_model", {}) | {"score": "function", "function": name}
    plan["x-function"] = {"library": "libm.so.6", "symbol": "pow", "load": name}
    return plan


def check_named_functions(tally, watched):
    for path in [*PLANS, FUNCTION]:
        for name in NAMES:
            statuses, calls = watched.run_on(naming_functions(path, name), *COMMANDS)
            tally.check(calls == [] and 2 not in statuses, f"{path} names {name}", statuses, calls)


def check_every_place(tally, watched):
    """Every text of the plan, one at a time."""
    plan = naming_functions("examples/plans/programme-risks-5x5.json", "pow")
    usable = 0
    for i, (holder, key) in enumerate(list(holders(plan))):
        kept, holder[key] = holder[key], NAMES[i % len(NAMES)]
        statuses, calls = watched.run_on(plan, "check", "risks")
        tally.check(calls == [], f"{holder[key]} in the place of {kept}", calls)
        usable += 2 not in statuses
        holder[key] = kept
    tally.check(usable > 100, "a plan may say most of it in most places", usable)


def check_option(tally, watched):
    """The shim is there: what the command line names is asked for."""
    option = ["--function", "pow:f64(f64,f64)@libm.so.6"]
    for command in ("check", "risks"):
        tally.equal(watched.run(command, *option, FUNCTION), (2, ["dlopen libm.so.6"]),
                    f"vp {command} --function loads what it names")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        watched = Watched(sys.argv[1], sys.argv[2], Path(folder))
        check_option(tally, watched)
        check_named_functions(tally, watched)
        check_every_place(tally, watched)
    return tally.end()


sys.exit(main())
