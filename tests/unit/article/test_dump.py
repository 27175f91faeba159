"""Text dumps: every line gets its kind, and the page's own facts are read."""

from __future__ import annotations

import pytest

from dateline.article import read_article
from dateline.model import Article, BlockKind, Outlet, RawPage

STORY = """Ministers of Norland and Estmark sign a harbour treaty in Port Ambrel - The Ambrel Herald
Advertisement

Ministers of Norland and Estmark sign a harbour treaty in Port Ambrel
A treaty that took nine years ends the quarrel over fishing rights in the northern sound.
By Mira Tolvanen and Jon Aske March 12, 2024

Two delegates shake hands in a hall.
The ministers of Norland, left, and Estmark pose after the signing on Tuesday.
(Eva Lund / Associated Press)
Share via

PORT AMBREL, March 12 (Reuters) - Norland and Estmark signed a treaty on their shared harbour on Tuesday, ending a dispute that has lasted nine years.

The treaty gives both countries the right to use the northern docks, and it sets up a joint council for the fishing grounds of the sound.

Advertisement

“We have waited long for this day,” the Norland minister said after the signing in the old customs house.

What happens next

The parliaments of Norland and Estmark must approve the treaty by the end of June, officials of both countries said.

Fishing crews from Estmark welcomed the treaty, but asked who will pay for the repair of the northern docks.

Mira Tolvanen is a reporter based in Port Ambrel who covers shipping.

This article originally appeared on Sound Review here.

Related Content

Ferry line to the islands cancelled again

Most Read

  1. Baker wins the island lottery twice
    2 days ago
  2. Where to swim this summer
    3 days ago

Sign up for our newsletter

© 2024 The Ambrel Herald. All rights reserved.
"""


class Outlets:
    """One outlet that is known."""

    def outlet(self, name_or_domain: str) -> Outlet | None:
        known = {"The Ambrel Herald", "ambrel.example"}
        return Outlet("dl-ambrel", "Ambrel Herald") if name_or_domain in known else None


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(RawPage(STORY, "story.txt"))


def kind_at(article: Article, words: str) -> BlockKind:
    """Kind of the block that holds the last occurrence of some words."""
    at = article.text.rindex(words)
    return next(block.kind for block in article.blocks if block.start <= at < block.end)


def test_the_text_is_unchanged(article: Article) -> None:
    assert article.text == STORY


def test_every_line_lies_in_exactly_one_block(article: Article) -> None:
    at = 0
    for line in STORY.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            covering = [b for b in article.blocks if b.start <= start and start + len(line.strip()) <= b.end]
            assert len(covering) == 1, line
        at += len(line) + 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ministers of Norland and Estmark sign", BlockKind.HEADLINE),
        ("in Port Ambrel - The Ambrel Herald", BlockKind.OTHER),
        ("A treaty that took nine years", BlockKind.DEK),
        ("By Mira Tolvanen", BlockKind.BYLINE),
        ("Two delegates shake hands", BlockKind.CAPTION),
        ("left, and Estmark pose", BlockKind.CAPTION),
        ("(Eva Lund", BlockKind.CREDIT),
        ("Share via", BlockKind.SHARE),
        ("Advertisement", BlockKind.AD),
        ("Norland and Estmark signed", BlockKind.BODY),
        ("We have waited long", BlockKind.BODY),
        ("What happens next", BlockKind.BODY),
        ("Fishing crews from Estmark", BlockKind.BODY),
        ("Mira Tolvanen is a reporter", BlockKind.BIO),
        ("This article originally appeared", BlockKind.REPUBLICATION),
        ("Related Content", BlockKind.RELATED),
        ("Ferry line", BlockKind.RELATED),
        ("Baker wins", BlockKind.MOST_READ),
        ("2 days ago", BlockKind.MOST_READ),
        ("Sign up for", BlockKind.PROMO),
        ("© 2024", BlockKind.LEGAL),
    ],
)
def test_lines_have_their_kind(article: Article, words: str, kind: BlockKind) -> None:
    assert kind_at(article, words) is kind


