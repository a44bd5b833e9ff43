"""Columns, and the data frames and Arrow consumers that take them."""

import gc
import threading

import libvp
import pytest
from conftest import PLANS, minimal
from libvp import _vp

pandas = pytest.importorskip("pandas")

TABLES = {
    "observations": lambda plan: plan.observations,
    "risks": lambda plan: plan.risks,
    "indicators": lambda plan: plan.indicators,
    "controls": lambda plan: plan.controls,
    "goals": lambda plan: plan.goals,
    "objectives": lambda plan: plan.objectives,
    "positions": lambda plan: plan.positions,
    "cells": lambda plan: plan.budget,
    "relations": lambda plan: plan.budget.relations,
    "report": lambda plan: plan.check(),
}


@pytest.fixture(params=TABLES)
def table(request, scan):
    return TABLES[request.param](scan)


def plan_of(**fields):
    return libvp.Plan.from_dict(minimal(**fields))


def texts(series):
    return [None if pandas.isna(text) else text for text in series]


def indicator(id, *observations, **more):
    return {"id": id, "name": id.upper(), "observations": list(observations), **more}


def test_observations():
    plan = plan_of(
        indicators=[
            indicator("a", {"period": "2024", "value": "7,50", "source": {"page": 3}}),
            indicator(
                "b", {"period": "2025", "value": "ja", "method_changed": True}, {"period": "2026"}
            ),
        ]
    )
    frame = plan.observations.to_frame()
    assert texts(frame.indicator) == ["a", "b", "b"]
    assert frame.value.dtype == "float64"
    assert frame.value[0] == 7.5 and frame.value.isna().tolist() == [False, True, True]
    assert texts(frame.value_text) == ["7,50", "ja", None]
    assert frame.method_changed.dtype == "boolean"
    assert frame.method_changed.tolist() == [False, True, False]
    assert frame.source_page.dtype == "Int64"
    assert frame.source_page[0] == 3 and frame.source_page.isna().tolist() == [False, True, True]
    assert len(frame[frame.method_changed]) == 1
    frame.loc[frame.value.isna(), "value"] = 0  # it is the caller's own


def test_texts_of_every_length_and_script():
    titles = ["", "Å", "ö" * 9999, "🙂", "same", "same", "a\nb"]
    plan = plan_of(risks=[{"id": f"r{i}", "title": title} for i, title in enumerate(titles)])
    assert texts(plan.risks.to_frame().title) == titles


def test_risks_have_their_scores(programme):
    frame = programme.risks.to_frame()
    assert texts(frame.id) == list(programme.risks.ids)
    scores = [_vp.scoring_risk(_vp.score(programme._open, None), i) for i in range(len(frame))]
    assert frame.value.tolist() == [float(score["value"]) for score in scores]
    assert frame.control_count.tolist() == [score["control_count"] for score in scores]


def test_indicators_have_their_status(scan):
    frame = scan.indicators.to_frame().set_index("id")
    assert (
        frame.status["hme"] == "better" and frame.latest["hme"] == 80 and frame.change["hme"] == 3
    )


def test_budget_cells_and_relations(scan):
    cells = scan.budget.to_frame()
    cell = cells[(cells.table == "internbudget") & (cells.row == "ao") & (cells.column == "2026")]
    assert cell.value.tolist() == [110.6] and texts(cell.value_text) == ["110,6"]
    relations = scan.budget.relations.to_frame()
    wrong = relations[relations.verdict == "impossible"]
    assert wrong.difference.tolist() == [-100.0] and texts(wrong.column) == ["2025"]


def test_findings(scan):
    report = scan.check()
    frame = report.to_frame()
    assert texts(frame.rule) == [finding.rule for finding in report]
    assert texts(frame.message) == [finding.message for finding in report]
    assert frame.line.tolist() == [finding.line for finding in report]
    assert texts(frame.fingerprint) == [finding.fingerprint for finding in report]


def test_every_kind_of_element(scan):
    for kind in (scan.units, scan.focus_areas, scan.events, scan.claims, scan.budget.ties):
        assert len(kind.to_frame()) == len(kind)
        assert "id" in kind.columns().names


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_row_each_in_every_plan(path):
    try:
        plan = libvp.load(path)
    except libvp.PlanError:
        return
    for name, of in TABLES.items():
        if name in ("cells", "relations"):
            if plan.budget is not None:
                assert len(of(plan).to_frame()) == len(
                    of(plan).columns() if name == "cells" else of(plan)
                )
            continue
        assert len(of(plan).to_frame()) == len(of(plan)) == len(of(plan).columns())


def test_parts_of_a_plan(scan):
    series = scan.indicators["hme"].observations
    assert texts(series.to_frame().period) == ["2024", "2025"]
    area = next(area for area in scan.focus_areas if len(area.goals) > 0)
    assert texts(area.goals.to_frame().id) == list(area.goals.ids)


def test_references_are_in_the_order_of_the_element():
    plan = plan_of(
        indicators=[indicator("a"), indicator("b"), indicator("c")],
        assignments=[{"id": "u", "title": "U", "indicators": ["c", "lost", "a"]}],
    )
    frame = plan.assignments[0].indicators.to_frame()
    assert texts(frame.id) == ["c", "a"]
    assert texts(frame.status) == ["not_measured", "not_measured"]


