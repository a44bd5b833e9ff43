"""Functions of one's own, which a plan's risk model and targets name."""

import ctypes
import gc
import threading
import traceback
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Optional

import libvp
import pytest
from conftest import hypot, minimal
from libvp import engines

LEVELS = [{"value": i, "name": f"Nivå {i}"} for i in range(1, 5)]
MODEL = {
    "score": "function",
    "function": "severity",
    "scales": {"consequence": {"levels": LEVELS}, "likelihood": {"levels": LEVELS}},
}


@pytest.fixture
def plan():
    """A plan whose risk is 3 and 4 and states 5."""
    risk = {"id": "r", "title": "R", "consequence": 3, "likelihood": 4, "value": 5}
    return libvp.Plan.from_dict(minimal(risk_model=MODEL, risks=[risk]))


def severity(consequence: float, likelihood: float) -> float:
    return consequence * consequence * likelihood


def computed(plan):
    scoring = libvp._vp.score(plan._open, plan.functions._handle)
    return libvp._vp.scoring_risk(scoring, 0)["computed"]


def messages(report):
    return [finding.message for finding in report]


# What it is for


def test_a_risk_model_computes_with_a_function_of_python(plan):
    libvp.register_function("severity", severity)
    [finding] = plan.check(select="risk/value-mismatch")
    assert (
        finding.message == "risken ”R” har riskvärdet 5 men konsekvens 3 och sannolikhet 4 ger 36"
    )
    assert computed(plan) == 36


def test_a_risk_model_computes_with_a_pointer_of_ctypes(plan):
    libvp.register_function("severity", hypot())
    assert not messages(plan.check(select="risk/value-mismatch"))
    assert computed(plan) == 5


def test_a_function_that_nobody_registered_is_a_finding(plan):
    report = plan.check(select="risk/unknown-function")
    assert "”severity”, som programmet inte känner till" in messages(report)[0]
    libvp.register_function("severity", severity)
    assert not messages(plan.check(select="risk/unknown-function"))
    libvp.unregister_function("severity")
    assert messages(plan.check(select="risk/unknown-function"))


def test_a_function_of_a_near_name_is_named(plan):
    libvp.register_function("Severity", severity)
    [finding] = plan.check(select="risk/unknown-function")
    assert "”Severity”" in str(finding.notes + finding.help)


def test_a_function_that_cannot_score_is_a_finding(plan):
    libvp.register_function("severity", lambda text: 0, "i32(string)")
    [finding] = plan.check(select="risk/unknown-function")
    assert "i32(string) och kan inte räkna ut ett riskvärde" in finding.message


def test_no_value_is_a_finding(plan):
    def unsure(consequence: float, likelihood: float) -> Optional[float]:
        return None

    libvp.register_function("severity", unsure)
    assert computed(plan) is None or computed(plan) != computed(plan)
    plan = libvp.loads(plan.to_json().replace('"value": 5', '"value": null'))
    [finding] = plan.check(select="risk/unscored")
    assert finding.message.startswith("funktionen ”severity” ger inget riskvärde")


def test_the_matrix_and_the_board_report_compute_with_it(plan, tmp_path):
    pytest.importorskip("matplotlib").use("Agg")
    pytest.importorskip("jinja2")
    from libvp import plot

    libvp.register_function("severity", severity)
    shown = {text.get_text() for text in plot.risk_matrix(plan).texts}
    assert {"1", "36", "64"} <= shown
    libvp.report(plan, tmp_path / "rapport.html", pictures=False)
    assert "Högst riskvärde (36)" in (tmp_path / "rapport.html").read_text("utf-8")


def test_a_frame_of_risks_computes_with_it(plan):
    pytest.importorskip("pandas")
    libvp.register_function("severity", severity)
    assert plan.risks.to_frame()["computed"][0] == 36
    own = libvp.Functions()
    assert plan.with_functions(own).risks.to_frame()["computed"].isna().all()


@pytest.fixture
def judged():
    """A plan whose target a function judges."""
    indicator = {
        "id": "i",
        "name": "I",
        "observations": [{"period": "2026", "value": 80}],
        "target": {"period": "2026", "function": "good"},
    }
    return libvp.Plan.from_dict(minimal(indicators=[indicator]))


