"""Tables without a plan."""

import libvp
import pytest

pandas = pytest.importorskip("pandas")


def column(figures, **options):
    """The reconciliation of one column."""
    frame = pandas.DataFrame({"2026": list(figures.values())}, index=list(figures))
    return libvp.reconcile(frame, **options)


def firsts(result):
    """(row, column, value) of every candidate of the first rank."""
    frame = result.candidates
    likeliest = frame[frame["rank"] == 1]
    return list(zip(likeliest["row"], likeliest["column"], likeliest["value"]))
