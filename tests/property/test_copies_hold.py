"""What must hold for copies among any pages."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Article, Block, BlockKind, DatedValue, DatePrecision, Outlet
from dateline.syndication import CopyIndex, families, find_copies

WORDS = st.sampled_from(
    "the boat reef of a Tarawa “harbour” said no’one été 𝒳 ship's 42 礁石 and — was, in. \u0301 İstanbul".split(
        " "
    )
)
SENTENCE = st.lists(WORDS, min_size=6, max_size=40).map(" ".join)
PARTS = st.lists(SENTENCE, min_size=2, max_size=6)
OPENING = (
    "Harbour workers in Tarawa found the missing survey boat on Tuesday, eleven days after it left port."
)
DAYS = st.sampled_from([None, "2024-05-02", "2024-05-03", "2024-05-03T10:00:00Z", "2024-05"])


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    parts = draw(PARTS)
    found = []
    for number in range(draw(st.integers(2, 6))):
        body = "\n".join(draw(st.lists(st.sampled_from(parts), min_size=1, max_size=5)))
        day = draw(DAYS)
        date = DatedValue(day, DatePrecision.DAY, "given", None) if day else None
        outlet = draw(st.sampled_from([None, Outlet(None, "Reef Gazette")]))
        blocks = (Block(BlockKind.BODY, 0, len(body)),)
        found.append(
            Article(f"p{number}", "", None, outlet, None, (), date, None, None, "en", True, body, blocks, ())
        )
    return found


def letters(text: str) -> str:
    """The letters and digits of a text, small and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if c.isalnum())


@settings(deadline=None, max_examples=80)
@given(articles(), st.randoms(use_true_random=False))
def test_any_order_and_any_way_give_the_same_edges_between_places_that_exist(
    pages: list[Article], chance
) -> None:
    expected = find_copies(pages)
    shuffled = list(pages)
    chance.shuffle(shuffled)
    assert find_copies(shuffled) == expected
    index = CopyIndex()
    for article in shuffled:
        index.add(article)
    assert index.edges() == expected
    text = {article.id: article.text for article in pages}
    for edge in expected:
        assert edge.from_ != edge.to
        for original, copy in edge.passages:
            a, b = original.of(text[edge.from_]), copy.of(text[edge.to])
            assert a and b
            assert letters(a)[:1] == letters(b)[:1] and letters(a)[-1:] == letters(b)[-1:]
    groups = families(text, expected)
    assert sorted(article for group in groups for article in group) == sorted(text)


@settings(deadline=None, max_examples=60)
@given(articles())
def test_a_page_and_its_untouched_double_are_one_family(pages: list[Article]) -> None:
    text = f"{OPENING}\n{pages[0].text}"
    blocks = (Block(BlockKind.BODY, 0, len(text)),)
    first, double = (
        replace(pages[0], text=text, blocks=blocks),
        replace(pages[0], id="z", text=text, blocks=blocks),
    )
    edges = find_copies([first, double])
    assert len(edges) == 1
    for original, copy in edges[0].passages:
        a, b = (first, double) if edges[0].from_ == first.id else (double, first)
        assert letters(original.of(a.text)) == letters(copy.of(b.text))
