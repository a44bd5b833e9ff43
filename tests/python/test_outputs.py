"""Reports written out, as the command writes them."""

import json
from xml.etree import ElementTree

import libvp
import pytest
from conftest import EXAMPLES, minimal

FORMATS = ("json", "sarif", "junit", "github")
SCAN = EXAMPLES / "bollebygd-socialnamnden-2026-scan.json"
PROGRAMME = EXAMPLES / "programme-risks-5x5.json"


def write(report, format):
    return getattr(report, f"to_{format}")()


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_is_written_as_the_command_writes_it(vp, format):
    assert write(libvp.load(SCAN).check(), format) == vp("check", "--format", format, SCAN)


@pytest.mark.parametrize("format", FORMATS)
def test_reports_are_written_as_the_command_writes_them(vp, format):
    reports = libvp.load_many([SCAN, PROGRAMME]).check()
    assert write(reports, format) == vp("check", "--format", format, SCAN, PROGRAMME)


def test_own_rules_are_in_every_format(scan):
    libvp.rule("sju/frame", severity="error", sv="så är det")(lambda plan: [plan.budget.frame])
    report = scan.check()
    for format in FORMATS:
        assert "sju/frame" in write(report, format) and "så är det" in write(report, format)
    [run] = json.loads(report.to_sarif())["runs"]
    result = next(each for each in run["results"] if each["ruleId"] == "sju/frame")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == scan.budget.frame.line


@pytest.fixture
def reports(tmp_path):
    """Of a plan, a file that is no plan, and one that is not there."""
    (tmp_path / "plan.json").write_text(json.dumps(minimal()))
    (tmp_path / "bråte.json").write_text('{\n "id" 5}')
    files = [tmp_path / name for name in ("plan.json", "bråte.json", "borta.json")]
    return libvp.load_many(files, errors="collect").check()


def test_files_that_could_not_be_read_are_told_of(reports):
    assert len(reports) == 1 and len(reports.unreadable) == 2
    _, broken, gone = json.loads(reports.to_json())["files"]
    assert broken["file"].endswith("bråte.json")
    assert (broken["error"]["line"], broken["error"]["column"]) == (2, 7)
    assert gone["error"] == {"message": "No such file or directory"}
    assert "line=2,col=7" in reports.to_github()
    suites = ElementTree.fromstring(reports.to_junit())
    assert [len(suite.findall(".//error")) for suite in suites] == [0, 1, 1]
    [run] = json.loads(reports.to_sarif())["runs"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2


def test_a_part_of_the_reports_has_only_its_plans(reports):
    assert len(json.loads(reports[:1].to_json())["files"]) == 1


def test_a_long_reason_is_cut_between_characters(scan):
    plans = libvp.Plans([scan], {"x.json": OSError(5, "å" * 300)})
    [_, wrong] = json.loads(plans.check().to_json())["files"]
    assert wrong["error"]["message"] == "å" * 127


def test_no_plans():
    for format in FORMATS:
        write(libvp.Plans([]).check(), format)
    assert json.loads(libvp.Plans([]).check().to_json())["files"] == []


def test_a_plan_without_a_file_has_a_name(scan):
    report = libvp.loads(scan.to_json()).check()
    assert json.loads(report.to_json())["files"][0]["file"] == "<plan>"
