"""The report for the board, read as a browser would."""

import re
import sys
from decimal import Decimal
from html.parser import HTMLParser

import libvp
import pytest
from conftest import EXAMPLES, PLANS, SLIP, minimal

pytest.importorskip("jinja2")
pytest.importorskip("matplotlib")

SCAN = EXAMPLES / "bollebygd-socialnamnden-2026-scan.json"
PROGRAMME = EXAMPLES / "programme-risks-5x5.json"
MOBILITY = EXAMPLES / "bollebygd-mobilitetsplan.json"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{ 'ab' * 4 }}"
#: What a plan may say as it likes.
FREE = (
    "action board comment decision_basis description document label method municipality name note "
    "owner responsible section target_picture text title what"
).split()
EMPTY_TAGS = ("meta", "br", "link", "img")


class Page(HTMLParser):
    """Every element's tag and attributes, all text, and the tables as rows of cells."""

    def __init__(self, html):
        super().__init__()
        self.html = html
        self.elements, self.tables, self.headings, self.open = [], {}, [], []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        if tag == "table":
            self.rows, self.caption = [], ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append([int(tag[1]), ""])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "table":
            self.tables.setdefault(self.caption.strip(), self.rows)

    def handle_data(self, data):
        if "style" in self.open:
            return
        self.text += data
        if "caption" in self.open:
            self.caption += data
        elif {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            self.headings[-1][1] += data

    def all(self, key):
        return [attributes[key] for _, attributes in self.elements if key in attributes]

    def table(self, start):
        [rows] = [rows for caption, rows in self.tables.items() if caption.startswith(start)]
        return [[" ".join(cell.split()) for cell in row] for row in rows]


@pytest.fixture
def write(tmp_path):
    """Writes a report, without pictures unless they are asked for, and reads it."""

    def write(plans, pictures=False, **options):
        path = tmp_path / "report.html"
        write.checks = libvp.report(plans, path, pictures=pictures, **options)
        return Page(path.read_text(encoding="utf-8"))

    return write


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_finding_is_told(path, lang, write):
    page = write(libvp.load(path), lang=lang)
    [report] = write.checks
    for finding in report:
        for text in (finding.message, *finding.notes, *finding.help):
            assert text[1:] in page.text
        assert finding.path in page.text and finding.rule in page.text
    assert len([tag for tag, given in page.elements if "finding" in given.get("class", "")]) >= len(
        report
    )


def test_numbers_are_the_engine_s(scan, write):
    page = write(scan)
    table = page.table("Internbudget")
    assert table[0] == ["Post", "Budget 2026", "Budget 2025"]
    assert table[1] == ["Äldreomsorg", "110,6", "11,4troligen 111,4, anm. 1"]
    assert table[-2] == ["Summa", "231,2", "231,2anm. 1"]
    assert table[-1] == ["Utslag", "✓ stämmer", "✗ stämmer inteberäknat 131,2, skillnad −100,0"]
    frame = page.table("Budgetram")
    assert ["Förändringsuppdrag", "−2,3", "228,9"] in frame
    assert frame[-1][1].startswith("≈ ryms i avrundningenberäknat 231,3, skillnad +0,1")
    ranked = page.table("Riskerna efter riskvärde")
    assert [row[0] for row in ranked[1:]] == ["1", "1", "1", "4", "4", "4", "7"]
    assert ranked[3][1:] == ["r9 Handläggningsrutiner", "3", "3", "9", "k4"]
    outcomes = {row[0].split()[-1]: row[1:] for row in page.table("Utfall, mål och läge")}
    assert outcomes["hme"] == ["77", "80", "+3", "81", "▲ bättre"]
    assert outcomes["2"][:3] == ["23", "50*", "+27"]  # marked by finding 2
    assert "* utfallet täcker inte hela perioden" in page.text
    assert "Risker utan riskvärde (10)" in page.text


def test_what_was_checked_is_what_ran(scan, write):
    page = write(scan)
    [report] = write.checks
    rows = page.table("Vad reglerna prövade")[1:]
    for column, name in ((3, "applied"), (4, "not_applicable"), (5, "failed")):
        total = sum(getattr(rule, name) for rule in report.rules)
        assert sum(int(row[column].replace("\xa0", "")) for row in rows) == total
    assert sum(int(row[1]) for row in rows) == len(report.rules)


@pytest.mark.parametrize(
    "counts, said",
    [
        ((1, 2, 2), "Planen håller inte ihop."),
        ((0, 2, 2), "Planen håller ihop, men det finns sådant att se över."),
    ],
)
def test_the_summary_says_whether_the_plan_holds(counts, said, write):
    name = "scan" if counts[0] else "2026"
    page = write(libvp.load(next(EXAMPLES.glob(f"bollebygd-socialnamnden*{name}.json"))))
    assert said in page.text
    assert (
        f"{counts[0]}\xa0fel, {counts[1]}\xa0varningar och {counts[2]}\xa0upplysningar" in page.text
    )


def test_accepted_findings_stand_apart_with_their_reasons(accepting, write):
    page = write(accepting)
    assert "Då är det som är godtaget frånräknat." in page.text
    assert "0\xa0fel, 2\xa0varningar och 2\xa0upplysningar, utöver 1\xa0godtagen" in page.text
    assert [level for level, text in page.headings if text == "1\xa0godtagen"]
    assert "Fel, godtaget 5" in page.text and f"{SLIP[1:]} (till och med 2026)" in page.text
    marked = [given["class"] for _, given in page.elements if "class" in given]
    assert any(name.startswith("mark accepted") for name in marked)
    budget = next(row for row in page.table("Vad reglerna prövade") if row[0] == "Budget")
    assert budget[-1] == "1"
    page = write(accepting, ignore="indicator,risk,budget/sum-rounding", lang="en")
    assert "The plan holds together. What is accepted is not counted." in page.text
    assert "0 findings." in page.text
    page = write([accepting, accepting])
    assert "Ja, men se över1\xa0godtagen" in page.text


def test_a_baseline_can_be_given(scan, write, tmp_path):
    path = tmp_path / "b.json"
    scan.check().write_baseline(path, "från före vp")
    page = write(scan, baseline=path)
    assert write.checks[0].ok and page.text.count("Från före vp (i baslinjen)") == 5


def test_no_findings_is_said_with_what_was_checked(programme, write):
    page = write(programme)
    assert "Planen håller ihop." in page.text
    assert re.search(r"0 anmärkningar\. \d+\sregler prövades på \d+\sställen\.", page.text)


def test_a_plan_with_nothing_in_it(write):
    page = write(libvp.Plan.from_dict(minimal()), pictures=True)
    for text in (
        "Planen har inga uppgifter som kan prövas mot varandra.",
        "Planen har ingen budget.",
        "Planen har inga risker.",
        "Planen har inga indikatorer.",
    ):
        assert text in page.text
    assert "håller ihop" not in page.text
    assert not [tag for tag, _ in page.elements if tag == "svg"]


@pytest.mark.parametrize(
    "figures, said",
    [
        (["1,0", "2,0", "3,0"], "✓ stämmer"),
        (["1,0", "2,0", "3,1"], "≈ ryms i avrundningen"),
        (["1,0", "2,0", "9,0"], "✗ stämmer inte"),
        ([None, "2,0", "3,0"], "– kan inte prövasbör vara 1,0 mnkr"),
        (["1 tkr", "2 %", "3,0"], "≠ olika enheter"),
    ],
)
def test_every_verdict_has_a_symbol_and_words(figures, said, write):
    a, b, total = figures
    rows = [{"id": "a", "label": "A", "values": [a]}, {"id": "b", "label": "B", "values": [b]}]
    table = {"id": "t", "columns": ["2026"], "rows": rows, "total": [total]}
    budget = {"unit": "mnkr", "decimals": 1, "tables": [table]}
    page = write(libvp.Plan.from_dict(minimal(budget=budget)))
    assert page.table("t")[-1][1].startswith(said)


def test_subtotals_and_sums_of_columns_have_their_verdicts(write):
    rows = [
        {"id": "a", "label": "A", "values": [1, 2, 3]},
        {"id": "b", "label": "B", "values": [1, 2, 9]},
        {"id": "c", "label": "C", "values": [2, 4, 6], "sum_of": ["a", "b"]},
    ]
    columns = ["x", "y", {"id": "z", "sum_of": ["x", "y"]}]
    budget = {"unit": "tkr", "tables": [{"id": "t", "columns": columns, "rows": rows}]}
    page = write(libvp.Plan.from_dict(minimal(budget=budget)))
    table = page.table("t")
    assert table[1][3] == "3✓ stämmer"
    assert table[2][3].startswith("9✗ stämmer inteberäknat 3, skillnad −6")
    assert table[3][1] == "2✓ stämmer"
    assert table[3][3].startswith("6✗ stämmer inteberäknat 12, skillnad +6✓ stämmer")


def test_a_table_too_wide_for_a_page_is_shown_in_parts(write):
    rows = [{"id": "a", "label": "A", "values": list(range(100, 114))}]
    columns = [f"m{month}" for month in range(14)]
    budget = {"tables": [{"id": "t", "columns": columns, "rows": rows, "total": [7] * 14}]}
    page = write(libvp.Plan.from_dict(minimal(budget=budget)))
    parts = [page.table(f"t, kolumnerna {part} av 14") for part in ("1–6", "7–12", "13–14")]
    assert [part[0][0] for part in parts] == ["Post"] * 3
    assert sum((part[0][1:] for part in parts), []) == columns
    assert [figure[:3] for part in parts for figure in part[1][1:]] == list(
        map(str, range(100, 114))
    )
    assert all(verdict.startswith("✗") for part in parts for verdict in part[3][1:])


def test_ties_are_named_or_spelled_out(write):
    frame = {"opening": {"amount": 4}, "changes": [], "closing": {"amount": 5}}
    rows = [{"id": "a", "label": "A", "values": [2]}, {"id": "b", "label": "B", "values": [3]}]
    tables = [{"id": "t", "columns": ["x"], "rows": rows}]
    ties = [
        {"label": "Ramen räcker", "sum": ["t.a.x", "t.b.x"], "equal": ["frame.closing"]},
        {"sum": ["t.b.x", "-t.a.x"], "equal": ["frame.closing"]},
    ]
    budget = {"frame": frame, "tables": tables, "ties": ties}
    page = write(libvp.Plan.from_dict(minimal(budget=budget)))
    named, spelled = page.table("Samband")[1:]
    assert named == ["Ramen räcker", "5", "5", "0", "✓ stämmer"]
    assert spelled == ["t.b.x − t.a.x = frame.closing", "1", "5", "−4", "✗ stämmer inte"]


def evil(value, key=""):
    if isinstance(value, dict):
        return {name: evil(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [evil(part, key) for part in value]
    return value + EVIL if isinstance(value, str) and key in FREE else value


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_what_the_plan_says_stays_text(path, write):
    plan = libvp.Plan.from_dict(evil(libvp.load(path).to_dict()), path=f"{EVIL}.json")
    page = write(plan, title=f"</title></style>{EVIL}", pictures=path == SCAN)
    assert {tag for tag, _ in page.elements} & {"script", "img", "iframe", "object"} == set()
    assert not [key for _, given in page.elements for key in given if key.startswith("on")]
    assert len([tag for tag, _ in page.elements if tag == "style"]) == 1
    assert plan.title in page.text and "abababab" not in page.text
    for risk in plan.risks:
        assert risk.title in page.text
    for indicator in plan.indicators:
        assert indicator.name in page.text


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_it_needs_nothing_beside_it(lang, write):
    page = write(
        [libvp.load(path) for path in (SCAN, PROGRAMME, MOBILITY)], lang=lang, pictures=True
    )
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for address in page.all("href"):
        assert address.startswith("#") and address[1:] in ids
    assert not page.all("src")
    assert not {"link", "script", "base"} & {tag for tag, _ in page.elements}
    assert not re.search(r"https?:|@import|data:", page.html)
    for address in re.findall(r"url\(([^)]*)\)", page.html):
        assert address.startswith("#") and address[1:] in ids


def test_it_can_be_read_by_all(write):
    page = write([libvp.load(SCAN), libvp.load(PROGRAMME)], pictures=True)
    assert ("html", {"lang": "sv"}) in page.elements
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    assert all(text.strip() for _, text in page.headings)
    assert all(caption for caption in page.tables)
    for tag, given in page.elements:
        if tag == "th":
            assert given["scope"] in ("col", "row")
        if given.get("role") in ("img", "region"):
            assert given["aria-label"] and given["tabindex"] == "0"
    pictures = [given for _, given in page.elements if given.get("role") == "img"]
    assert len(pictures) == len([tag for tag, _ in page.elements if tag == "svg"]) == 5


def test_its_colours_can_be_read(write):
    html = write(libvp.Plan.from_dict(minimal())).html
    colours = dict(re.findall(r"--(\w+): #(\w{6});", html))
    for name in ("ink", "soft", "accent", "error", "warning", "note", "good"):
        assert contrast(colours[name]) >= 4.5


def contrast(colour):
    """Against white, as WCAG 2 has it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_several_plans_begin_with_a_comparison(write):
    plans = [libvp.load(path) for path in (SCAN, PROGRAMME, MOBILITY)]
    page = write(plans, title="Nämndens planer")
    assert page.headings[0] == [1, "Nämndens planer"]
    assert [text for level, text in page.headings if level == 2][1:] == [p.title for p in plans]
    rows = page.table("3\xa0planer")[1:]
    assert [row[2] for row in rows] == ["Nej", "Ja", "Ja, men se över"]
    for row, check in zip(rows, write.checks):
        assert [int(count) for count in row[3:6]] == list(check.summary.values())
    assert [row[6] for row in rows] == ["231,2 mnkr", "–", "–"]
    assert [row[7:] for row in rows] == [
        ["17", "9", "0 av 11"],
        ["6", "16", "–"],
        ["–", "–", "0 av 8"],
    ]


def test_every_example_of_a_rule_can_be_reported(write):
    """All forms that a plan can take, in both languages."""
    for lang in ("sv", "en"):
        page = write((libvp.load(path) for path in PLANS), lang=lang)
        assert len(page.table(f"{len(PLANS)}\xa0plan")) == len(PLANS) + 1
        for check in write.checks:
            assert all(finding.message[1:] in page.text for finding in check)


def test_the_check_s_options(scan, write):
    assert "Ingen dag angavs" in write(scan).text
    page = write(
        scan, as_of="2026-01-31", select="budget", ignore="budget/sum-rounding", pictures=False
    )
    [report] = write.checks
    assert [finding.rule for finding in report] == ["budget/sum-impossible"]
    assert "2026-01-31" in page.text and "Ingen dag angavs" not in page.text
    assert "valdes bort och kördes inte" in page.text

    @libvp.rule("own/title", severity="note", sv="rubriken är <b>lång</b>")
    def long_title(plan):
        yield plan

    page = write(scan)
    assert "Rubriken är <b>lång</b>" in page.text and "own (egna regler)" in page.text


def test_the_languages_are_those_of_libvp(scan, write):
    page = write(scan, lang="en")
    assert ("html", {"lang": "en"}) in page.elements
    assert "The plan does not hold together." in page.text and "231.2\xa0mnkr" in page.text
    with pytest.raises(ValueError, match="languages"):
        write(scan, lang="fi")


def test_it_is_about_a_plan(write):
    with pytest.raises(ValueError, match="no plan"):
        write([])


def test_it_is_the_same_every_time(tmp_path, run_python):
    code = "import libvp, sys; libvp.report(libvp.load(sys.argv[1]), sys.argv[2])"
    paths = [tmp_path / f"{seed}.html" for seed in (1, 2)]
    for seed, path in enumerate(paths, 1):
        run_python(code, SCAN, path, PYTHONHASHSEED=str(seed))
    first, second = (path.read_bytes() for path in paths)
    assert first == second and b"\r" not in first


@pytest.mark.parametrize("module", ["jinja2", "matplotlib"])
def test_what_is_not_installed_is_said(module, scan, write, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"{module}.*pip install libvp\[report\]"):
        write(scan, pictures=True)


def test_without_pictures(scan, write, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert not [tag for tag, _ in write(scan).elements if tag == "svg"]


# The command line.


def test_the_command_writes_the_same_report(tmp_path, write):
    path = tmp_path / "from-command.html"
    page = write(libvp.load(SCAN), lang="en", as_of="2026-01-31", title="T")
    options = ["--lang", "en", "--as-of", "2026-01-31", "--title", "T", "--no-pictures"]
    assert main("report", str(SCAN), "-o", str(path), *options) == 1
    assert path.read_text(encoding="utf-8") == page.html


def test_the_status_is_the_command_s(tmp_path, capsys):
    target = tmp_path / "report.html"
    assert main("report", str(PROGRAMME), str(MOBILITY), "--no-pictures", "-o", str(target)) == 0
    assert main("check", str(PROGRAMME)) == 0
    capsys.readouterr()
    assert main("check", str(SCAN), str(PROGRAMME)) == 1
    assert capsys.readouterr().out == libvp.load(SCAN).check().to_text()


def test_what_cannot_be_used_is_said(tmp_path, capsys):
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "vp-plan/1",}')
    target = tmp_path / "report.html"
    for arguments in (
        [str(tmp_path / "none.json"), "-o", str(target)],
        [str(PROGRAMME), str(bad), "-o", str(target)],
        [str(PROGRAMME), "-o", str(target), "--select", "nothing"],
        [str(PROGRAMME), "-o", str(tmp_path / "none" / "report.html"), "--no-pictures"],
    ):
        assert main("report", *arguments) == 2
        error = capsys.readouterr().err
        assert error.startswith("libvp: ") and error.count("\n") == 1
    assert not target.exists()
    for arguments in ([], ["-o", str(target), "--as-of", "someday"]):
        with pytest.raises(SystemExit) as stopped:
            main("report", str(PROGRAMME), *arguments)
        assert stopped.value.code == 2


def main(*arguments):
    from libvp.__main__ import main

    return main(list(arguments))
