"""Lifetimes: what is alive keeps alive what it needs, and nothing else does."""

import gc
import os
import weakref

import libvp
import pytest
from conftest import EXAMPLES, minimal

SCAN = EXAMPLES / "bollebygd-socialnamnden-2026-scan.json"


def test_objects_outlive_the_variable_of_their_plan():
    plan = libvp.load(SCAN)
    risk, amount, report = plan.risks["r7"], plan.budget.frame.opening.amount, plan.check()
    finding = report[2]
    del plan, report
    gc.collect()
    assert risk.title and str(amount) == "231,2"
    assert finding.element.rows[0].label == "Äldreomsorg"


def test_a_plan_goes_without_the_garbage_collector():
    gc.disable()
    try:
        plan = libvp.load(SCAN)
        plan.check(), plan.risks[0].title, repr(plan.goals)
        gone = weakref.ref(plan)
        del plan
        assert gone() is None
    finally:
        gc.enable()


def test_a_rule_that_keeps_its_report_is_collected():
    def cycle():
        reports = []
        plan = libvp.load(SCAN)
        rule = libvp.rule("sju/keeps", sv="k", register=False)(lambda plan: reports and None)
        reports.append(plan.check(rules=[rule]))
        return weakref.ref(plan)

    gone = cycle()
    gc.collect()
    assert gone() is None


def test_a_run_cannot_be_used_after_its_rule(monkeypatch):
    from libvp import _vp

    plan, runs = libvp.load(SCAN), []
    rules = _vp.rule_set_new()
    _vp.rule_set_add(rules, "sju/keep", "note", "t", "t", runs.append)
    _vp.check(plan._open, rules, None, None, "sv", None, (), ())
    with pytest.raises(TypeError):
        _vp.run_applied(runs[0])


def test_a_reconciliation_outlives_its_frame(budget):
    result = libvp.reconcile(budget.copy(), trusted="Summa")
    gc.collect()
    assert "111,4" in result.explain()


LEAVE = """
import sys, libvp
plan = libvp.load(sys.argv[1])
kept = [plan, plan.risks[0], plan.risks, plan.check(), plan.check().errors[0], iter(plan.elements())]
next(kept[-1])
from libvp import _vp
network = _vp.reconciliation_network(_vp.reconcile(plan._open))
kept += [network, _vp.localize(network), _vp.score(plan._open, None), _vp.track(plan._open, None)]
cycle = [kept]; cycle.append(cycle)
@libvp.rule("sju/x", sv="x")
def rule(plan):
    kept.append(plan)
    yield plan
kept.append(plan.check())
import builtins
builtins.kept = kept
"""


def test_the_interpreter_exits_with_live_objects_in_silence(run_python):
    assert run_python(LEAVE, SCAN) == ("", "")


def test_daemon_threads_may_be_left_behind(run_python):
    code = """
import sys, threading, libvp
plan = libvp.load(sys.argv[1])
libvp.rule("sju/x", sv="x")(lambda plan: [plan])
def work():
    while True: plan.check()
for _ in range(4): threading.Thread(target=work, daemon=True).start()
import time; time.sleep(0.1)
"""
    assert run_python(code, SCAN) == ("", "")


LOADS = """
import gc, sys, tracemalloc, libvp

text = open(sys.argv[1], "rb").read()
libvp.rule("sju/risk", sv="r")(lambda plan: [risk for risk in plan.risks])

def work(times):
    for _ in range(times):
        plan = libvp.loads(text)
        report = plan.check()
        report.to_json(), repr(report[0]), [finding.element for finding in report]
        plan.budget, plan.goals, plan.to_json()
        try:
            libvp.loads(text[:-20])
        except libvp.PlanSyntaxError:
            pass
    gc.collect()

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

work(1000)
before = resident()
work(9000)
print(resident() - before)
tracemalloc.start()
work(100)
before = tracemalloc.get_traced_memory()[0]
work(300)
print(tracemalloc.get_traced_memory()[0] - before)
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs Linux")
@pytest.mark.skipif("VP_SANITIZED" in os.environ, reason="a sanitizer keeps what was freed")
def test_ten_thousand_loads_and_checks_leave_nothing(run_python, tmp_path):
    plan = libvp.Plan.from_dict(
        minimal(
            risks=[{"id": "r", "title": "R", "consequence": 2, "likelihood": 2, "value": 5}],
            budget={
                "unit": "mnkr",
                "tables": [
                    {
                        "id": "t",
                        "columns": ["2026"],
                        "rows": [
                            {"id": "a", "label": "A", "values": ["1,5"]},
                            {"id": "b", "label": "B", "values": ["2,5"]},
                        ],
                        "total": ["40,0"],
                    }
                ],
            },
            risk_model={"score": "product"},
        )
    )
    plan.save(tmp_path / "plan.json")
    resident, traced = map(int, run_python(LOADS, tmp_path / "plan.json")[0].split())
    assert resident < 2_000_000
    assert traced < 20_000


EVERYTHING = """
import sys, libvp
from libvp import _vp

text = open(sys.argv[1], "rb").read()

def attempt(call, *given):
    try:
        call(*given)
    except Exception:
        pass

