"""What vp budget --repair changes, that it changes nothing else, and that it says so.

usage: repair.py VP
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from command import ROOT, SCAN, Command, Tally

# Two rows, two columns and their sums, as JSON: @ is the first figure.
TABLE = """{ "format": "vp-plan/1", "id": "p", "title": "Plan", "period": "2026",
  "budget": { "unit": "%s", "rounding": "%s", "tables": [
    { "id": "t", "columns": ["a", "b", { "id": "s", "label": "Summa", "sum_of": ["a", "b"] }],
      "rows": [
        { "id": "x", "label": "Hemtjänst", "values": [@, "%s", "%s"] },
        { "id": "y", "label": "Boende", "values": ["%s", "%s", "%s"] }
      ],
      "total": ["%s", "%s", "%s"] } ] } }
"""

# How a figure stands in the file, what it becomes, and the three others in its row and column.
STYLES = [
    ('"25,2"', '"22,5"', "20,3", "60,2", "10,4"),
    ('"1 949 356 kr"', '"1 949 365 kr"', "400100", "812400", "1200000"),
    ('"1\u00a0949\u00a0356\u00a0kr"', '"1\u00a0949\u00a0365\u00a0kr"', "400100", "812400", "1200000"),
    (r'"1\u00a0949\u00a0356 kr"', r'"1\u00a0949\u00a0365 kr"', "400100", "812400", "1200000"),
    ('"1949356"', '"1949365"', "400100", "812400", "1200000"),
    ('"94936"', '"949365"', "400100", "812400", "1200000"),
    ('"9 493"', '"94 931"', "400100", "812400", "1200000"),
    ('"cirka 10"', '"cirka 40"', "20", "15", "50"),
    ('"ca. 10 000 kr"', '"ca. 40 000 kr"', "20000", "15000", "50000"),
    ('"−52,3"', '"−25,3"', "20,3", "60,2", "10,4"),
    (r'"\u221252,3"', r'"\u221225,3"', "20,3", "60,2", "10,4"),
    ('"25,3"', '"-25,3"', "20,3", "60,2", "10,4"),
    ('"−25,3 kr"', '"25,3 kr"', "20,3", "60,2", "10,4"),
    ('"+52,3"', '"+25,3"', "20,3", "60,2", "10,4"),
    ('"2,50"', '"22,50"', "20,31", "60,24", "10,45"),
    ('"225"', '"22,5"', "20,3", "60,2", "10,4"),
    ("25.2", "22.5", "20,3", "60,2", "10,4"),
    ("-52", "-25", "20", "60", "10"),
    ("5.2e1", "25", "20", "60", "10"),
]


def number(text):
    """The number in a figure's JSON, times 100."""
    digits = json.loads(text) if text.startswith('"') else str(float(text)).replace(".", ",")
    digits = "".join(c for c in digits.replace("−", "-") if c in "0123456789-,")
    whole, _, rest = digits.partition(",")
    return int(whole + (rest + "00")[:2])


def printed(hundredths):
    sign, size = "-" if hundredths < 0 else "", abs(hundredths)
    return f"{sign}{size // 100},{size % 100:02}" if size % 100 else f"{sign}{size // 100}"


def table(wrong, right, beside, below, across, unit="kr", rounding="exact"):
    """A plan whose first figure is wrong, where the others add up with the right one."""
    ax, bx, ay, by = number(right), *(number(f'"{text}"') for text in (beside, below, across))
    sums = [ax + bx, ay + by, ax + ay, bx + by, ax + bx + ay + by]
    row, other, *totals = map(printed, sums)
    return (TABLE % (unit, rounding, beside, row, below, across, other, *totals)).replace("@", wrong)


WRONG, RIGHT = '"25,2"', '"22,5"'


def swapped():
    """A plan in which WRONG should be RIGHT."""
    return table(WRONG, RIGHT, "20,3", "60,2", "10,4")


