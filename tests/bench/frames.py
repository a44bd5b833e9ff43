"""How long a million observations, and a million findings, take into a data frame; and what Python
adds to a check. Each time is the shortest of several rounds.

usage: PYTHONPATH=build/release/python tests/bench/frames.py [ROWS]      (default 1000000)
"""

import sys
import time
from pathlib import Path

import libvp
import pandas
from libvp import _vp

ROUNDS = 5
EXAMPLE = Path(__file__).parents[2] / "examples/plans/bollebygd-socialnamnden-2026-scan.json"
YEARS = range(2016, 2026)


def plan(field, items):
    head = (
        '{"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026",'
        ' "risk_model": {"score": "product"}'
    )
    return f'{head}, "{field}": [{", ".join(items)}]}}'.encode()


def indicator(number):
    values = (
        f'{{"period": "{year}", "value": "{(number * 7 + year) % 90},{number % 10}"}}'
        for year in YEARS
    )
    return f'{{"id": "n{number}", "name": "Nyckeltal {number}", "observations": [{", ".join(values)}]}}'


def shortest(call, rounds=ROUNDS):
    """Its time in seconds, and what it gave."""
    times = []
    for _ in range(rounds):
        result = None  # the last one is freed outside the time
        start = time.perf_counter()
        result = call()
        times.append(time.perf_counter() - start)
    return min(times), result


def line(what, seconds, reading=None):
    beside = f"{seconds / reading:6.2f} × the reading" if reading is not None else ""
    print(f"{what:44}{seconds:8.3f} s  {beside}")


def observations(rows):
    text = plan("indicators", (indicator(i) for i in range(rows // len(YEARS))))
    reading, read = shortest(lambda: libvp.loads(text), 2)
    line(f"reading {rows} observations, {len(text) / 1e6:.0f} MB", reading)
    line("  into columns", shortest(read.observations.columns)[0], reading)
    seconds, frame = shortest(read.observations.to_frame)
    line(f"  into a frame, {frame.shape[0]} × {frame.shape[1]}", seconds, reading)


def findings(rows):
    scores = '"consequence": 3, "likelihood": 2, "value": 7'
    text = plan("risks", (f'{{"id": "r{i}", "title": "Risk {i}", {scores}}}' for i in range(rows)))
    reading, read = shortest(lambda: libvp.loads(text), 2)
    line(f"reading {rows} risks, {len(text) / 1e6:.0f} MB", reading)
    checking, report = shortest(lambda: read.check(select="risk/value-mismatch"), 2)
    line(f"  checking, {len(report)} findings", checking, reading)
    seconds, frame = shortest(report.to_frame)
    line(f"  into a frame, {frame.shape[0]} × {frame.shape[1]}", seconds, reading)


def check():
    read = libvp.load(EXAMPLE)
    run = 100

    def repeat(call):
        return shortest(lambda: [call() for _ in range(run)])[0] / run

    bare = repeat(lambda: _vp.check(read._open, None, None, "sv", None, (), ()))
    print(f"{'checking ' + EXAMPLE.stem:44}{bare * 1e3:8.3f} ms")
    for what, call in (
        ("  as a report", read.check),
        ("  as a report, and every finding", lambda: list(read.check())),
        ("  as a report, and a frame", lambda: read.check().to_frame()),
    ):
        seconds = repeat(call)
        print(f"{what:44}{seconds * 1e3:8.3f} ms  {seconds / bare:5.2f} × the call of C")


rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
print(f"pandas {pandas.__version__}, texts as {libvp.columns.text_dtype(pandas)!r}")
observations(rows)
findings(rows)
check()