def test_nothing_has_the_same_columns_and_types(scan):
    empty = plan_of(budget={"unit": "mnkr"})
    for name, of in TABLES.items():
        full, none = of(scan).to_frame(), of(empty).to_frame()
        if name == "report":
            none = scan.check(select="plan/duplicate-id").to_frame()
        assert len(none) == 0, name
        assert none.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_table_as_it_is_printed(scan):
    table = scan.budget.tables["internbudget"]
    frame = table.to_frame()
    assert list(frame.columns) == ["id", "label", "2026", "2025"]
    assert texts(frame.label)[0] == "Äldreomsorg" and texts(frame.label)[-1] == "Summa"
    assert texts(frame.id)[-1] is None
    assert frame["2026"].tolist()[:2] == [110.6, 51.5]
    assert texts(table.to_frame(text=True)["2026"])[:2] == ["110,6", "51,5"]
    assert texts(table.to_frame(total="Total").label)[-1] == "Total"


def test_a_table_with_holes():
    plan = plan_of(
        budget={
            "tables": [
                {
                    "id": "t",
                    "columns": ["2025", "2026"],
                    "rows": [{"id": "a", "label": "A", "values": [None, "x"]},
                             {"id": "b", "label": "B", "values": ["1,5"]}],
                }
            ]
        }
    )  # fmt: skip
    frame = plan.budget.tables[0].to_frame()
    assert frame["2025"].isna().tolist() == [True, False] and frame["2026"].isna().all()
    assert texts(plan.budget.tables[0].to_frame(text=True)["2026"]) == ["x", None]


def test_columns_need_their_plan_no_longer(scan):
    columns = scan.observations.columns()
    scan.close()
    gc.collect()
    assert len(columns) == len(columns.to_frame()) == 15
    assert repr(columns).startswith("<Columns, 15 rows: indicator, period, value,")
    with pytest.raises(libvp.PlanClosedError):
        scan.observations.columns()


def test_without_pandas(scan, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install libvp\[frames\]"):
        scan.risks.to_frame()
    with pytest.raises(ImportError, match=r"pip install libvp\[frames\]"):
        scan.budget.tables[0].to_frame()


def test_texts_without_pyarrow(scan, monkeypatch):
    report = scan.check()
    expected = report.to_frame()
    plain = report.columns()
    monkeypatch.setattr(libvp.columns, "text_dtype", lambda pd: object)
    frame = plain.to_frame()
    for name in frame:
        assert texts(frame[name]) == texts(expected[name])


def test_arrow(table):
    pyarrow = pytest.importorskip("pyarrow")
    taken = pyarrow.table(table)
    taken.validate(full=True)
    frame = table.to_frame()
    assert taken.column_names == list(frame.columns)
    assert taken.num_rows == len(frame)
    for name in taken.column_names:
        assert taken.column(name).to_pylist() == texts(frame[name])
    assert pyarrow.schema(table).equals(taken.schema)
    assert pyarrow.table(pyarrow.record_batch(table)).equals(taken)


def test_arrow_again_and_again(table):
    pyarrow = pytest.importorskip("pyarrow")
    columns = table.columns() if hasattr(table, "columns") else table
    first = pyarrow.table(columns)
    assert pyarrow.table(columns).equals(first)
    del columns, table
    gc.collect()
    assert first.num_rows == len(first.to_pylist())


def test_capsules_that_nobody_takes(table):
    for _ in range(3):
        table.__arrow_c_schema__(), table.__arrow_c_array__(), table.__arrow_c_stream__()
    array = table.__arrow_c_array__()
    assert ['"arrow_schema"' in repr(array[0]), '"arrow_array"' in repr(array[1])] == [True, True]
    assert '"arrow_array_stream"' in repr(table.__arrow_c_stream__())


def test_a_stream_is_read_once():
    pyarrow = pytest.importorskip("pyarrow")
    capsule = plan_of(risks=[{"id": "r", "title": "R"}]).risks.__arrow_c_stream__()
    reader = pyarrow.RecordBatchReader._import_from_c_capsule(capsule)
    assert [batch.num_rows for batch in reader] == [1]
    with pytest.raises(Exception):
        pyarrow.RecordBatchReader._import_from_c_capsule(capsule)


def test_arrow_is_released_in_any_thread(scan):
    pyarrow = pytest.importorskip("pyarrow")
    held = [pyarrow.table(scan.check()) for _ in range(50)]
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()


def test_arrow_is_released_after_python(run_python):
    pytest.importorskip("pyarrow")
    code = """
import builtins, libvp, pyarrow
plan = libvp.Plan.from_dict({"format": "vp-plan/1", "id": "p", "title": "P", "period": "2026",
                             "risks": [{"id": "r", "title": "R"}]})
builtins.kept = pyarrow.table(plan.risks)
"""
    assert run_python(code) == ("", "")


def test_polars(table):
    polars = pytest.importorskip("polars")
    columns = table.columns() if hasattr(table, "columns") else table
    taken = polars.DataFrame(columns)
    assert taken.columns == list(columns.names) and len(taken) == len(columns)


def test_duckdb(scan):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    observations = scan.observations  # noqa: F841, which the query names
    query = "select indicator, count(*) n from observations group by 1 order by n desc, 1 limit 1"
    assert duckdb.sql(query).fetchall() == [("genomforandeplan", 2)]


def test_pandas_reads_it_by_arrow(scan):
    pytest.importorskip("pyarrow")
    if not hasattr(pandas.DataFrame, "from_arrow"):
        pytest.skip("pandas is older than 3")
    frame = pandas.DataFrame.from_arrow(scan.risks)
    assert list(frame.columns) == list(scan.risks.columns().names)
