"""Pictures of the risks: the matrix."""

import pytest
from libvp import plot
from pictures import MODEL, grey, plan_of, row_names, texts, with_risks


def cells(ax):
    """The rectangle of each cell, by its place from the lowest levels."""
    xs = sorted({cell.get_x() for cell in ax.patches})
    ys = sorted({cell.get_y() for cell in ax.patches})
    return {(xs.index(cell.get_x()), ys.index(cell.get_y())): cell for cell in ax.patches}


def in_cell(ax, x, y):
    """The texts within a cell."""
    box = cells(ax)[x, y].get_bbox()
    inside = [text for text in ax.texts if box.x0 <= text.xy[0] < box.x1]
    return " ".join(text.get_text() for text in inside if box.y0 < text.xy[1] <= box.y1).split()


def test_each_risk_stands_in_its_cell(programme):
    ax = plot.risk_matrix(programme)
    assert len(ax.patches) == 25
    for risk in programme.risks:
        x, y = int(risk.likelihood.value) - 1, int(risk.consequence.value) - 1
        assert in_cell(ax, x, y) == [str(risk.value), risk.id]
        assert risk.title.split()[0] in " ".join(texts(ax))


def test_levels_have_their_names(programme):
    ax = plot.risk_matrix(programme)
    names = [label.get_text() for label in ax.get_xticklabels()]
    assert names[0] == "1\nOsannolik" and names[4] == "5\nMycket\nsannolik"
    assert row_names(ax)[0] == "1 Försumbar"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Sannolikhet", "Konsekvens")


def test_cells_have_the_colours_of_their_bands():
    ax = plot.risk_matrix(with_risks(("A", 1, 1)))
    looks = {}
    for (x, y), cell in cells(ax).items():
        band = next(b for b in MODEL["bands"] if b["from"] <= (x + 1) * (y + 1) <= b["to"])
        look = (cell.get_facecolor()[:3], cell.get_hatch())
        assert looks.setdefault(band["name"], look) == look
    greys = [grey(looks[band["name"]][0]) for band in MODEL["bands"]]
    assert greys == sorted(greys, reverse=True)
    assert len({hatch for _, hatch in looks.values()}) == 4
    red, green, blue = looks["Högst"][0]
    assert red > 2 * green and red > 2 * blue
    assert {"Låg 1–2", "Högst 9–9"} <= set(texts(ax))


def test_without_bands_and_scales(scan):
    ax = plot.risk_matrix(scan)
    assert len({cell.get_facecolor() for cell in ax.patches}) == 1
    assert in_cell(ax, 1, 1) == ["9", "r7", "r8", "r9"]
    found = texts(ax)
    assert {"Utan riskvärde (10)", "Planen anger inga riskklasser."} <= set(found)
    assert {"r1", "r17", "1:e socialsekreterare"} <= set(found)


def test_many_risks_in_one_cell_are_all_there():
    ax = plot.risk_matrix(with_risks(*[("Samma", 2, 2)] * 40))
    assert in_cell(ax, 1, 1) == ["4", *(f"r{i}" for i in range(1, 41))]


def test_risks_without_a_place():
    ax = plot.risk_matrix(
        with_risks(("Utanför", 7, 2, 14), ("Bara värde", None, None, 4), ("Utan",))
    )
    assert {"Utanför matrisen (2)", "Utanför (14)", "Bara värde (4)"} <= set(texts(ax))
    assert "Utan riskvärde (1)" in texts(ax)
    ax = plot.risk_matrix(with_risks(("Bara värde", None, None, 4), model=None))
    assert not ax.patches
    assert "Ingen risk har både konsekvens\noch sannolikhet" in texts(ax)
    with pytest.raises(ValueError, match="no risks"):
        plot.risk_matrix(plan_of())
