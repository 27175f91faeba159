"""Lines that repeat over the pages of an outlet are furniture, for a caller who has read other pages."""

from __future__ import annotations

from dateline.article import read_article
from dateline.article.repeats import Repeats
from dateline.model import BlockKind, RawPage

PLEDGE = "We write for the people of the sound, and we thank all who read us every morning."
PAGE = (
    """Council votes for a ferry number {n}

The council of Port Ambrel voted on Monday to buy ferry number {n} for the islands, which have waited for two winters.

"""
    + PLEDGE
    + """

Families of the islands said that ferry number {n} comes late, but that they will be on board when it leaves the harbour.
"""
)
PAGES = [PAGE.format(n=n) for n in range(5)]


def body_of(text: str, repeats: Repeats | None) -> str:
    article = read_article(RawPage(text, "page.txt", url="https://www.ambrel.example/a"), repeats=repeats)
    return "\n".join(span.of(article.text) for span in article.spans_of(BlockKind.BODY))


def test_a_line_on_three_other_pages_is_furniture() -> None:
    repeats = Repeats(("ambrel.example", page) for page in PAGES)
    assert PLEDGE in body_of(PAGES[0], None)
    assert PLEDGE not in body_of(PAGES[0], repeats)
    assert "ferry number 0 comes late" in body_of(PAGES[0], repeats)


def test_a_page_does_not_count_against_itself() -> None:
    repeats = Repeats(("ambrel.example", page) for page in PAGES[:3])
    assert PLEDGE in body_of(PAGES[0], repeats)
    assert PLEDGE not in body_of(PAGES[4], repeats)


def test_outlets_are_kept_apart_and_copies_count_once() -> None:
    other = Repeats(("sound.example", page) for page in PAGES)
    assert PLEDGE in body_of(PAGES[0], other)
    copies = Repeats(("ambrel.example", PAGES[1]) for _ in range(9))
    assert PLEDGE in body_of(PAGES[0], copies)
