"""What vp check writes for other programs says the same as its JSON, and goes to a file if asked.

usage: outputs.py VP

When VP_SARIF_SCHEMA names the JSON Schema of SARIF 2.1.0, the SARIF is held against it too.
"""

import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

from command import PLANS, ROOT, SCAN, Command, Tally

EXAMPLES = [path.relative_to(ROOT) for path in sorted((ROOT / "libvp/pages").glob("*/*.json"))
            if b"vp-plan/" in path.read_bytes()]
ACCEPTED = ["--baseline", "tests/cli/files/baseline.json", "tests/cli/files/accepted.json"]
BROKEN = "tests/cli/files/broken.json"
FORMATS = ("text", "json", "sarif", "junit", "github")

# What the schemas in use for JUnit's XML allow: attributes, and children.
JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name"}, {"skipped", "error", "failure", "system-out"}),
    "skipped": (set(), set()),
    "error": ({"type", "message"}, set()),
    "failure": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


def check(vp, form, *arguments, **streams):
    return vp.run("check", "--format", form, *arguments, **streams)


def schema_of_sarif():
    """A validator, or None."""
    path = os.environ.get("VP_SARIF_SCHEMA")
    if not path:
        print("skipped: SARIF against its schema, which VP_SARIF_SCHEMA does not name")
        return None
    import jsonschema

    return jsonschema.Draft4Validator(json.loads(Path(path).read_text(encoding="utf-8")))


def wording(found):
    """The message and the lines below it, without the words before them."""
    return [found["message"], *found["notes"], *found["help"]]


def reason(found):
    """The line that outputs for people have of an accepted finding."""
    accepted = found["accepted"]
    about = [f"till och med {accepted['until']}"] if "until" in accepted else []
    about += ["i baslinjen"] if accepted["in"] == "baseline" else []
    return accepted["reason"] + (f" ({', '.join(about)})" if about else "")


def accepted_word(found):
    return "godtaget" if found["severity"] == "error" else "godtagen"


def unworded(text):
    first, *rest = text.split("\n")
    return [first, *(line.partition(": ")[2] for line in rest)]


