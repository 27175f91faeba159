"""On paper: what is read stands there whole, and nothing that only a screen can do."""

from __future__ import annotations

import pytest

from tests.browser.crawling import Visited, crawled, shape

_PAPER = 688
"""Pixels of a line of A4 between its margins of 14 mm."""
_SEEN = "e => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })"
_CUT = """width => {
  const seen = e => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement;
    if (!node.data.trim() || !seen(own) || own.closest(".vh, noscript, option, textarea, title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const inside = [];
    for (let e = own; e; e = e.parentElement) if (["hidden", "clip", "auto", "scroll"].includes(getComputedStyle(e).overflowX)) inside.push(e.getBoundingClientRect());
    for (const box of range.getClientRects()) {
      const over = box.width > 0 && (box.right > width + 1 || box.left < -1 || inside.some(b => b.width && (box.right > b.right + 1.5 || box.left < b.left - 1.5)));
      if (over) { found.push(`${own.tagName.toLowerCase()}.${own.className.baseVal ?? own.className}: ${node.data.trim().slice(0, 60)}`); break; }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def screens(newsroom: str) -> list[Visited]:
    """One page of each shape."""
    visited = crawled(newsroom, most_of_a_shape=2, most=120)
    return list({shape(v.address): v for v in reversed(visited) if v.is_page and v.status == 200}.values())


@pytest.fixture
def paper(chromium):
    context = chromium.new_context(viewport={"width": _PAPER, "height": 1_000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_nothing_is_cut_off_on_paper(screens, paper):
    cut = {}
    for screen in screens:
        paper.goto(screen.address)
        if found := paper.evaluate(_CUT, _PAPER):
            cut[shape(screen.address)] = found[:3]
    assert cut == {}


def test_what_only_a_screen_can_do_is_not_on_paper(screens, paper):
    useless = {}
    for screen in screens:
        paper.goto(screen.address)
        shown = [
            one.evaluate("e => e.outerHTML.slice(0, 80)")
            for one in paper.locator(".bar nav, .bar form, .tabs, main .btn, .formats").all()
            if one.evaluate(_SEEN)
        ]
        if shown:
            useless[shape(screen.address)] = shown[:3]
    assert useless == {}


def test_the_words_and_what_was_read_of_them_are_on_paper(newsroom, paper):
    paper.goto(f"{newsroom}stories")
    paper.goto(paper.locator("article.row h3 a").first.evaluate("e => e.href"))
    assert paper.locator(".frame").is_visible() and paper.locator("table.reports").is_visible()
    article = paper.locator("table.reports th a").first.evaluate("e => e.href")
    paper.goto(article)
    assert paper.locator("aside.pick").is_visible() is False
    paper.goto(paper.locator(".fc .note").first.evaluate("e => e.href"))
    assert paper.locator("#chosen .kv").is_visible() and paper.locator("p.tx").first.is_visible()
    tops = paper.evaluate(
        "['#chosen', 'p.tx'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
