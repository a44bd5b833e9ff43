"""Runs the notebooks from top to bottom, as their readers do: from their folder and from the root.

usage: run.py [NOTEBOOK…]

They lie in git without outputs. The last line counts, in the form that tests/run.sh reads.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "examples" / "notebooks"


def has_no_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert not cell.outputs, f"the cell {cell.id} has outputs: clear them"
            assert cell.execution_count is None, f"the cell {cell.id} has an execution count"


def is_plain(notebook):
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids), "two cells have the same id"
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in notebook.cells:
        assert not cell.metadata, f"the cell {cell.id} has metadata"


def runs_in(folder):
    def runs(notebook):
        resources = {"metadata": {"path": str(folder)}}
        NotebookClient(notebook, timeout=300, resources=resources).execute()
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                assert output.get("name") != "stderr", f"the cell {cell.id} warns: {output.text}"

    return runs


CHECKS = {
    "has no outputs": has_no_outputs,
    "is plain": is_plain,
    "runs in its folder": runs_in(NOTEBOOKS),
    "runs in the root": runs_in(ROOT),
}


def main(paths):
    counts = {True: 0, False: 0}
    for path in paths:
        for name, check in CHECKS.items():
            try:
                check(nbformat.read(path, as_version=nbformat.NO_CONVERT))
                passed = True
            except Exception as error:
                passed = False
                print(f"FAILED: {path.name} {name}: {error}", flush=True)
            counts[passed] += 1
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] or not counts[True] else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["IPYTHONDIR"] = home
        sys.exit(main([Path(name) for name in sys.argv[1:]] or sorted(NOTEBOOKS.glob("*.ipynb"))))
