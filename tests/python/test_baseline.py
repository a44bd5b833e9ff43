import json
import subprocess
import sys
from datetime import date

import libvp
import pytest
from conftest import EXAMPLES, SLIP

SCAN = EXAMPLES / "bollebygd-socialnamnden-2026-scan.json"


@pytest.fixture
def known(scan, tmp_path):
    """The file of a baseline that accepts all that is found in the scan's plan."""
    path = tmp_path / "vp.baseline.json"
    scan.check().write_baseline(path, "från före vp", until=date(2026, 6, 30))
    return path


def test_a_plan_says_what_it_accepts(accepting):
    [acceptance] = accepting.accepted
    assert (acceptance.rule, acceptance.reason) == ("budget/sum-impossible", SLIP)
    assert str(acceptance.until) == "2026"
    [finding] = accepting.check().accepted
    assert finding.acceptance == libvp.Accepted(SLIP, "2026", False, "/accepted/0", acceptance)


def test_accepted_findings_are_counted_apart(accepting):
    report = accepting.check()
    assert report.ok and not report.errors
    report.raise_for_errors()
    assert report.summary == {"error": 0, "warning": 2, "note": 2}
    assert len(report) == 5 and len(report.accepted) == 1
    assert [rule.rule for rule in report.rules if rule.accepted] == ["budget/sum-impossible"]
    assert repr(report).endswith("0 errors, 2 warnings, 2 notes, 1 accepted>")
    [finding] = report.accepted
    assert finding.severity == "error" and ": error (accepted): " in str(finding)


def test_frames_say_why_a_finding_is_accepted(accepting):
    pytest.importorskip("pandas")
    frame = accepting.check().to_frame()
    assert list(frame.rule[frame.accepted.notna()]) == ["budget/sum-impossible"]
    assert list(frame.accepted.dropna()) == [SLIP]


def test_a_baseline_accepts_what_was_found(scan, known):
    report = scan.check(baseline=known)
    assert report.ok and len(report.accepted) == len(report) == 5
    assert report.baseline.path == str(known)
    assert {finding.acceptance.reason for finding in report} == {"från före vp"}
    first = report[0].acceptance
    assert (first.until, first.in_baseline, first.path) == ("2026-06-30", True, "/accepted/0")
    assert first.element is None
    assert not scan.check(baseline=known, as_of="2026-07-01").ok
    assert not scan.check().ok


def test_a_baseline_is_read(scan, known):
    baseline = libvp.load_baseline(known)
    assert baseline.to_json() == known.read_text("utf-8")
    entries, found = baseline.accepted, scan.check().findings
    for entry, finding in zip(entries, found):
        assert (entry.plan, entry.rule) == ("bollebygd-sn-2026", finding.rule)
        assert entry.fingerprint == finding.fingerprint
        assert entry.text_fingerprint == finding.text_fingerprint
        assert (entry.path, entry.message) == (finding.path, finding.message)
    assert len(entries) == len(found)
    assert repr(baseline).endswith("5 accepted>")


def test_notebooks_show_accepted_findings_last_with_the_reason(accepting, known):
    page = accepting.check()._repr_html_()
    assert "2 varningar, 2 upplysningar, 1 godtagen<" in page
    assert f"skäl: {SLIP} (till och med 2026)<" in page
    assert page.index("fel (godtaget)") > page.rindex(">upplysning<")
    page = accepting.check(lang="en", baseline=known)._repr_html_()
    assert "error (accepted)" in page and "reason: från före vp (until 2026-06-30, in the" in page
    assert f"✓ {SLIP} (–2026)" in accepting.check().accepted[0]._repr_html_()
    assert "godtagna" in libvp.Plans([accepting]).check()._repr_html_()


@pytest.mark.parametrize(
    ("text", "place"), [("{", (1, 2)), ('{"format": "vp-plan/1"}', (1, 12)), ("", (1, 1))]
)
def test_what_is_no_baseline_is_an_error_with_its_place(scan, tmp_path, text, place):
    path = tmp_path / "wrong.json"
    path.write_text(text, "utf-8")
    with pytest.raises(libvp.BaselineError) as caught:
        scan.check(baseline=path)
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"{path}:")
    with pytest.raises(OSError):
        libvp.load_baseline(tmp_path / "none.json")


