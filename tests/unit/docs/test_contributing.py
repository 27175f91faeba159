"""The walks of CONTRIBUTING.md, done on a copy of the package as the text says: their rows fit the tables and do what they are there for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}
TABLES = {
    "Add an outlet": "knowledge/data/outlets.csv",
    "Add a cue": "statements/data/cues.csv",
    "Add an office, or who holds it": "knowledge/data/offices.csv",
    "Add an event type": "events/data/frames/consult.csv",
    "Add a word for an act that reports share": "stories/data/kindred.csv",
}
USE = """
import re
import dateline
from dateline.events import read_frames
from dateline.ontology import Ontology
from dateline.products.ontology_check import coded_examples
from tools.check_data import main

assert main() == 0
assert dateline.__file__.startswith({root!r})
page = dateline.read(b"<title>Ferry sails</title><p>The ferry to Brask sailed again on Tuesday.</p>", url="https://harbourcourier.example/1")
assert page.article.outlet.name == "Harbour Courier" and page.article.outlet.id
(said,) = dateline.find_statements({cue!r}.replace("[", "").replace("]", ""))
assert said.content
assert dateline.lookup("the Kazakh foreign minister", at="2027-02-01")[0].name == "Ainur Example"
frames = [frame for frame in read_frames(Ontology.packaged()) if frame.example == {frame!r}]
assert [problem for _, problem in coded_examples(frames, dateline.api.resources())] == [None]
"""


def block(section: str) -> tuple[str, str]:
    """The header of a table and the first row that is added to it."""
    header, row, *_ = re.search(r"```\n(.*?)```", SECTIONS[section], re.DOTALL)[1].splitlines()
    return header, row


@pytest.mark.parametrize("name", [name for name in SECTIONS if name.startswith("Add")])
def test_a_walk_is_under_a_screen(name: str) -> None:
    assert len(SECTIONS[name].strip().splitlines()) <= 26


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_have_the_columns_of_their_table_and_are_new(name: str) -> None:
    header, row = block(name)
    lines = (ROOT / "src" / "dateline" / TABLES[name]).read_text(encoding="utf-8").splitlines()
    assert lines[0] == header and row not in lines
    assert (
        name.startswith("Add a word")
        or TABLES[name].rpartition("/")[2].removesuffix("consult.csv") in SECTIONS[name]
    )


def test_what_is_added_as_the_text_says_is_found_and_coded(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    for name, table in TABLES.items():
        with (tmp_path / "src" / "dateline" / table).open("a", encoding="utf-8") as file:
            file.write(block(name)[1] + "\n")
    cue, frame = (block(name)[1].rpartition(",")[2] for name in ("Add a cue", "Add an event type"))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path / "src"), str(tmp_path)))}
    code = USE.format(root=str(tmp_path), cue=cue, frame=frame)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