class Folder:
    """A folder to work in, with a plan in it."""

    def __init__(self, text, name="plan.json"):
        self.path = Path(tempfile.mkdtemp())
        self.name = name
        self.bytes = text if isinstance(text, bytes) else text.encode()
        self.plan = self.path / name
        self.plan.write_bytes(self.bytes)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def run(self, vp, *arguments, **streams):
        streams = {"stdout": subprocess.PIPE, "stdin": subprocess.DEVNULL} | streams
        return subprocess.run([vp.path, *map(str, arguments)], cwd=self.path, timeout=60,
                              stderr=subprocess.PIPE, **streams)

    def repair(self, vp, *arguments, **streams):
        return self.run(vp, "budget", "--repair", *arguments, self.name, **streams)

    def patched(self, difference):
        """The plan after patch has applied the difference."""
        result = subprocess.run(["patch", "-p0"], cwd=self.path, input=difference,
                                capture_output=True)
        return self.plan.read_bytes() if result.returncode == 0 else result.stdout + result.stderr


def check_repaired(tally, vp, what, text, expected, status=0, name="plan.json"):
    """The file with its corrections, as it is written and as patch makes it; returns what is said."""
    with Folder(text, name) as folder:
        written = folder.repair(vp, "-o", "new.json")
        tally.equal(written.returncode, status, f"{what}: the exit status")
        tally.equal(written.stdout, b"", f"{what}: nothing else is printed")
        tally.equal((folder.path / "new.json").read_bytes(), expected, f"{what}: the new file")
        tally.equal(folder.plan.read_bytes(), folder.bytes, f"{what}: the plan is not changed")
        result = folder.repair(vp)
        tally.equal((result.returncode, result.stderr), (status, written.stderr),
                    f"{what}: the same is said")
        tally.equal(bool(result.stdout), folder.bytes != expected, f"{what}: a patch or nothing")
        if result.stdout:
            tally.equal(folder.patched(result.stdout), expected, f"{what}: patch applies it")
        return written.stderr.decode()


def check_scan(tally, vp):
    text = (ROOT / SCAN).read_bytes()
    said = check_repaired(tally, vp, "the scan", text, text.replace(b'"11,4"', b'"111,4"'),
                          name="a scan.json")
    tally.equal(said, "a scan.json:465:69: rättat: ”Äldreomsorg” i ”Budget 2025” "
                "(/budget/tables/0/rows/0/values/1): 11,4 → 111,4, en siffra har fallit bort\n",
                "what is said of the scan")
    with Folder(text) as folder:
        folder.patched(folder.repair(vp).stdout)
        tally.equal(folder.run(vp, "check", "plan.json").returncode, 0, "the patched scan is sound")


def check_styles(tally, vp):
    for wrong, right, *others in STYLES:
        text = table(wrong, right, *others)
        said = check_repaired(tally, vp, f"{wrong} becomes {right}", text,
                              text.replace(f"[{wrong},", f"[{right},").encode())
        tally.check(f"{wrong.strip(chr(34))} → {right.strip(chr(34))}" in said, f"{wrong} is said",
                    said)


def check_bytes(tally, vp):
    """Whatever the file is like, only the figure changes."""
    text = swapped()
    line = " ".join(text.split())
    for what, plain in {
            "line ends of Windows": text.replace("\n", "\r\n"),
            "a byte order mark": "\ufeff" + text,
            "tabs": text.replace("  ", "\t"),
            "no line end": text.rstrip(),
            "one line": line + "\n",
            "one line without an end": line,
            "keys of its own": text.replace('"rows"', '"x-note": "\u2028 ä", "rows"')}.items():
        check_repaired(tally, vp, what, plain, plain.replace(WRONG, RIGHT).encode())


def rows(*amounts):
    """A plan with a table for each: the values of its only row, and the last of its totals."""
    tables = [{"id": f"t{i}", "columns": ["a", "b", {"id": "s", "sum_of": ["a", "b"]}],
               "rows": [{"id": "x", "label": "X", "values": values}], "total": values[:2] + [total]}
              for i, (values, total) in enumerate(amounts)]
    return json.dumps({"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026",
                       "budget": {"tables": tables}}, indent=1)


