"""The top of a dump: masthead, page title, headline under menus, bylines without "by", captions."""

from __future__ import annotations

import pytest

from dateline.article import read_article
from dateline.article.byline import read_byline, read_name_line
from dateline.article.furniture import rows_of
from dateline.article.title_lines import best_title_line
from dateline.model import Article, BlockKind, Outlet, RawPage

BODY = """Norland and Estmark signed a treaty on their shared harbour on Tuesday, ending a dispute that has lasted nine years.

The treaty gives both countries the right to use the northern docks, and it sets up a joint council for the sound.

Fishing crews from Estmark welcomed the treaty, but asked who will pay for the repair of the northern docks.
"""


def read(front: str, tail: str = "") -> Article:
    return read_article(RawPage(f"{front}\n\n{BODY}{tail}", "x"))


def words_of(article: Article, kind: BlockKind) -> str:
    return "\n".join(span.of(article.text) for span in article.spans_of(kind))


def test_a_masthead_names_the_outlet() -> None:
    article = read(
        "The Ambrel Review\nMenu\nSearch\n\nTwo ports and a treaty that took nine years\nWorld\nBy Mira Tolvanen"
    )
    assert article.outlet == Outlet(None, "The Ambrel Review")
    assert article.title == "Two ports and a treaty that took nine years"


def test_a_second_line_is_a_masthead_when_the_page_names_it_again() -> None:
    front = "Menu\nAmbrel Courier\n\nTwo ports and a treaty that took nine years\nBy Mira Tolvanen"
    assert read(front).outlet is None
    assert read(front, "\nMore from Ambrel Courier\nThe price of herring\n").outlet == Outlet(
        None, "Ambrel Courier"
    )


@pytest.mark.parametrize(
    "line", ["Analysis by Mira Tolvanen", "Mira Tolvanen in Port Ambrel", "Mira Tolvanen", "By Mira Tolvanen"]
)
def test_bylines_with_and_without_by(line: str) -> None:
    article = read(f"Two ports and a treaty that took nine years\n\n{line}")
    assert article.authors == ("Mira Tolvanen",)
    assert words_of(article, BlockKind.BYLINE) == line


@pytest.mark.parametrize(
    "line", ["Floods in Norland", "Treaty signed in Port Ambrel on Tuesday", "Ferries in June"]
)
def test_other_lines_are_no_names(line: str) -> None:
    assert read_name_line(line) is None
    assert read_byline(line) is None


def test_a_page_title_is_not_the_headline_a_second_time() -> None:
    article = read(
        "Two ports and a treaty | The Ambrel Review\nMenu\n\nTwo ports and a treaty\n\nBy Mira Tolvanen"
    )
    assert words_of(article, BlockKind.HEADLINE) == "Two ports and a treaty"
    assert article.text.index("Two ports") < article.spans_of(BlockKind.HEADLINE)[0].start


def test_the_name_of_the_site_is_no_part_of_the_only_headline() -> None:
    article = read("Two ports and a treaty | The Ambrel Review")
    assert words_of(article, BlockKind.HEADLINE) == "Two ports and a treaty"
    assert article.outlet == Outlet(None, "The Ambrel Review")


MENU = "• Home\n• World\n• Sport and weather for the whole of the sound\n"


@pytest.mark.parametrize(
    "front",
    [
        MENU
        + "Two ports and a treaty after nine years\nNeighbours settle who may use the docks of the sound and who pays for them",
        MENU
        + "HomeWorldTwo ports and a treaty after nine years\nTwo ports and a treaty after nine years\n12 March 2024",
        "Most read this week on our pages and those of our friends\n"
        + MENU
        + "World\nTwo ports and a treaty after nine years\nMira Tolvanen",
    ],
)
def test_the_headline_is_found_under_menus_and_over_its_dek(front: str) -> None:
    assert read(front).title == "Two ports and a treaty after nine years"


def test_a_description_of_the_picture_goes_with_its_caption() -> None:
    picture = "Two grey ships lie side by side.\nShips of both navies in Port Ambrel. Photo: Eva Lund/AFP"
    article = read(f"Two ports and a treaty that took nine years\n\nBy Mira Tolvanen\n\n{picture}")
    assert words_of(article, BlockKind.CAPTION) == picture
    assert article.chain == ()


def test_weights_of_titles_are_numbers_with_a_meaning() -> None:
    rows = list(rows_of("title_weights.csv"))
    assert all(float(row["weight"]) and row["meaning"] for row in rows)
    assert len({row["cue"] for row in rows}) == len(rows)
    assert best_title_line([], [], 0) is None