def good(value: float) -> bool:
    return value >= 80


def test_a_target_is_judged_by_it(judged):
    own, strict = libvp.Functions(), libvp.Functions()
    own.register("good", good)
    strict.register("good", lambda value: value > 80, "bool(f64)")
    statuses = [
        engines.tracks(judged.with_functions(each))[0].status
        for each in (own, strict, libvp.Functions())
    ]
    assert statuses == ["met", "not_met", "not_yet_measurable"]
    assert judged.indicators[0].target.function == "good"
    assert "function='good'" in repr(judged.indicators[0].target)
    [finding] = judged.check(select="indicator/unknown-function")
    assert "ska prövas av funktionen ”good”" in finding.message
    assert len(judged.check(select="indicator/unknown-function", functions=own)) == 0


def test_a_frame_of_indicators_is_judged_by_it(judged):
    pytest.importorskip("pandas")
    libvp.register_function("good", good)
    assert judged.indicators.to_frame()["status"][0] == "met"


def test_what_it_raises_of_a_target_reaches_the_caller(judged):
    def worn(value: float) -> bool:
        raise RuntimeError("worn")

    libvp.register_function("good", worn)
    with pytest.raises(RuntimeError, match="worn"):
        judged.indicators.columns()


def test_the_pictures_and_the_board_report_say_which_function_judges(judged, tmp_path):
    pytest.importorskip("matplotlib").use("Agg")
    pytest.importorskip("jinja2")
    from libvp import plot

    from pictures import texts

    libvp.register_function("good", good)
    shown = " ".join(texts(plot.indicators(judged)[0, 0]))
    assert "Mål 2026: enligt funktionen good" in shown
    libvp.report(judged, tmp_path / "rapport.html", pictures=False)
    page = (tmp_path / "rapport.html").read_text("utf-8")
    assert "enligt funktionen good" in page.lower() and "uppnått" in page.lower()


def test_many_plans(plan):
    plans = libvp.Plans([plan, plan])
    libvp.register_function("severity", severity)
    assert plans.check(select="risk/value-mismatch").summary["error"] == 2
    own = libvp.Functions()
    assert plans.check(select="risk/unknown-function", functions=own).summary["error"] == 2


# Sets of functions


def test_a_set_takes_the_place_of_what_is_registered(plan):
    libvp.register_function("severity", severity)
    own = libvp.Functions()
    own.register("severity", lambda consequence, likelihood: 1, "i32(i64,i64)")
    assert "ger 1" in messages(plan.check(select="risk/value-mismatch", functions=own))[0]
    assert computed(plan.with_functions(own)) == 1
    assert computed(plan) == 36
    assert messages(plan.check(functions=libvp.Functions(), select="risk/unknown-function"))


def test_a_plan_with_functions_is_the_same_plan(plan):
    own = libvp.Functions()
    other = plan.with_functions(own)
    assert other == plan and other.risks["r"] == plan.risks["r"]
    assert other.functions is own
    libvp.rule("sju/of-the-first", sv="x")(lambda _: plan.risks)
    assert len(other.check(select="sju")) == len(plan.check(select="sju", functions=own)) == 1


def test_own_rules_can_call_them(plan):
    libvp.register_function("severity", hypot())

    @libvp.rule("sju/length", sv="{length}")
    def rule(plan):
        yield libvp.found(plan, values={"length": plan.functions["severity"](6, 8)})

    assert messages(plan.check(select="sju")) == ["10,0"]


def test_a_set_is_a_mapping():
    own = libvp.Functions()
    made = own.register("severity", severity)
    assert dict(own) == {"severity": made} and own["severity"] is made
    assert (made.name, made.signature, made.function) == ("severity", "f64(f64,f64)", severity)
    assert repr(own) == "<Functions: severity>"
    with pytest.raises(KeyError, match="did you mean 'severity'"):
        own["severty"]
    own.unregister("severity")
    assert len(own) == 0
    with pytest.raises(libvp.UnknownIdError):
        own.unregister("severity")


def test_a_name_that_is_taken_is_an_error(plan):
    libvp.register_function("severity", severity)
    with pytest.raises(libvp.ArgumentError, match="'severity' already"):
        libvp.register_function("severity", lambda: 0.0, "f64()")
    assert computed(plan) == 36


