"""The notebook runs from top to bottom, and shows what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")

NOTEBOOK = Path(__file__).resolve().parents[3] / "examples" / "notebook" / "dyads.ipynb"


@pytest.fixture(scope="module")
def outputs():
    """What each cell of code showed, after the code."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": NOTEBOOK.parent}}
    ).execute()
    return [
        (cell.source, "".join(map(str, cell.outputs))) for cell in notebook.cells if cell.cell_type == "code"
    ]


def shown(outputs, words):
    (found,) = [output for source, output in outputs if words in source]
    return found


def test_it_is_kept_without_outputs():
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


def test_the_table_has_the_dyads_of_the_newsroom(outputs):
    table = shown(outputs, "busy =")
    assert "24 pages" in shown(outputs, "added =") and "URY" in table and "PRY" in table


def test_coverage_and_the_picture_are_shown(outputs):
    assert "events_per_page" in shown(outputs, "by_month =") and "missing, not zero" in shown(
        outputs, "read ="
    )
    assert "United States and China" in shown(outputs, "dyad_picture(") and "<svg" in shown(
        outputs, "dyad_picture("
    )


def test_two_coders_stand_side_by_side(outputs):
    table = shown(outputs, "side_by_side = ours")
    assert "second_events" in table and "events_happened" in table and "second_mentions" in table
    assert "have the same count" in shown(outputs, "agree =")