def check_several(tally, vp):
    """Each fault is decided for itself, and changes near each other stand together."""
    sound, wrong = (["20,1", "30,2", "50,3"], "50,3"), (["20,1", "30,2", "50,3"], "53,0")
    unclear = (["20,1", "30,2", "54,7"], "54,7")
    text = rows(wrong, unclear, *[sound] * 3, wrong)
    said = check_repaired(tally, vp, "several faults", text,
                          text.replace('"53,0"', '"50,3"').encode(), status=1)
    tally.equal([line.split()[1] for line in said.splitlines()], ["rättat:", "rättat:", "lämnat:"],
                "what is corrected is said, and then what is left")
    with Folder(text) as folder:
        difference = folder.repair(vp).stdout.decode()
        tally.equal(difference.count("\n@@"), 2, "two places far from each other")
    right = swapped().replace(WRONG, RIGHT)
    exchanged = right.replace(RIGHT, "@").replace('"60,2"', RIGHT).replace("@", '"60,2"')
    check_repaired(tally, vp, "two figures exchanged", exchanged, right.encode())
    with Folder(exchanged) as folder:
        difference = folder.repair(vp).stdout.decode().splitlines()
        tally.equal(difference[:3], ["--- plan.json", "+++ plan.json\t(repaired)",
                                     "@@ -2,7 +2,7 @@"], "up to three lines around the changes")
        tally.equal("".join(line[0] for line in difference[3:]), "   --++  ",
                    "changes beside each other stand together")


def check_left(tally, vp):
    unclear = rows((["20,1", "30,2", "54,7"], "54,7"))
    doubtful = json.dumps({
        "format": "vp-plan/1", "id": "p", "title": "P", "period": "2026", "language": "en",
        "budget": {"tables": [{"id": "t", "columns": ["a"], "total": ["15,7"], "rows": [
            {"id": f"r{i}", "label": "R", "values": ["1,0"]} for i in range(15)]}]}})
    missing = rows((["20,1", None, "50,3"], "50,3"))
    share = swapped()[:-3] + """,
      "claims": [{ "text": "andel", "share": ["t.x.a", "t.total.a"], "says": "30,5 %" }] }"""
    digits = table("123456789012346", '"1234567890123456"', "20", "60", "10")
    for what, text, status, reason in (
            ("an ambiguous sum", unclear, 1, "flera förklaringar är lika troliga"),
            ("a doubtful sum", doubtful, 0, "it may be rounding"),
            ("a missing figure", missing, 0, "inget att rätta"),
            ("a share that would become wrong", share, 1, "vid omläsning"),
            ("a number that JSON cannot hold", digits, 1, "vid omläsning")):
        said = check_repaired(tally, vp, what, text, text.encode(), status=status)
        tally.check(reason in said and said.count("\n") == 1, f"{what}: why it is left", said)
    share = share.replace("30,5 %", "99 %")
    check_repaired(tally, vp, "a share that was wrong before", share,
                   share.replace(WRONG, RIGHT).encode())


def check_output(tally, vp):
    """The plan itself is never written, by whatever name."""
    text = swapped()
    with Folder(text) as folder:
        (folder.path / "symbolic").symlink_to("plan.json")
        os.link(folder.plan, folder.path / "hard")
        (folder.path / "folder").mkdir()
        for name in ("plan.json", "folder/../plan.json", folder.plan, "symbolic", "hard"):
            result = folder.repair(vp, "--output", name)
            tally.check(result.returncode == 2 and b"is the plan itself" in result.stderr,
                        f"--output {name} is refused", result.stderr.decode())
        if not vp.is_windows:  # Wine does not know which files its own streams are
            with open(folder.plan, "rb") as stdin:
                result = folder.run(vp, "budget", "--repair", "-o", "hard", "-", stdin=stdin)
                tally.equal(result.returncode, 2, "as is the file that standard input is")
            with open(folder.plan, "ab") as stdout:
                result = folder.repair(vp, "-o", "-", stdout=stdout)
                tally.equal(result.returncode, 2, "and the file that standard output is")
        tally.equal(folder.plan.read_bytes(), folder.bytes, "the plan is as it was")
        tally.equal(folder.repair(vp, "-o", "folder").returncode, 2, "a folder cannot be written")
        (folder.path / "old").write_bytes(2 * folder.bytes)
        expected = text.replace(WRONG, RIGHT).encode()
        folder.repair(vp, "-o", "old")
        tally.equal((folder.path / "old").read_bytes(), expected, "an older output is replaced")
        tally.equal(folder.repair(vp, "-o", "-").stdout, expected, "- is standard output")
        if os.path.exists("/dev/full"):
            tally.equal(folder.repair(vp, "-o", "/dev/full").returncode, 2, "a full disk is said")


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    for check in (check_scan, check_styles, check_bytes, check_several, check_left, check_output):
        check(tally, vp)
    return tally.end()


sys.exit(main())
