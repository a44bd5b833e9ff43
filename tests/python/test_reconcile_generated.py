"""Tables of chance, and plans with the same table: whether the figure that is wrong is named."""

import json
import random

import libvp
import pytest
from conftest import EXAMPLES, minimal
from tables import pandas


def sound_table(seed, height, width):
    """Figures whose rows and columns add up exactly."""
    numbers = random.Random(seed)
    rows = [[numbers.randint(100, 99_999) for _ in range(width)] for _ in range(height)]
    rows = [[*row, sum(row)] for row in rows]
    rows.append([sum(row[i] for row in rows) for i in range(width + 1)])
    return pandas.DataFrame(
        rows,
        index=[*(f"r{i}" for i in range(height)), "Summa"],
        columns=[*(f"k{i}" for i in range(width)), "Totalt"],
    )


def slipped(figure, numbers):
    """The figure as somebody may mistype it; far enough from it that no rounding explains it."""
    digits = str(figure)
    while True:
        at = numbers.randrange(len(digits) - 2)
        wrong = numbers.choice(
            [
                digits[:at] + digits[at + 1 :],
                digits[: at + 1] + digits[at:],
                digits[:at] + str(numbers.randint(1, 9)) + digits[at + 1 :],
                digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :],
            ]
        )
        if abs(int(wrong) - figure) > 20 and wrong[0] != "0":
            return int(wrong)


@pytest.mark.parametrize("seed", range(40))
def test_sound_tables_have_no_fault(seed):
    numbers = random.Random(seed)
    exact = sound_table(seed, numbers.randint(1, 9), numbers.randint(1, 9))
    result = libvp.reconcile(exact / 10)
    assert result.ok and result.faults == () and len(result.candidates) == 0
    assert set(result.relations["verdict"]) == {"exact"}
    rounded = (exact / 1000).round(1)
    assert libvp.reconcile(rounded, decimals=1).ok


@pytest.mark.parametrize("seed", range(60))
def test_a_slip_in_a_table_is_named_first(seed):
    numbers = random.Random(seed)
    sound = sound_table(seed, numbers.randint(3, 8), numbers.randint(3, 8))
    row, column = numbers.randrange(len(sound)), numbers.randrange(len(sound.columns))
    wrong = sound.copy()
    wrong.iloc[row, column] = slipped(int(sound.iloc[row, column]), numbers)
    result = libvp.reconcile(wrong)
    right = int(sound.iloc[row, column])
    assert not result.ok and len(result.faults) == 1
    first = result.candidates.iloc[0]
    assert (first["row"], first["column"]) == (sound.index[row], sound.columns[column])
    assert first["low"] <= right <= first["high"]
    assert not first["decided"] or result.corrected().equals(sound)


def as_plan(frame, path):
    """A plan whose only table is the frame."""
    rows = frame.drop(index="Summa")
    table = {
        "id": "t",
        "columns": [{"id": f"c{i}", "label": name} for i, name in enumerate(frame.columns)],
        "rows": [
            {"id": f"r{i}", "label": label, "values": list(rows.loc[label])}
            for i, label in enumerate(rows.index)
        ],
        "total": list(frame.loc["Summa"]),
    }
    if "Totalt" in frame.columns:
        table["columns"][-1]["sum_of"] = [f"c{i}" for i in range(len(frame.columns) - 1)]
    path.write_text(json.dumps(minimal(budget={"unit": "mnkr", "tables": [table]})))
    return path


@pytest.mark.parametrize("seed", range(8))
def test_the_command_says_the_same_of_a_plan_with_the_table(seed, tmp_path, vp):
    numbers = random.Random(seed)
    sound = sound_table(seed, 4, 3)
    wrong = sound.copy()
    row, place = numbers.randrange(len(sound)), numbers.randrange(len(sound.columns))
    wrong.iloc[row, place] = slipped(int(sound.iloc[row, place]), numbers)
    check_against_the_command(wrong.astype(str), tmp_path / "plan.json", vp)


def test_the_command_says_the_same_of_the_scan(budget, tmp_path, vp):
    check_against_the_command(budget, tmp_path / "plan.json", vp)


def check_against_the_command(frame, path, vp):
    output = json.loads(vp("check", "--format", "json", as_plan(frame, path)))
    [finding] = [
        finding
        for finding in output["files"][0]["findings"]
        if finding["rule"] == "budget/sum-impossible"
    ]
    result = libvp.reconcile(frame, unit="mnkr")
    assert [
        (given["rank"], given["explanation"], given["slip"], given.get("value"))
        for given in finding["candidates"]
    ] == [
        (one.rank, one.explanation, one.slip, None if one.value is None else str(one.value))
        for one in result.candidates.itertuples()
    ]


def test_the_published_budget_has_nothing_to_correct():
    plan = libvp.load(EXAMPLES / "bollebygd-socialnamnden-2026.json")
    table = plan.budget.tables["internbudget"]
    frame = pandas.DataFrame(
        {
            column.label: [*(str(row.values[i]) for row in table.rows), str(table.total[i])]
            for i, column in enumerate(table.columns)
        },
        index=[*(row.label for row in table.rows), "Summa"],
    )
    result = libvp.reconcile(frame, unit="mnkr")
    assert result.ok and result.corrected().equals(frame)
