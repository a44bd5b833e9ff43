"""Whatever is given, the answer is a Python exception."""

import libvp
import pytest
from conftest import EXAMPLES

JUNK = [None, 1, -1, 10**100, 1.5, float("nan"), "", "x", "a\0b", "\ud800", b"x", [], {}, object()]


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_wrong_arguments_of_the_package(scan, junk):
    for call in (
        libvp.loads,
        libvp.Plan.from_dict,
        scan.find,
        scan.__getitem__,
        scan.risks.__getitem__,
        lambda value: scan.check(select=value),
        lambda value: scan.check(ignore=value),
        lambda value: scan.check(select=[value]),
        lambda value: scan.check(as_of=value),
        lambda value: scan.check(lang=value),
        lambda value: scan.check(rules=value),
        lambda value: scan.check(rules=[value]),
        lambda value: scan.check(functions=value),
        lambda value: libvp.Functions().register(value, abs, "f64(f64)"),
        lambda value: libvp.Functions().register("f", value),
        lambda value: libvp.Functions().register("f", abs, value),
        lambda value: libvp.Functions().register("f", lambda: value, "string()")(),
        libvp.unregister_function,
        lambda value: libvp.Plan(value, None),
        lambda value: libvp.Risk(scan, value).title,
        lambda value: libvp.Risk(value, scan.risks[0]._handle).title,
        lambda value: libvp.rule(value, sv="t")(lambda plan: None),
        lambda value: libvp.rule("a/b", sv=value)(lambda plan: None),
        lambda value: libvp.rule("a/b", sv="t")(value),
        lambda value: libvp.explain(value),
        lambda value: libvp.explain("risk/unscored", value),
        libvp.unregister,
        libvp.Period.parse,
    ):
        try:
            call(junk)
        except Exception as error:
            assert not isinstance(error, SystemError), call


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_wrong_values_of_a_finding(scan, junk):
    for made in (
        lambda plan: junk,
        lambda plan: [junk],
        lambda plan: [libvp.found(junk)],
        lambda plan: [libvp.found(plan, junk)],
        lambda plan: [libvp.found(plan, sv=junk)],
        lambda plan: [libvp.found(plan, help_sv=junk, note_en=junk)],
        lambda plan: [libvp.found(plan, values={"x": junk})],
        lambda plan: [libvp.found(plan, values={junk if isinstance(junk, str) else "x": 1})],
        lambda plan: [libvp.found(plan, values=junk)],
    ):
        rule = libvp.rule("a/b", sv="t", register=False)(made)
        try:
            scan.check(rules=[rule])
        except Exception as error:
            assert not isinstance(error, SystemError)


EVERY = """
import itertools, sys, libvp
from libvp import _vp
plan = libvp.load(sys.argv[1])
network = _vp.reconciliation_network(_vp.reconcile(plan._open))
report = plan.check()
baseline = _vp.baseline_update(None, (report._handle,), "x", None)
handles = [plan._open, plan.risks[0]._handle, report._handle, baseline, network, _vp.localize(network),
           _vp.score(plan._open, None), _vp.track(plan._open, None), _vp.rule_set_new(),
           _vp.columns_of_elements(plan._handle, "risk"), _vp.functions_new((("x", "f64(f64)", abs, 0),))]
junk = [None, 3, -1, 2**64, 2**32 - 1, "x", "title", "sv", "a\\0b", "\\ud800", b"x", (), (b"risk",), (1,), (report._handle,),
        object(), "9", "error", "2026-01-01"]
calls = 0
functions = [f for name, f in vars(_vp).items() if callable(f) and not name.startswith(("_", "SWIG", "Swig"))]
for function in functions:
    for count in range(4):
        values = handles + junk if count < 3 else handles + junk[:6]
        for given in itertools.product(values, repeat=count):
            try:
                function(*given)
            except SystemError:
                raise
            except Exception:
                pass
            calls += 1
print(len(functions) > 60, calls > 100_000)
"""


def test_wrong_arguments_of_every_function_of_the_extension(run_python):
    path = EXAMPLES / "bollebygd-socialnamnden-2026-scan.json"
    assert run_python(EVERY, path)[0] == "True True\n"


def test_elements_of_one_plan_with_another(scan):
    other = libvp.load(EXAMPLES / "programme-risks-5x5.json")
    strange = libvp.Risk(scan, other.risks[0]._handle)
    assert strange.line == other.risks[0].line
    rule = libvp.rule("a/b", sv="t", register=False)(lambda plan: [strange])
    with pytest.raises(libvp.ArgumentError):
        scan.check(rules=[rule])


NETWORK = (
    (b"1", b"2", b"4"),
    1,
    "kr",
    "rounded",
    (("column", True, ((0, 1), (1, 1)), 2),),
    (0,),
    (1,),
)
NO_PART_OF_A_TABLE = [
    None,
    3,
    -1,
    2**64,
    "x",
    b"x",
    (),
    (1,),
    ("column",),
    [],
    {},
    object(),
    (b"a\0b",),
    ("x",),
]
SUMS = [
    ("nothing", True, (), 0),
    ("column", True, ((0, 1),), 3),
    ("column", True, ((3, 1),), 0),
    ("column", True, ((-1, 1),), 0),
    ("column", True, ((0, 2**40),), 0),
    ("column", True, (0, 1), 2),
    ("column", True, [], 2),
    ("column", True),
    3,
]


def test_wrong_figures_and_sums_of_a_table():
    from libvp import _vp

    assert _vp.network_judgements(_vp.network_new(*NETWORK))[0]["verdict"] == "rounding"
    for at in range(len(NETWORK)):
        for junk in NO_PART_OF_A_TABLE:
            try:
                _vp.network_new(*NETWORK[:at], junk, *NETWORK[at + 1 :])
            except Exception as error:
                assert not isinstance(error, SystemError), (at, junk)
    for sum in SUMS:
        with pytest.raises((TypeError, ValueError, IndexError, OverflowError)):
            _vp.network_new(*NETWORK[:4], (sum,), (), ())
    for cells in ((3,), (2**32,), (-1,)):
        with pytest.raises((libvp.ArgumentError, OverflowError)):
            _vp.network_new(*NETWORK[:4], (), cells, ())