def test_the_command_writes_the_same_baseline(scan, tmp_path, vp):
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    written = scan.check().write_baseline(ours, "känt")
    vp("check", "--write-baseline", theirs, "--reason", "känt", SCAN)
    assert ours.read_text("utf-8") == theirs.read_text("utf-8") == written.to_json()
    assert vp("check", "--baseline", ours, SCAN) == libvp.load(SCAN).check(baseline=ours).to_text()


def test_writing_again_keeps_reasons_and_drops_what_is_gone(scan, known):
    data = scan.to_dict()
    del data["budget"]
    data["period"] = "2026-02-30"
    report = libvp.Plan.from_dict(data).check(baseline=known)
    with pytest.raises(libvp.ArgumentError, match="reason"):
        report.write_baseline(known)
    assert len(libvp.load_baseline(known).accepted) == 5
    entries = report.write_baseline(known, "nytt").accepted
    assert {entry.reason for entry in entries} == {"från före vp", "nytt"}
    assert "budget/sum-impossible" not in {entry.rule for entry in entries}


def test_a_baseline_is_not_overwritten_unread(scan, known):
    before = known.read_text("utf-8")
    for report in (scan.check(), libvp.Plans([scan]).check(), libvp.Plans([]).check()):
        with pytest.raises(FileExistsError) as caught:
            report.write_baseline(known, "nytt")
        assert caught.value.filename == str(known)
    assert known.read_text("utf-8") == before


def test_until_has_to_be_a_period(scan, tmp_path):
    with pytest.raises(libvp.ArgumentError, match="period"):
        scan.check().write_baseline(tmp_path / "b.json", "känt", until="snart")
    assert not (tmp_path / "b.json").exists()


def test_one_baseline_for_many_plans(tmp_path):
    path = tmp_path / "b.json"
    plans = libvp.load_many([SCAN, EXAMPLES / "programme-risks-5x5.json"])
    reports = plans.check()
    assert not reports.ok and not reports.accepted
    reports.write_baseline(path, "från före vp")
    again = plans.check(baseline=libvp.load_baseline(path), workers=2)
    assert again.ok and sum(again.summary.values()) == 0
    assert len(again.accepted) == sum(len(report) for report in reports)
    assert again[0].baseline is again[-1].baseline
    assert repr(again).endswith(f"0 notes, {len(again.accepted)} accepted>")
    other = plans[0].check(baseline=path)
    with pytest.raises(libvp.ArgumentError, match="another baseline"):
        libvp.Reports([again[1], other]).write_baseline(path)


def test_a_profile_can_be_checked_with_a_baseline(programme, tmp_path):
    path, own = tmp_path / "b.json", tmp_path / "profile.json"
    model = programme.to_dict()["risk_model"]
    model["bands"][1]["from"] = 2
    own.write_text(json.dumps({"format": "vp-profile/1", "id": "p", "risk_model": model}), "utf-8")
    profile = libvp.load_profile(own)
    assert len(profile.check(select="risk/band-overlap")) == 1
    profile.check().write_baseline(path, "känt")
    report = profile.check(baseline=path)
    assert {finding.rule for finding in report.accepted} >= {"risk/band-overlap"}
    assert sum(report.summary.values()) == 0


def test_the_report_outlives_its_baseline(scan, known):
    report = scan.check(baseline=libvp.load_baseline(known))
    report.baseline = None
    assert report[0].acceptance.reason == "från före vp"
    with pytest.raises(libvp.ArgumentError, match="another baseline"):
        report.write_baseline(known.with_name("other.json"), "nytt")


def test_python_m_libvp_takes_a_baseline(known, tmp_path):
    check = [sys.executable, "-m", "libvp", "check", str(SCAN), "--baseline"]
    done = subprocess.run([*check, str(known)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("skäl: från före vp") == 5
    for wrong in (SCAN, tmp_path / "none.json"):
        done = subprocess.run([*check, str(wrong)], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (2, "") and str(wrong) in done.stderr


@pytest.mark.parametrize("kind", ["profile", "baseline"])
def test_the_schemas_are_the_command_s(kind, vp):
    assert libvp.schema(kind) == vp("schema", kind)
    assert libvp.schema() == libvp.schema("plan") == vp("schema")
    with pytest.raises(libvp.ArgumentError, match="plan, profile, baseline"):
        libvp.schema("plans")