def work():
    plan = libvp.loads(text)
    libvp.rule("sju/risk", sv="{a} {b}")(
        lambda plan: [libvp.found(risk, values={"a": 1, "b": "x"}) for risk in plan.risks])
    report = plan.check()
    report.to_json(), report.to_sarif(), report.to_junit(), report.to_github()
    files = (*report._files(), ("x", None, "\N{BULLET}" * 200, 1, 2))
    _vp.report_write_json(files), attempt(_vp.report_write_json, (*files, ("x", 3, "", 1, 2)))
    report.to_text(), report.findings, report.rules, report._repr_html_()
    baseline = _vp.baseline_update(None, (report._handle,), "x", "2026")
    again = plan.check(baseline=libvp.Baseline(_vp.baseline_read(_vp.baseline_write(baseline).encode()), None))
    again.findings, again.accepted, again.rules, again._repr_html_(), again.to_text(), again.columns()
    attempt(_vp.baseline_read, b"{}"), attempt(_vp.baseline_read, text)
    for given in ((), None, (1,), (again._handle,), (report._handle, again._handle), (again._handle, 1)):
        for old in (None, again.baseline._handle):
            for reason, until in (("x", None), (None, "2026"), ("x", "soon"), ("\\ud800", "2026")):
                attempt(_vp.baseline_update, old, given, reason, until)
    libvp.schema(), libvp.schema("profile"), libvp.schema("baseline")
    network = _vp.reconciliation_network(_vp.reconcile(plan._open))
    for count, get, handle in (
        (_vp.network_cell_count, _vp.network_cell, network),
        (_vp.network_relation_count, _vp.network_relation, network),
        (_vp.localization_fault_count, _vp.localization_fault, _vp.localize(network)),
        (_vp.localization_gap_count, _vp.localization_gap, _vp.localize(network)),
        (_vp.scoring_count, _vp.scoring_risk, _vp.score(plan._open, None)),
        (_vp.tracking_count, _vp.tracking_indicator, _vp.track(plan._open, None)),
    ):
        [get(handle, i) for i in range(count(handle))]
        attempt(get, handle, 10**6)
    grid = ((b"1", None, b"4", b"2"), 2, "kr", "exact", (("column", True, ((0, 1),), 1),), (0,), (1,))
    own = _vp.network_new(*grid)
    _vp.network_judgements(own), _vp.localize(own), _vp.are_numbers(grid[0])
    _vp.slip_text("sign", "sv"), _vp.number_format("1.5", "kr", "sv", True)
    for at in range(len(grid)):
        for junk in (None, "x", (b"x", 1), (("column", True, ((0, 1), 2), 1),), ((),), (9,)):
            attempt(_vp.network_new, *grid[:at], junk, *grid[at + 1:])
    for kind, values in (("f64", (1.5, None)), ("string", ("x", "y", 3)), ("i32", (2, 2**40))):
        entry = ("f", f"{kind}({kind})", lambda value: value, 0)
        attempt(_vp.functions_new, (entry, entry))
        attempt(_vp.functions_new, (entry, ("g", "f64", abs, 0), 3))
        for value in values:
            attempt(_vp.function_call, _vp.functions_new((entry,)), "f", (value,))
    for function in (lambda a, b: a * b, lambda a, b: 1 / 0):
        own = libvp.Functions()
        own.register("severity", function, "f64(f64,f64)")
        other = libvp.Plan.from_dict({**plan.to_dict(), "risk_model": {
            "score": "function", "function": "severity"}}).with_functions(own)
        attempt(other.check)
        attempt(lambda: _vp.scoring_score(_vp.score(other._open, own._handle), "1", "2"))
    profile = _vp.profile_read(b'{"format": "vp-profile/1", "id": "a", "extends": "b"}')
    other = _vp.profile_read(_vp.profile_text("4x4").encode())
    for given in ((profile, 3), (profile, profile), (profile, other), (profile, other)):
        attempt(_vp.profile_extend, *given)
    held = _vp.plan_read(text)
    for given in (3, profile, other):
        attempt(_vp.plan_use_profile, held, given)
    attempt(_vp.profile_read, b"{}"), attempt(libvp.load_profile, "no such file")
    libvp.load_profile("4x4").check().rules, libvp.loads(text, profile="5x5").check().findings
    for element in plan.elements():
        [field.read(element) for field in element.fields.values()]
    libvp.rule("sju/risk", sv="r")(lambda plan: 1 / 0)
    for call, *given in (
        (plan.check,), (libvp.loads, text[:-20]), (plan.check, "x"), (plan.find, 3),
        (plan.check, None, None, "x"), (plan.check, None, None, None, "x"),
        (libvp.rule("x", sv="x"), work), (libvp.explain, "x"),
    ):
        attempt(call, *given)

for _ in range(int(sys.argv[2])):
    work()
"""


@pytest.mark.skipif("libasan" not in os.environ.get("LD_PRELOAD", ""), reason="needs ASan")
def test_a_leak_sanitizer_finds_no_more_than_python_s_own(run_python):
    asan = {"ASAN_OPTIONS": "detect_leaks=1:exitcode=0"}
    (_, nothing), (_, everything) = (
        run_python(EVERYTHING, SCAN, times, **asan) for times in (0, 9)
    )
    summary = [text.splitlines()[-1:] for text in (nothing, everything)]
    assert summary[0] == summary[1], everything