@pytest.mark.parametrize("functions", [{"severity": severity}, [severity], 5])
def test_what_is_no_set_is_refused(plan, functions):
    with pytest.raises(TypeError, match="libvp.Functions"):
        plan.check(functions=functions)


# Exceptions


class Problem(Exception):
    pass


@pytest.mark.parametrize("kind", [Problem, KeyboardInterrupt, StopIteration, ValueError])
@pytest.mark.parametrize(
    "compute", [libvp.Plan.check, computed, lambda plan: plan.functions["severity"](1, 2)]
)
def test_an_exception_reaches_the_caller_unchanged(plan, kind, compute):
    problem = kind("no")
    calls = []

    def raises(consequence: float, likelihood: float) -> float:
        calls.append(consequence)
        raise problem

    libvp.register_function("severity", raises)
    with pytest.raises(kind) as caught:
        compute(plan)
    assert caught.value is problem
    assert caught.value.__cause__ is None and caught.value.__context__ is None
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "raises"
    assert len(calls) == 1


def test_an_exception_of_the_matrix_reaches_the_caller(plan, tmp_path):
    pytest.importorskip("matplotlib").use("Agg")
    pytest.importorskip("jinja2")
    from libvp import plot

    def picky(consequence: float, likelihood: float) -> float:
        if (consequence, likelihood) == (1, 1):
            raise ValueError("picky")
        return 1

    libvp.register_function("severity", picky)
    with pytest.raises(ValueError, match="picky"):
        plot.risk_matrix(plan)
    with pytest.raises(ValueError, match="picky"):
        libvp.report(plan, tmp_path / "rapport.html", select="budget")


def test_no_rule_runs_after_a_function_that_raised(plan):
    ran = []
    libvp.register_function("severity", lambda a, b: 1 / 0, "f64(f64,f64)")
    libvp.rule("sju/after", sv="r")(ran.append)
    with pytest.raises(ZeroDivisionError):
        plan.check()
    assert not ran


def test_a_result_of_another_type_stops_a_check(plan):
    libvp.register_function("severity", lambda a, b: "hög", "f64(f64,f64)")
    with pytest.raises(TypeError, match="gave 'hög', which is no f64"):
        plan.check()


# Threads and lifetimes


def test_threads_compute_with_one_function(plan):
    together = threading.Barrier(8, timeout=60)
    first = threading.local()

    def waits(consequence: float, likelihood: float) -> float:
        if not hasattr(first, "passed"):
            first.passed = True
            together.wait()  # all are within a check now
        return consequence * likelihood

    libvp.register_function("severity", waits)
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: plan.check(), range(32)))
    assert len({report.to_json() for report in reports}) == 1
    assert "ger 12" in reports[0].to_text()


def test_threads_register_while_others_check(plan):
    libvp.register_function("severity", severity)

    def work(i):
        if i % 2:
            return computed(plan)
        libvp.register_function(f"f{i}", severity)
        libvp.unregister_function(f"f{i}")
        return 36

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(200))) == {36}


def test_a_name_is_registered_once_by_many_threads():
    def work(i):
        try:
            return libvp.register_function("severity", lambda: i, "i64()")()
        except libvp.ArgumentError:
            return None

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(work, range(100))) - {None}) == 1


def test_a_pointer_stays_alive(plan):
    pointer = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double, ctypes.c_double)(max)
    libvp.register_function("severity", pointer)
    del pointer
    gc.collect()
    assert computed(plan) == 4


def test_a_function_that_keeps_its_report_is_collected(plan):
    def cycle():
        own, kept = libvp.Functions(), []
        other = libvp.loads(plan.to_json())
        own.register("severity", lambda a, b: len(kept), "f64(f64,f64)")
        kept += [own, other.check(functions=own)]
        return weakref.ref(other), weakref.ref(own)

    gone = cycle()
    gc.collect()
    assert [each() for each in gone] == [None, None]


def test_a_report_outlives_its_functions(plan):
    own = libvp.Functions()
    own.register("severities", severity)
    report = plan.check(select="risk/unknown-function", functions=own)
    del own
    gc.collect()
    assert "severities" in report.to_json()
