"""Pages that want to crash, hang or fill the reader: each is read or rejected with a reason, and costs no other page."""

from __future__ import annotations

import resource
import sys

import pytest

import dateline
from dateline.engine import Limits
from dateline.model import REJECTION_CODES, Reading, Rejection
from tests.unit.engine.hostile_pages import HOSTILE, SAID

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is limited on Linux only"
)
LIMITS = Limits(cpu_seconds=1, wall_seconds=60, memory_mb=600)
CODES = {row.code for row in REJECTION_CODES}


@pytest.fixture(scope="module")
def results() -> dict[str, Reading | Rejection]:
    """What becomes of each, read in one batch with an ordinary page at its end."""
    pages = [make() for make in HOSTILE.values()]
    found = list(dateline.read_many([*pages, SAID], workers=2, limits=LIMITS))
    assert len(found) == len(pages) + 1
    return dict(zip([*HOSTILE, "an ordinary page"], found, strict=True))


def test_pages_in_are_readings_and_rejections(results: dict[str, Reading | Rejection]) -> None:
    read = [name for name, result in results.items() if isinstance(result, Reading)]
    rejected = [name for name, result in results.items() if isinstance(result, Rejection)]
    assert len(HOSTILE) >= 100
    assert len(read) + len(rejected) == len(HOSTILE) + 1
    assert len(read) > 70
    assert "an ordinary page" in read


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_rejected_with_a_reason(
    results: dict[str, Reading | Rejection], name: str
) -> None:
    result = results[name]
    if isinstance(result, Reading):
        assert all(m.text == result.article.text[m.start : m.end] for m in result.mentions)
        return
    assert result.code in CODES - {"crash", "internal_error"}, result.message
    assert "\n" not in result.message
    assert len(result.message) < 300
    assert result.bytes_sha256


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", "empty"),
        ("20 MB in one line", "too_large"),
        ("gzip bomb", "too_large"),
        ("200,000 divs deep", "too_deep"),
        ("tables 1,000 deep", "too_deep"),
        ("100,000 attributes", "too_many_attributes"),
        ("100,000 paragraphs", "timeout"),
        ("a picture called a page", "binary"),
        ("a PDF called a page", "pdf"),
    ],
)
def test_the_reason_is_the_right_one(results: dict[str, Reading | Rejection], name: str, code: str) -> None:
    result = results[name]
    assert isinstance(result, Rejection)
    assert result.code == code


@pytest.mark.parametrize(
    "name",
    ["entity bomb", "external entity", "endless comment", "unclosed script", "deep JSON-LD", "huge JSON-LD", "base64 image",
     "bad UTF-8", "lone surrogates", "2,000 spans deep", "tables 200 deep", "one attribute of 3 MB"],
)  # fmt: skip
def test_the_report_on_a_hostile_page_is_read_all_the_same(
    results: dict[str, Reading | Rejection], name: str
) -> None:
    result = results[name]
    assert isinstance(result, Reading)
    assert SAID.strip() in result.article.text
    assert "root:" not in result.article.text
    assert len(result.article.text) < 10_000


def test_memory_is_bounded(results: dict[str, Reading | Rejection]) -> None:
    # A worker begins as a copy of this process, whose memory counts as its own.
    most, copied = (
        resource.getrusage(who).ru_maxrss / 1000 for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    assert most < copied + 1_000
