"""On every page of every set: offsets hold, every block stands in the page, and the same page gives the same article."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from lxml.html import HTMLParser, document_fromstring

from dateline.article import read_article
from dateline.model import Article, DatedValue, RawPage
from dateline.sources import page_of

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
RULERS = SHARED / "tools" / "datasets.py"
NO_TEXT = (
    "//script | //style | //noscript | //template | //svg | //select | //iframe | //math | //object | //embed | //textarea"
    " | //audio | //video | //canvas | //map | //datalist | //comment() | //processing-instruction()"
)
PLAIN = "translate(@style, 'DEINOPLSAYVBH ', 'deinoplsayvbh')"
HIDDEN = f"//*[@hidden or contains({PLAIN}, 'display:none') or contains({PLAIN}, 'visibility:hidden')]"
EVERY = 6
"""Of the pages in HTML, this part is read in the accurate tier too, and everything twice."""

pytestmark = pytest.mark.skipif(
    not (RULERS.exists() and (SHARED / "data").exists()), reason=f"no page sets here ({SHARED} absent)"
)


@pytest.fixture(scope="module")
def datasets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("page_sets", RULERS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def spans_of(article: Article) -> Iterator[tuple[int, int]]:
    yield from ((block.start, block.end) for block in article.blocks)
    yield from (entry.span for entry in article.entries)
    yield from (link.span for link in article.chain)
    yield from (candidate.span for candidate in article.candidates if candidate.span)
    dates: tuple[DatedValue | None, ...] = (article.published, article.modified)
    yield from (date.span for date in dates if date and date.span)


def check(article: Article) -> None:
    """Spans lie in the text and are not empty; each line that is not blank lies in one block; head values stand at their spans."""
    text = article.text
    for start, end in spans_of(article):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
    last = 0
    for block in article.blocks:
        assert block.start >= last
        assert (
            not text[last : block.start].strip()
            or "|" in text[last : block.start]
            or last_is_headline(article, last)
        )
        last = block.end
    assert not text[last:].strip() or last_is_headline(article, last)


def last_is_headline(article: Article, end: int) -> bool:
    """What stands beside a headline on its line (a site's name) lies in no block."""
    return any(block.end == end and block.kind == "headline" for block in article.blocks)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def letters_shown(html: str) -> list[str]:
    """Letters of the page without scripts and styles; and without what is hidden inside a line."""
    page = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    found = []
    for unseen in (NO_TEXT, HIDDEN):
        for element in page.xpath(unseen):
            if element.getparent() is not None:
                element.drop_tree()
        found.append(letters("".join(page.itertext())))
    return found


@pytest.mark.parametrize("name", ["aeb", "naeb", "funduspub"])
def test_pages_in_html(datasets: ModuleType, name: str) -> None:
    for number, page in enumerate(getattr(datasets, name)(SHARED / "data")):
        raw = page_of(page.html, url=page.url)
        for tier in ("fast", "accurate") if number % EVERY == 0 else ("fast",):
            article = read_article(raw, tier=tier)
            check(article)
            assert isinstance(raw.content, str)
            shown = letters_shown(raw.content)
            lines = [line for block in article.blocks for line in block.span.of(article.text).split("\n")]
            assert all(any(letters(line) in each for each in shown) for line in lines), page.id
            if number % EVERY == 0:
                assert read_article(raw, tier=tier) == article


def test_text_dumps(datasets: ModuleType) -> None:
    for number, page in enumerate(datasets.lines_dev(SHARED / "data")):
        raw = RawPage(page.text, page.id, page.url)
        article = read_article(raw)
        assert article.text == page.text
        check(article)
        if number % EVERY == 0:
            assert read_article(raw) == article
