"""Pictures: plans to draw, and what was drawn."""

import libvp
import pytest
from conftest import minimal

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import pyplot  # noqa: E402, F401
from matplotlib.colors import to_rgb  # noqa: E402
from matplotlib.text import Text  # noqa: E402

LONG = "Kompensation för hyresökningar, lokalvård och andra interna lokalkostnader i alla boenden"
SCALE = [{"value": i, "name": name} for i, name in enumerate(("Liten", "Måttlig", "Stor"), 1)]
MODEL = {
    "score": "product",
    "scales": {"consequence": {"levels": SCALE}, "likelihood": {"levels": SCALE}},
    "bands": [
        {"name": "Låg", "from": 1, "to": 2, "colour": "green"},
        {"name": "Mellan", "from": 3, "to": 4, "colour": "yellow"},
        {"name": "Hög", "from": 6, "to": 6, "colour": "orange"},
        {"name": "Högst", "from": 9, "to": 9, "colour": "red"},
    ],
}


def plan_of(**fields):
    return libvp.Plan.from_dict(minimal(**fields))


def with_frame(opening, changes, closing, unit="mnkr"):
    frame = {
        "opening": {"period": "2025", "amount": opening},
        "changes": [
            {"id": f"c{i}", "label": label, "amount": amount}
            for i, (label, amount) in enumerate(changes)
        ],
        "closing": {"period": "2026", "amount": closing},
    }
    return plan_of(budget={"unit": unit, "frame": frame})


def with_table(rows, total=None, unit="mnkr"):
    columns = [{"id": year, "label": f"Budget {year}", "period": year} for year in ("2025", "2026")]
    rows = [
        {"id": f"r{i}", "label": label, "values": values} for i, (label, values) in enumerate(rows)
    ]
    table = {"id": "t", "columns": columns, "rows": rows}
    if total is not None:
        table["total"] = total
    return plan_of(budget={"unit": unit, "tables": [table]})


def with_risks(*risks, model=MODEL):
    keys = ("title", "consequence", "likelihood", "value")
    risks = [
        {"id": f"r{i}", **{key: each for key, each in zip(keys, risk) if each is not None}}
        for i, risk in enumerate(risks, 1)
    ]
    return plan_of(risks=risks, **({"risk_model": model} if model else {}))


def with_indicators(*indicators):
    return plan_of(
        indicators=[{"id": f"i{i}", "name": f"Nr {i}", **each} for i, each in enumerate(indicators)]
    )


def years(*values):
    """Outcomes of the years up to 2025."""
    return [{"period": str(2026 - len(values) + i), "value": v} for i, v in enumerate(values)]


def bars(ax):
    """(from, to) of each bar, from the top."""
    found = sorted(ax.patches, key=lambda bar: (bar.get_y(), bar.get_x()))
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in found]


def texts(ax):
    return [text.get_text() for text in ax.findobj(Text) if text.get_text()]


def row_names(ax):
    return [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]


def grey(colour):
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue
