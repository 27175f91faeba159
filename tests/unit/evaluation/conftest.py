"""Makes `evaluation` and `benchmarks`, which stand at the top of the checkout and are not installed, importable."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

STAND_IN = """
from dateline.model import *

def clean(source, *, url=None):
    blocks, at = [], 0
    for line in source.split("\\n"):
        if line.strip():
            kind = BlockKind.BODY if line.endswith(".") else BlockKind.OTHER
            blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    return Article("sha256:" + source[:12], "b", url, None, None, (), None, None, None, "en", True, source,
                   tuple(blocks), ())

def read(source, *, url=None, published=None, outlet=None, tier="accurate"):
    if "BROKEN" in source:
        raise ValueError("cannot be read\\nsecond line")
    with open(CALLS, "a") as calls:
        calls.write("x")
    article = clean(source)
    events = tuple(
        Event(f"e{i}", (), (), "CONSULT", None, (), "040", 1, 1.0, Status.HAPPENED, None, None,
              Trigger(b.start, b.start + 3, "meet"), b.span, (), None, 0.5, "test")
        for i, b in enumerate(article.blocks, 1))
    statements = tuple(
        Statement(f"s{i}", StatementType.INDIRECT, Party(None, "Aalto", None, ()), None, (b.span,), None, None, None, None)
        for i, b in enumerate(article.blocks, 1))
    return Reading(article, (), statements, events, (),
                   Provenance("0", tier, LanguageModel("none", None), "2026-01-01"))
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module `stand_in_reader` in Dateline's place; the file that is returned grows by one byte a page read."""
    calls = tmp_path / "calls"
    calls.touch()
    (tmp_path / "stand_in_reader.py").write_text(STAND_IN + f"\nCALLS = {str(calls)!r}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "stand_in_reader", raising=False)
    return calls
