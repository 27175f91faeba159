"""Runs the command line in this process, as `dateline` in a shell would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import dateline
from dateline.cli import main

GOOD_PAGE = """\
Minister opens ferry line to Brask

By Tilda Horn
12 March 2024

OSTHAVEN - Transport minister Ole Rand opened the new ferry line to Brask on Tuesday. "The first boat was full before
breakfast," he said. Two more boats will join in May, the ministry said.
"""

OTHER_PAGE = """\
Brask ferry starts sailing

By Anders Lund
12 March 2024

OSTHAVEN - The new ferry line to Brask was opened on Tuesday by transport minister Ole Rand. "We are late, but we are
sailing," he said.
"""

VISIT_PAGE = """\
Foreign minister visits Tonga

By Tilda Horn
2 May 2024

NUKU'ALOFA - Norway's foreign minister, Espen Barth Eide, met the king of Tonga in Nuku'alofa on Tuesday.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `dateline ARGUMENTS...`."""

    def run_main(*arguments: str | Path, columns: int = 200) -> Outcome:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("DATELINE_KNOWLEDGE", "")
        monkeypatch.setenv("DATELINE_ONTOLOGY", "")
        monkeypatch.setattr("sys.argv", ["dateline", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run_main


@pytest.fixture
def good_page(tmp_path: Path) -> Path:
    """A page that can be read."""
    page = tmp_path / "good.txt"
    page.write_text(GOOD_PAGE, encoding="utf-8")
    return page


@pytest.fixture
def two_pages(good_page: Path) -> Path:
    """A folder with two reports of one occurrence."""
    folder = good_page.parent / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(GOOD_PAGE, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER_PAGE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with two reports of one occurrence and one of another, which no test changes."""
    place = tmp_path_factory.mktemp("filled") / "collection"
    with dateline.open(place) as collection:
        collection.add([GOOD_PAGE, OTHER_PAGE, VISIT_PAGE], workers=0)
    return place
