"""A baseline accepts what was found, and goes on accepting it when the plan is rearranged.

usage: baseline.py VP [SEED]

The examples are shuffled and renumbered at random: every list of elements, with what depends on its
order, and every id, with all references to it. Each of their elements is marked, so that a finding
is known by the mark of the element where it stands.
"""

import json
import random
import re
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

from command import PLANS, ROOT, SCAN, Command, Tally

ROUNDS = 4
MARK = "x-mark"
FAULTY = [path for folder, names in (("libvp/pages", "*/*.fires.json"), ("tests/errors/plans", "*.json"))
          for path in sorted((ROOT / folder).glob(names)) if b"vp-plan/" in path.read_bytes()]
# What is found of them depends on the order.
ORDERED = ("duplicate-id", "level-order", "band-overlap", "grid", "plan-row-called-total",
           "plan-circle", "shared-level", "acceptance", "plan-baseline", "reversed-band")


def check(vp, plan, *arguments):
    return json.loads(vp.run("check", "--format", "json", *arguments, plan).stdout)["files"][0]


def write(path, plan):
    path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    return path


def mark(value, marks=None):
    marks = marks if marks is not None else iter(range(10**6))
    if isinstance(value, dict):
        for inner in [*value.values()]:
            mark(inner, marks)
        value[MARK] = next(marks)
    elif isinstance(value, list):
        for inner in value:
            mark(inner, marks)


def marks_of(plan, findings):
    """The findings as rules and the marks of where they stand; in tables also the heading."""
    for found in findings:
        at, here = plan, plan[MARK]
        steps = found["path"].split("/")[1:]
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
            here = at[MARK] if isinstance(at, dict) else here
        column = found["values"].get("column", "") if "budget" in steps else ""
        yield found["rule"], here, str(column)


def shuffle(value, rng):
    """Shuffles the lists of elements in place, and with columns the values below them."""
    if isinstance(value, list):
        for inner in value:
            shuffle(inner, rng)
        if value and all(isinstance(inner, dict) for inner in value):
            rng.shuffle(value)
    elif isinstance(value, dict):
        shuffle_columns(value, rng)
        for key, inner in value.items():
            if key not in ("columns", "levels", "grid"):  # the order of these has a meaning
                shuffle(inner, rng)


def shuffle_columns(table, rng):
    columns = table.get("columns")
    lists = [row["values"] for row in table.get("rows", [])] + [table.get("total", columns)]
    if columns is None or any(len(values) != len(columns) for values in lists):
        return
    order = rng.sample(range(len(columns)), len(columns))
    for values in [columns, *(values for values in lists if values is not columns)]:
        values[:] = [values[i] for i in order]


NAMES = ("title", "label", "name", "what")


