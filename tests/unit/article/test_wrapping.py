"""Plain text that is broken at a fixed width, as in mail."""

from __future__ import annotations

import textwrap

import pytest

from dateline.article import read_article
from dateline.article.lines import lines_of
from dateline.article.wrapping import join_wrapped
from dateline.model import BlockKind, RawPage

PARAGRAPHS = [
    "Farmers in the valley of the Rill began to sell their herds on Thursday, three weeks after the wells ran dry.",
    "Prices fell at once. A cow that fetched 900 in May went for 350, said the cattle market in Osley, where lorries stood.",
    "The agriculture minister, Jon Aske, asked farmers to wait. He said that water would be brought by rail from the coast.",
    '"We have heard that before," said Eva Lund, who keeps sixty cows. She sold ten of them.',
    "Rain is not expected before October.",
]


def page_at(width: int, indent: str, gap: str) -> str:
    body = gap.join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)
    return f"Farmers sell herds as wells run dry\n\nBy Nils Orre\n4 July 2023\n\n{body}\n\nRelated stories\nThe price of hay\n"


@pytest.mark.parametrize(
    ("width", "indent", "gap"), [(60, "", "\n\n"), (72, "", "\n\n"), (78, "  ", "\n\n"), (66, "    ", "\n")]
)
def test_all_lines_of_the_story_are_body(width: int, indent: str, gap: str) -> None:
    text = page_at(width, indent, gap)
    article = read_article(RawPage(text, "x"))
    body = " ".join(span.of(text) for span in article.spans_of(BlockKind.BODY))
    assert body.split() == " ".join(PARAGRAPHS).split()
    assert article.text == text
    assert article.authors == ("Nils Orre",)


def test_a_subject_line_is_the_title() -> None:
    text = (
        "From: desk@ambrel.example\nSubject: Farmers sell herds as wells run dry\n\n"
        + page_at(72, "", "\n\n").split("2023\n\n")[1]
    )
    assert read_article(RawPage(text, "x")).title == "Farmers sell herds as wells run dry"


def test_text_with_a_line_for_each_paragraph_stays_as_it_is() -> None:
    text = "\n".join(PARAGRAPHS)
    assert join_wrapped(text, lines_of(text)) == lines_of(text)


def test_a_menu_is_no_broken_text() -> None:
    text = "\n".join(
        ["Home", "World news and views", "Sport", "Ferry times for the whole sound", "Weather"] * 6
    )
    assert join_wrapped(text, lines_of(text)) == lines_of(text)
