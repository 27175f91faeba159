"""Each threat has a test that shows what stops it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| threat |")]
NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+\.py)::(\w+)`", PAGE)))


def test_every_threat_names_what_shows_it() -> None:
    assert len(ROWS) > 50
    assert [row for row in ROWS if not re.search(r"`tests/[\w/.]+\.py::\w+`", row)] == []


@pytest.mark.parametrize("path", sorted({path for path, _ in NAMED}))
def test_the_tests_that_are_named_are_there(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    wanted = [name for other, name in NAMED if other == path]
    assert [name for name in wanted if not re.search(rf"^def {name}\(", text, re.MULTILINE)] == []
