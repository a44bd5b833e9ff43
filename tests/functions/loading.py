"""No plan, profile or baseline makes vp load a library or look up a symbol, whatever it says in
whatever place; the option --function does.

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
PROFILE = "tests/errors/plans/stated-rules.profile.json"
RULES = ROOT / "examples/rules"  # a plan with what it accepts, its profile and its baseline
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
        self.profile = folder / "profile.json"
        self.baseline = folder / "baseline.json"
        self.said = ""
        self.environment = environment() | {"LD_PRELOAD": os.path.abspath(shim),
                                            "VP_LOADS": str(self.log)}

    def run(self, *arguments):
        """The exit status, and the calls."""
        result = subprocess.run([self.vp, *map(str, arguments)], cwd=ROOT, env=self.environment,
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        self.said = result.stderr.decode()
        calls = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return result.returncode, calls

    def run_on(self, plan, *commands):
        """The exit statuses of those commands, and all calls."""
        self.plan.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        results = [self.run(command, self.plan) for command in commands]
        return [status for status, _ in results], [call for _, calls in results for call in calls]

    def run_by(self, profile):
        """The exit status of a check by the profile, and all calls."""
        self.profile.write_text(json.dumps(profile, ensure_ascii=False), encoding="utf-8")
        return self.run("check", "--profile", self.profile, FUNCTION)

    def run_all(self, plan, profile, baseline):
        """The exit status of a check of the plan by both, and all calls."""
        for path, text in ((self.plan, plan), (self.profile, profile), (self.baseline, baseline)):
            path.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
        return self.run("check", "--profile", self.profile, "--baseline", self.baseline, self.plan)


def holders(value):
    """Every object and list with a text in it, and the text's key or index."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in items:
        if isinstance(child, str):
            yield value, key
        elif isinstance(child, (dict, list)):
            yield from holders(child)


def naming_functions(path, name):
    """The plan, with a risk model and targets that name that function."""
    plan = json.loads((ROOT / path).read_bytes())
    plan["risk_model"] = plan.get("risk_model", {}) | {"score": "function", "function": name}
    for indicator in plan.get("indicators", []):
        indicator["target"] = {"period": plan["period"], "function": name}
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


def naming_in_rules(name):
    """A profile whose rules call the function of that name."""
    profile = json.loads((ROOT / PROFILE).read_bytes())
    call = {"function": name, "arguments": ["consequence", "likelihood"]}
    rule = {"title": "T", "severity": "note", "of": "risks"}
    profile["own_rules"] += [
        rule | {"rule": "lillby/must", "must": [call | {"at_least": 1}]},
        rule | {"rule": "lillby/where", "where": [call | {"holds": True}],
                "must": [{"field": "owner", "present": True}]}]
    profile["x-function"] = {"library": "libm.so.6", "symbol": "pow", "load": name}
    return profile


def check_profiles(tally, watched):
    """Functions by those names, and then every text of a profile, one at a time."""
    for name in NAMES:
        status, calls = watched.run_by(naming_in_rules(name))
        tally.check(calls == [] and status != 2, f"a profile calls {name}", status, calls)
    profile = naming_in_rules("pow")
    for i, (holder, key) in enumerate(list(holders(profile))):
        kept, holder[key] = holder[key], NAMES[i % len(NAMES)]
        calls = watched.run_by(profile)[1]
        tally.check(calls == [], f"{holder[key]} in the place of a profile's {kept}", calls)
        holder[key] = kept


def check_municipality(tally, watched):
    """Every text of what the plan accepts, of its profile and of the baseline, one at a time."""
    plan, profile, baseline = (
        json.loads((RULES / name).read_bytes())
        for name in ("plans/omsorgsnamnden-2027.json", "ekasa-code.json", "vp.baseline.json"))
    profile["own_rules"] = json.loads((RULES / "ekasa.json").read_bytes())["own_rules"]
    everything = plan, profile, baseline
    usable = 0
    for part in (plan["accepted"], profile, baseline):
        for i, (holder, key) in enumerate(list(holders(part))):
            kept, holder[key] = holder[key], NAMES[i % len(NAMES)]
            status, calls = watched.run_all(*everything)
            tally.check(calls == [], f"{holder[key]} in the place of {key} {kept}", calls)
            usable += status != 2
            holder[key] = kept
    tally.check(usable > 50, "they may say most of it in most places", usable)
    for name in NAMES:
        plan["accepted"][0] |= {"rule": "date", "element": name, "reason": name}
        profile["risk_model"]["function"] = profile["title"] = name
        baseline["accepted"][0] |= {key: name for key in ("plan", "path", "message", "reason")}
        status, calls = watched.run_all(*everything)
        tally.check(calls == [] and status != 2, f"{name} in many places at once", status, calls)


def check_extends(tally, watched, library):
    """What a profile extends is read as a profile, also when it is a library that is there."""
    profile = {"format": "vp-profile/1", "id": "p"}
    for name in (*NAMES, library):
        status, calls = watched.run_by(profile | {"extends": name})
        tally.equal((status, calls), (2, []), f"a profile extends {name}")
    tally.check(watched.said.startswith(f"{library}:1:1: error: "), "it is no JSON", watched.said)


def check_option(tally, watched):
    """The shim is there: what the command line names is asked for."""
    option = ["--function", "pow:f64(f64,f64)@libm.so.6"]
    for command in ("check", "risks", "indicators"):
        tally.equal(watched.run(command, *option, FUNCTION), (2, ["dlopen libm.so.6"]),
                    f"vp {command} --function loads what it names")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        watched = Watched(sys.argv[1], sys.argv[2], Path(folder))
        check_option(tally, watched)
        check_named_functions(tally, watched)
        check_every_place(tally, watched)
        check_profiles(tally, watched)
        check_municipality(tally, watched)
        check_extends(tally, watched, os.path.abspath(sys.argv[2]))
    return tally.end()


sys.exit(main())
