import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import libvp
import pytest
from conftest import minimal

THREADS = 8


def in_threads(work):
    with ThreadPoolExecutor(THREADS) as pool:
        return [future.result() for future in [pool.submit(work, i) for i in range(4 * THREADS)]]


def test_threads_check_one_plan_at_once_with_a_shared_rule(scan):
    together = threading.Barrier(THREADS, timeout=60)

    @libvp.rule("sju/shared", sv="{n}")
    def rule(plan):
        together.wait()  # all are within a check now
        for goal in plan.goals:
            yield libvp.found(goal, values={"n": goal.title})

    expected = len(scan.check(rules=[])) + 6
    reports = in_threads(lambda i: scan.check())
    assert {len(report) for report in reports} == {expected}
    assert len({report.to_json() for report in reports}) == 1


def test_an_exception_stays_in_its_thread(scan):
    @libvp.rule("sju/odd", sv="o")
    def rule(plan, as_of):
        if as_of.day % 2:
            raise ValueError(as_of.day)

    def work(i):
        day = i % 28 + 1
        try:
            return len(scan.check(as_of=f"2026-01-{day:02}")), day
        except ValueError as error:
            return error.args[0], day

    for got, day in in_threads(work):
        assert got == (day if day % 2 else 5)


def test_closing_while_others_check(scan):
    for _ in range(20):
        plan = libvp.load(scan.path)

        def work(i):
            if i == THREADS:
                plan.close()
            try:
                return len(plan.check().to_text()) + len(plan.risks[0].title)
            except libvp.PlanClosedError:
                return None

        assert len(set(in_threads(work)) - {None}) <= 1


BIG = minimal(
    language="sv",
    indicators=[
        {
            "id": f"i{i}",
            "name": "I",
            "observations": [{"period": str(1900 + y), "value": y} for y in range(20)],
        }
        for i in range(10000)
    ],
)


@pytest.mark.parametrize("call", ["load", "check", "write", "report"])
def test_other_threads_run_during_long_calls(call):
    """A waiting thread only gets to run within the call, since Python does not switch by itself."""
    text = libvp.Plan.from_dict(BIG).to_json().encode()
    plan = libvp.loads(text)
    rule = libvp.rule("sju/many", sv="m", register=False)(lambda plan: plan.indicators)
    report = plan.check(rules=[rule])
    work = {
        "load": lambda: libvp._vp.plan_read(text),
        "check": lambda: libvp._vp.check(plan._open, None, None, None, "sv", None, (), ()),
        "write": lambda: libvp._vp.plan_write(plan._open),
        "report": lambda: libvp._vp.report_write_json(report._files()),
    }[call]
    gate, ran = threading.Lock(), []
    gate.acquire()
    thread = threading.Thread(target=lambda: gate.acquire() and ran.append(True))
    thread.start()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        gate.release()
        work()
        ran_meanwhile = bool(ran)
    finally:
        sys.setswitchinterval(interval)
    thread.join()
    assert ran_meanwhile