def of_sarif(tally, what, text, schema):
    """The findings by file, as SARIF tells them."""
    sarif = json.loads(text)
    if schema is not None:
        tally.equal([error.message for error in schema.iter_errors(sarif)], [],
                    f"{what}: the SARIF is valid")
    [run] = sarif["runs"]
    rules = [(rule["id"], rule["defaultConfiguration"]["level"])
             for rule in run["tool"]["driver"]["rules"]]
    tally.equal(len(set(rules)), len(rules), f"{what}: every rule is described once")
    files = [unquote(artifact["location"]["uri"]) for artifact in run["artifacts"]]
    found = {name: [] for name in files}
    for result in run["results"]:
        [location] = result["locations"]
        [logical] = location["logicalLocations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        region = location["physicalLocation"]["region"]
        meant = rules[result["ruleIndex"]], files[artifact["index"]]
        said = (result["ruleId"], result["level"]), unquote(artifact["uri"])
        if meant != said:
            tally.equal(meant, said, f"{what}: the indices of a result")
        found[said[1]].append((
            *said[0], logical["fullyQualifiedName"], region["startLine"], region["startColumn"],
            region["endLine"], region["endColumn"], unworded(result["message"]["text"]),
            result["partialFingerprints"]["vp/v1"], result["partialFingerprints"]["vpText/v1"],
            [(told["kind"], told["status"], told["justification"],
              told.get("properties", {}).get("until"))
             for told in result["suppressions"]] if "suppressions" in result else None))
    return found


def suppressions(found, is_any):
    """What the SARIF tells of it: something of every finding, or of none."""
    if "accepted" not in found:
        return [] if is_any else None
    accepted = found["accepted"]
    kind = {"plan": "inSource", "baseline": "external"}[accepted["in"]]
    return [(kind, "accepted", accepted["reason"], accepted.get("until"))]


def of_json(report):
    is_any = report["summary"]["accepted"] > 0
    return {checked["file"]: [
        (found["rule"], found["severity"], found["path"], found["line"], found["column"],
         found["end_line"], found["end_column"], wording(found), found["fingerprint"],
         found["text_fingerprint"], suppressions(found, is_any))
        for found in checked["findings"]] for checked in report["files"]}


def unescape(text, *names):
    for name in ("%0D", "%0A", *names, "%25"):
        text = text.replace(name, unquote(name))
    return text


def of_github(tally, what, text):
    """The findings as GitHub tells them, by their line."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        if match is None:
            tally.check(False, f"{what}: a command", line)
            continue
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        properties = {name: unescape(value, "%3A", "%2C") for name, value in properties.items()}
        found.append((match[1].replace("notice", "note"), properties, unescape(match[3])))
    return found


def check_github(tally, what, text, report):
    expected = []
    for checked in report["files"]:
        for found in checked["findings"]:
            place = {"file": checked["file"], "line": str(found["line"]),
                     "endLine": str(found["end_line"]), "title": found["rule"]}
            if found["line"] == found["end_line"]:
                place |= {"col": str(found["column"]), "endColumn": str(found["end_column"])}
            severity, lines = found["severity"], wording(found)
            if "accepted" in found:
                severity = "note"
                place["title"] += f" ({accepted_word(found)})"
                lines.append(reason(found))
            expected.append((severity, place, lines))
    tally.equal([(severity, place, unworded(message)) for severity, place, message in
                 of_github(tally, what, text)], expected, f"{what}: GitHub's annotations")


def misshapen(element):
    """The elements that have more than the schemas in use allow."""
    attributes, children = JUNIT[element.tag]
    if not (set(element.attrib) <= attributes and {child.tag for child in element} <= children):
        yield element
    for child in element:
        yield from misshapen(child)


def miscounted(root):
    """The counts that are not those of the tests below them."""
    for element in (root, *root):
        for name, path in (("tests", "testcase"), ("failures", "testcase[failure]"),
                           ("errors", "testcase[error]"), ("skipped", "testcase[skipped]")):
            if int(element.attrib.get(name, -1)) not in (-1, len(element.findall(f".//{path}"))):
                yield element.attrib["name"], name


def of_junit(tally, what, text):
    """The tests by file: class, name, what became of it, and the lines that it prints."""
    root = ElementTree.fromstring(text)
    tally.equal(list(misshapen(root)), [], f"{what}: the shape of JUnit's XML")
    tally.equal(list(miscounted(root)), [], f"{what}: the counts of JUnit's XML")
    return {suite.attrib["name"]: [
        (test.attrib["classname"], test.attrib["name"],
         *((child.tag, child.attrib, (child.text or "").splitlines()) for child in test))
        for test in suite] for suite in root}


def lines_of(checked, found):
    """What JUnit prints of findings."""
    lines = []
    for one in found:
        place = f"{checked['file']}:{one['line']}:{one['column']}"
        word = {"error": "fel", "warning": "varning", "note": "upplysning"}[one["severity"]]
        if "accepted" in one:
            word += f" ({accepted_word(one)})"
        lines += [f"{place}: {word}: {one['message']}", *(f"not: {note}" for note in one["notes"]),
                  *(f"hjälp: {line}" for line in one["help"])]
        if "accepted" in one:
            lines.append(f"skäl: {reason(one)}")
    return lines


def expected_test(rule, checked):
    """What JUnit should tell of a rule."""
    test = rule.split("/")[0], rule
    if rule not in {result["rule"] for result in checked["rules"]}:
        return *test, ("skipped", {}, [])
    found = [found for found in checked["findings"] if found["rule"] == rule]
    if not found:
        return test
    counted = [one for one in found if "accepted" not in one]
    accepted = [one for one in found if "accepted" in one]
    if found[0]["severity"] == "note" or not counted:
        return *test, ("system-out", {}, lines_of(checked, counted + accepted))
    told = {"type": counted[0]["severity"], "message": counted[0]["message"]}
    printed = [("system-out", {}, lines_of(checked, accepted))] if accepted else []
    return *test, ("failure", told, lines_of(checked, counted)), *printed


def check_junit(tally, what, text, report, rules):
    expected = {checked["file"]: [expected_test(rule, checked) for rule in rules]
                for checked in report["files"]}
    tally.equal(of_junit(tally, what, text), expected, f"{what}: JUnit's tests")


def check_plans(tally, vp, schema, what, rules, *arguments, cwd=ROOT):
    """All outputs of one check agree with its JSON."""
    text = {form: check(vp, form, "--lang", "sv", *arguments, cwd=cwd).stdout for form in FORMATS}
    report = json.loads(text["json"])
    tally.equal(of_sarif(tally, what, text["sarif"], schema), of_json(report),
                f"{what}: the results of the SARIF")
    check_github(tally, what, text["github"].decode(), report)
    check_junit(tally, what, text["junit"], report, rules)


def check_unreadable(tally, vp, schema):
    """A file that could not be used is told of, and the others too."""
    message = "expected a value after ':', found tru: text stands in quotes"
    line = [BROKEN, "nothing-here.json", SCAN]
    for form in FORMATS:
        tally.equal(check(vp, form, *line).returncode, 2, f"a broken file, as {form}")
    sarif = json.loads(check(vp, "sarif", *line).stdout)
    [invocation] = sarif["runs"][0]["invocations"]
    tally.equal(invocation["executionSuccessful"], False, "a broken file in SARIF")
    tally.equal([told["message"]["text"] for told in invocation["toolExecutionNotifications"]],
                [message, "No such file or directory"], "why it is broken, in SARIF")
    found = of_sarif(tally, "a broken file", json.dumps(sarif), schema)
    tally.equal([bool(found[name]) for name in line], [False, False, True], "the others, in SARIF")
    github = of_github(tally, "a broken file", check(vp, "github", *line).stdout.decode())
    tally.equal(github[:2], [
        ("error", {"file": BROKEN, "line": "3", "col": "25"}, message),
        ("error", {"file": "nothing-here.json"}, "No such file or directory")],
        "a broken file for GitHub")
    junit = of_junit(tally, "a broken file", check(vp, "junit", *line).stdout)
    tally.equal([junit[name] for name in line[:2]], [
        [("vp", "read", ("error", {"type": "error", "message": message},
                         [f"{BROKEN}:3:25: error: {message}"]))],
        [("vp", "read", ("error", {"type": "error", "message": "No such file or directory"},
                         ["nothing-here.json: error: No such file or directory"]))]],
        "a broken file in JUnit")


def check_names(tally, vp, schema, rules):
    """Any name of a file arrives."""
    for name in ("å ä ö.json", "a:b,c=d;e.json", "50 %.json", "%41.json", "a&<b>\"'.json", "#?.json"):
        if vp.is_windows and set(name) & set(':"<>?'):
            continue
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, name).write_bytes((ROOT / SCAN).read_bytes())
            check_plans(tally, vp, schema, name, rules, name, cwd=folder)


def check_output(tally, vp):
    """--output takes what would have been printed, and never the place of a plan."""
    for form in FORMATS:
        for line in ([SCAN], ["--fail-on", "note", PLANS[0]], [BROKEN]):
            printed = check(vp, form, *line)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "out")
                path.write_bytes(b"old")
                result = check(vp, form, "-o", path, *line)
                what = f"--format {form} --output with {line}"
                tally.equal(path.read_bytes(), printed.stdout, f"{what}: the file")
                tally.equal((result.stdout, result.returncode), (b"", printed.returncode),
                            f"{what}: nothing is printed, and the status is the same")
                tally.check(b": 1 fel, " in result.stderr or line != [SCAN], f"{what}: the summary",
                            result.stderr.decode())
                result = check(vp, form, "--output", path / "here", *line)
                tally.check(result.returncode == 2 and b"error: " in result.stderr,
                            f"{what}: a file that cannot be written is said")
    tally.equal(check(vp, "json", "-o", "-", SCAN).stdout, check(vp, "json", SCAN).stdout,
                "- is standard output")


def check_taken(tally, vp):
    with tempfile.TemporaryDirectory() as folder:
        first, second, link = (Path(folder, name) for name in ("first", "second", "link"))
        first.write_bytes((ROOT / SCAN).read_bytes())
        second.write_bytes((ROOT / BROKEN).read_bytes())
        link.symlink_to(second)
        for output in (first, second, link):
            result = check(vp, "sarif", "--output", output, first, second)
            tally.equal((result.returncode, result.stdout), (2, b""), "a plan is not written over")
            tally.check(b"is the plan itself" in result.stderr, "which is said", result.stderr)
        tally.equal((first.read_bytes(), second.read_bytes()),
                    ((ROOT / SCAN).read_bytes(), (ROOT / BROKEN).read_bytes()), "they are as before")
        result = check(vp, "json", "--select", "riks", "--output", Path(folder, "new"), first)
        tally.check(result.returncode == 2 and not Path(folder, "new").exists(),
                    "nothing is written when a rule's name is wrong", result.stderr)


def main():
    vp, tally = Command(sys.argv[1]), Tally()
    schema = schema_of_sarif()
    rules = [rule["rule"] for rule in
             json.loads(check(vp, "json", PLANS[0]).stdout)["files"][0]["rules"]]
    for plan in PLANS:
        check_plans(tally, vp, schema, str(plan), rules, plan)
    check_plans(tally, vp, schema, "all examples", rules, *EXAMPLES)
    check_plans(tally, vp, schema, "some rules", rules, "--select", "risk,budget/sum-impossible", SCAN)
    check_plans(tally, vp, schema, "accepted findings", rules, *ACCEPTED)
    check_plans(tally, vp, schema, "acceptances that have ended", rules, "--as-of", "2026-09-01",
                *ACCEPTED)
    check_unreadable(tally, vp, schema)
    check_names(tally, vp, schema, rules)
    check_output(tally, vp)
    check_taken(tally, vp)
    return tally.end()


sys.exit(main())