def renumber(plan, rng):
    """Exchanges the ids of what has a name; a reference is made of ids and periods with dots."""
    ids, headings = [], set()

    def collect(value):
        if isinstance(value, dict):
            headings.update(text for text in value.get("columns", []) if isinstance(text, str))
            if "id" in value and any(name in value for name in NAMES):
                ids.append(value["id"])
            for key, inner in value.items():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect({key: inner for key, inner in plan.items() if key not in ("id", "title")})
    known = {*ids} - headings  # these have no other name
    fresh = [name for name in known if re.fullmatch(r"[a-z]+[0-9]*|[a-z-]+", name)]
    exchanged = dict(zip(fresh, rng.sample(fresh, len(fresh))))
    new = {name: exchanged.get(name, name) if rng.random() < 0.7 else f"n{i}"
           for i, name in enumerate(sorted(known))}
    if len({*new.values()}) < len(new):  # two would share one
        new = {name: f"n{i}" for i, name in enumerate(sorted(known))}

    def replace(text):
        return re.sub(r"[^.]+", lambda part: new.get(part[0], part[0]), text)

    def put(value, key=None):
        if isinstance(value, dict):
            return {name: put(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [put(inner, key) for inner in value]
        is_reference = key in ("id", "part_of", "indicators", "sum_of", "sum", "equal", "at_most",
                               "trusted", "risk", "share", "change", "element")
        if not isinstance(value, str) or not is_reference:
            return value
        sign = value[:1] if value[:1] == "-" else ""
        return sign + replace(value[len(sign):])

    return {key: inner if key in ("id", "title") else put(inner, key)
            for key, inner in plan.items()}


def accepted_of(plan, checked):
    return sorted(marks_of(plan, [found for found in checked["findings"] if "accepted" in found]))


def check_rearranged(tally, vp, folder, source, rng):
    plan = json.loads(source.read_bytes())
    mark(plan)
    path, baseline = write(folder / "plan.json", plan), folder / "baseline.json"
    baseline.unlink(missing_ok=True)
    vp.run("check", "--write-baseline", baseline, "--reason", "känt", path)
    whole = json.loads(baseline.read_bytes())
    for _ in range(ROUNDS):
        part = deepcopy(whole)
        part["accepted"] = [entry for entry in whole["accepted"] if rng.random() < 0.7]
        write(baseline, part)
        expected = accepted_of(plan, check(vp, path, "--baseline", baseline))
        tally.equal(len(expected), len(part["accepted"]), f"{source.stem}: each entry has a finding")
        moved = deepcopy(plan)
        what = rng.choice(["shuffled", "renumbered", "shuffled and renumbered"])
        if "shuffled" in what:
            shuffle(moved, rng)
        if "renumbered" in what:
            moved = renumber(moved, rng)
        checked = check(vp, write(folder / "moved.json", moved), "--baseline", baseline)
        tally.equal(accepted_of(moved, checked), expected, f"{source.stem} {what}")
        tally.equal([found["message"] for found in checked["findings"]
                     if found["rule"] == "plan/unused-acceptance"], [],
                    f"{source.stem} {what}: no entry is unused")


def check_written(tally, vp, folder):
    """What is written accepts all, keeps reasons and other plans, and forgets what is mended."""
    baseline, plan = folder / "b.json", ROOT / SCAN
    first = vp.run("check", "--write-baseline", baseline, "--reason", "före vp", plan)
    tally.equal(first.returncode, 0, "all that is found is accepted from then on")
    again = vp.run("check", "--fail-on", "note", "--baseline", baseline, plan)
    tally.equal(again.returncode, 0, "a baseline accepts what it was written of")
    before = baseline.read_bytes()
    vp.run("check", "--baseline", baseline, "--write-baseline", baseline, plan)
    tally.equal(baseline.read_bytes(), before, "it is the same when it is written again")

    other = write(folder / "other.json", json.loads(plan.read_bytes()) | {"id": "annan-namnd"})
    vp.run("check", "--baseline", baseline, "--write-baseline", baseline, "--reason", "nytt",
           "--until", "2026-06-30", other)
    entries = json.loads(baseline.read_bytes())["accepted"]
    tally.equal({(entry["plan"], entry["reason"], entry.get("until")) for entry in entries},
                {("bollebygd-sn-2026", "före vp", None), ("annan-namnd", "nytt", "2026-06-30")},
                "each plan has its own reasons")
    vp.run("check", "--baseline", baseline, "--write-baseline", baseline, "--select", "risk", other)
    tally.equal(json.loads(baseline.read_bytes())["accepted"], entries,
                "entries stay of rules that did not run")

    sound = ROOT / "examples/plans/bollebygd-socialnamnden-2026.json"
    said = vp.run("check", "--lang", "en", "--baseline", baseline, sound)
    tally.check(b"baseline's acceptance of budget/sum-impossible" in said.stdout,
                "an entry that matches nothing is told of", said.stdout)
    vp.run("check", "--baseline", baseline, "--write-baseline", baseline, sound)
    rules = {entry["rule"] for entry in json.loads(baseline.read_bytes())["accepted"]
             if entry["plan"] == "bollebygd-sn-2026"}
    tally.check("budget/sum-impossible" not in rules and rules, "and goes when it is written again")


def check_kept(tally, vp, folder):
    """A baseline is as it was when a new one cannot be made."""
    baseline, plan = folder / "b.json", ROOT / SCAN
    vp.run("check", "--select", "risk", "--write-baseline", baseline, "--reason", "känt", plan)
    before = baseline.read_bytes()
    for what, line in {
            "without a reason": ["--baseline", baseline, plan],
            "that would be lost": ["--reason", "x", plan],
            "of a file that cannot be read": ["--baseline", baseline, "--reason", "x", plan,
                                              "tests/cli/files/broken.json"],
            "of a rule that is not": ["--baseline", baseline, "--reason", "x", "--select", "riks",
                                      plan]}.items():
        result = vp.run("check", "--write-baseline", baseline, *line)
        tally.equal((result.returncode, baseline.read_bytes()), (2, before), f"a baseline {what}")
    taken = folder / "b.json.new"
    taken.mkdir()
    result = vp.run("check", "--baseline", baseline, "--write-baseline", baseline, "--reason", "x",
                    plan)
    tally.equal((result.returncode, baseline.read_bytes()), (2, before), "a disk that is in the way")
    taken.rmdir()
    plan_copy = write(folder / "plan.json", json.loads(plan.read_bytes()))
    link = folder / "link.json"
    link.symlink_to(plan_copy)
    result = vp.run("check", "--write-baseline", link, "--reason", "x", plan_copy)
    tally.check(result.returncode == 2 and b"is the plan itself" in result.stderr,
                "a plan is not written over", result.stderr)


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    plans = [ROOT / plan for plan in PLANS]
    plans += [plan for plan in FAULTY if json.loads(plan.read_bytes())["format"] == "vp-plan/1"
              and not any(name in plan.stem for name in ORDERED)]
    with tempfile.TemporaryDirectory() as name:
        check_written(tally, vp, Path(name))
    with tempfile.TemporaryDirectory() as name:
        check_kept(tally, vp, Path(name))
    with tempfile.TemporaryDirectory() as name:
        for plan in plans:
            check_rearranged(tally, vp, Path(name), plan, rng)
    return tally.end()


sys.exit(main())
