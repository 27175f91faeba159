"""Every code block of README, tutorial and how-to runs, and prints what its page shows. With DATELINE_LONG=1; what takes no time is always tried."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, RUN, Block, blocks, pages
from tests.docs.sandbox import Sandbox
from tests.docs.sessions import is_as_shown, session

PAGES = pages()
BLOCKS = [block for page in PAGES for block in blocks(page)]
NOT_RUN = [block for block in BLOCKS if block.language in RUN and "not run" in block.notes]
MOST_NOT_RUN = 12
LANGUAGES = {*RUN, "text", "csv", "json", "html"}
is_long = bool(os.environ.get("DATELINE_LONG"))


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_every_block_says_its_language():
    assert [block.name for block in BLOCKS if block.language not in LANGUAGES] == []


def test_few_blocks_are_not_run_and_each_says_why():
    assert [block.name for block in NOT_RUN if len(block.notes["not run"].split()) < 3] == []
    assert len(NOT_RUN) <= MOST_NOT_RUN, [block.name for block in NOT_RUN]


@pytest.mark.parametrize(
    "block", [b for b in BLOCKS if b.language == "python"], ids=lambda block: str(block.name)
)
def test_python_can_be_read(block: Block):
    compile(block.code, block.name, "exec")


@pytest.mark.parametrize(
    ("printed", "shown", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\n", "a\n...\nc\n", True),
        ("made 12 of 20\n", "made ... of 20\n", True),
        ("anything", "", True),
    ],
)
def test_what_a_page_shows_is_compared(printed, shown, same):
    assert is_as_shown(printed, shown) is same


def test_a_session_is_taken_apart():
    assert session("$ one \\\n> --two\nout\n$ three\n") == [("one \\\n--two\n", "out\n"), ("three\n", "")]


@pytest.mark.skipif(not is_long, reason="DATELINE_LONG is not set")
@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_blocks_of_a_page_run(page: Path, tmp_path: Path, collection: Path, request):
    own = list(blocks(page))
    asks = any("postgres" in block.notes for block in own)
    new_database = request.getfixturevalue("server").new_database if asks else None
    if any(block.language == "r" and block.is_run for block in own) and shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed (Debian: r-base-core)")
    sandbox = Sandbox(tmp_path / "sandbox", collection, new_database)
    printed = ""
    try:
        for block in own:
            if block.file and not block.is_run:
                sandbox.write(block)
            elif block.is_run:
                printed = sandbox.run(block)
            elif "prints" in block.notes:
                assert is_as_shown(printed, block.code), f"{block.name}: printed\n{printed}"
    finally:
        sandbox.close()