def test_title_people_dates_and_outlet(article: Article) -> None:
    assert article.title == "Ministers of Norland and Estmark sign a harbour treaty in Port Ambrel"
    assert article.authors == ("Mira Tolvanen", "Jon Aske")
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2024-03-12", "byline")
    assert article.published.span is not None
    assert article.published.span.of(article.text) == "March 12, 2024"
    assert article.outlet == Outlet(None, "The Ambrel Herald")


def test_the_opening_gives_place_and_agency(article: Article) -> None:
    assert article.dateline is not None
    assert article.dateline.place == "PORT AMBREL"
    assert article.dateline.span.of(article.text) == "PORT AMBREL"


def test_the_chain_names_origin_and_agencies_of_the_text_alone(article: Article) -> None:
    links = [(link.relation, link.outlet, link.span.of(article.text)) for link in article.chain]
    assert links == [
        ("agency", "Reuters", "Reuters"),
        ("republished_from", "Sound Review", "This article originally appeared on Sound Review here."),
    ]


def test_known_outlets_get_their_id() -> None:
    article = read_article(RawPage(STORY, "story.txt"), outlets=Outlets())
    assert article.outlet == Outlet("dl-ambrel", "Ambrel Herald")
    by_domain = read_article(
        RawPage("A short note.", "x", url="https://www.ambrel.example/a"), outlets=Outlets()
    )
    assert by_domain.outlet is not None
    assert by_domain.outlet.id == "dl-ambrel"


def test_a_saved_page_title_with_a_date() -> None:
    text = (
        " date 2023-05-02 Dam on the Rill opens after ten years\n\nDam on the Rill opens after ten years\n\n"
        + (
            "The dam on the Rill was opened on Monday by the water minister, who thanked the builders.\n\n"
            * 1
        )
    )
    article = read_article(RawPage(text, "x"))
    assert article.title == "Dam on the Rill opens after ten years"
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2023-05-02", "page_meta")
    assert article.published.span == (6, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Norland sent a ship.",
        "The minister left the capital on Monday after talks failed.",
        "Talks\n\nThey failed.",
    ],
)
def test_short_texts_have_a_body(text: str) -> None:
    article = read_article(RawPage(text, "x"))
    assert any(block.kind is BlockKind.BODY for block in article.blocks)


def test_by_for_names_the_origin() -> None:
    text = "Harbour treaty signed\n\nBy Mira Tolvanen for Sound Review\n\n" + STORY.split("\n\n")[5] + "\n"
    article = read_article(RawPage(text, "x", outlet="The Ambrel Herald"))
    assert article.authors == ("Mira Tolvanen",)
    assert [(link.relation, link.outlet) for link in article.chain] == [("republished_from", "Sound Review")]
    own = read_article(RawPage(text, "x", outlet="Sound Review"))
    assert own.chain == ()


def test_what_the_caller_gave_goes_first() -> None:
    article = read_article(RawPage(STORY, "x", published="2024-04-01", outlet="Another Paper"))
    assert article.published is not None
    assert (article.published.value, article.published.source) == ("2024-04-01", "given")
    assert article.outlet == Outlet(None, "Another Paper")


def test_ids_follow_the_contract() -> None:
    by_outlet = read_article(RawPage("A note.", "x", outlet="Some Paper"))
    by_url = read_article(RawPage("A note.", "x", url="https://a.example/", outlet="Some Paper"))
    assert by_outlet.id != by_url.id
    assert by_outlet.id.startswith("sha256:")
    assert by_outlet.body_sha256 == by_url.body_sha256


def test_furniture_does_not_make_a_new_version(article: Article) -> None:
    other = read_article(RawPage(STORY.replace("2 days ago", "5 days ago"), "x"))
    changed = read_article(RawPage(STORY.replace("nine years.", "ten years."), "x"))
    assert other.body_sha256 == article.body_sha256
    assert changed.body_sha256 != article.body_sha256


def test_reading_is_deterministic(article: Article) -> None:
    assert read_article(RawPage(STORY, "story.txt")) == article


def test_language_comes_from_the_caller() -> None:
    assert (
        read_article(RawPage(STORY, "x"), language=lambda text: "en" if "treaty" in text else "und").language
        == "en"
    )
    assert read_article(RawPage(STORY, "x")).language == "und"
