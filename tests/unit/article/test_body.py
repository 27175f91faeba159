"""Where a body ends, and which lines between its paragraphs belong to it."""

from __future__ import annotations

import pytest

from dateline.article import read_article
from dateline.article.furniture import furniture, headings, rows_of
from dateline.article.lines import lines_of
from dateline.article.marks import mark
from dateline.model import BlockKind, RawPage

STORY = """Harbour council of Port Ambrel votes for a second ferry

By Mira Tolvanen

The harbour council of Port Ambrel voted on Monday to buy a second ferry for the islands, after two winters in which the old ferry stood still for weeks.

The second ferry will carry forty cars and leave the harbour four times a day, the council said, and it will be built in a yard of the northern sound.

{inside}

Island families have asked the council for a second ferry since the old ferry lost its rudder in a storm and the harbour stood empty for nine days.

“The islands cannot wait for another winter,” said the chair of the council, who grew up on the islands and took the old ferry to school in Port Ambrel.

The council will pay half of the ferry; the islands and the harbour will share the rest, and tickets will cost as much as they do on the old ferry.
"""

STREAM = """
More from our pages
Jon Aske
March 3, 2024
Orchard growers count what the late frost has left of their apples
Growers in the valley expect a third of last year's apples, since frost came while the trees were in bloom.

Share this article
Eva Lund
March 2, 2024
A painter of clouds shows forty years of watercolours in the old mill
Visitors may see sketches that were never hung before, and buy prints from a table by the door.

Share this article
Jon Aske
March 1, 2024
School choirs rehearse for the contest that opens the spring festival
Twelve choirs sing this year, two of them for the first time, and the hall is sold out already.
"""


def body_of(text: str) -> str:
    article = read_article(RawPage(text, "page.txt"))
    return "\n".join(block.of(article.text) for block in article.spans_of(BlockKind.BODY))


def test_a_stream_of_other_stories_is_no_part_of_the_body() -> None:
    body = body_of(STORY.format(inside="") + STREAM)
    assert "as much as they do on the old ferry" in body
    assert "apples" not in body and "choirs" not in body


@pytest.mark.parametrize(
    "line",
    ["Why the old ferry failed", "Nobody on the islands was surprised."],
)
def test_a_heading_or_short_sentence_between_paragraphs_is_body(line: str) -> None:
    assert line in body_of(STORY.format(inside=line))


def test_a_list_that_the_paragraph_above_introduces_is_body() -> None:
    items = "• four crossings a day to the islands\n• forty cars on each ferry\n• tickets at the old price"
    body = body_of(
        STORY.format(
            inside=f"The council has promised the islands three things for the second ferry:\n{items}"
        )
    )
    assert "forty cars on each ferry" in body


@pytest.mark.parametrize(
    "inside",
    [
        "Read more: Frost takes a third of the valley's apples",
        "Related stories\n• Frost takes a third of the valley's apples\n• A painter of clouds shows his watercolours",
        "So many apples! pic.twitter.com/Xy12ab",
    ],
)
def test_links_between_paragraphs_are_not_body(inside: str) -> None:
    body = body_of(STORY.format(inside=inside))
    assert "apples" not in body
    assert "Island families" in body and "tickets will cost" in body


def test_a_long_paragraph_before_the_byline_is_body_and_a_short_one_is_not() -> None:
    long = (
        "The harbour council of Port Ambrel "
        + "and the families of the islands " * 6
        + "met on Monday about a ferry."
    )
    story = STORY.format(inside="").replace("By Mira Tolvanen", long + "\n\nBy Mira Tolvanen")
    assert long in body_of(story)
    dek = "Families of the islands have asked for it since the storm, and the harbour will pay."
    assert dek not in body_of(story.replace(long, dek))


def test_a_colon_of_a_phrase_is_needed_where_the_line_goes_on() -> None:
    kinds = [mark(line).is_kind for line in lines_of("Photo: Eva Lund\nPhoto booths are back in Port Ambrel")]
    assert kinds == [BlockKind.CREDIT, None]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("यह भी पढ़ें", BlockKind.RELATED),
        ("Baca juga", BlockKind.RELATED),
        ("Citește și", BlockKind.RELATED),
        ("相关推荐", BlockKind.RELATED),
        ("많이 본 기사", BlockKind.MOST_READ),
        ("Le più lette", BlockKind.MOST_READ),
    ],
)
def test_headings_of_lists_are_known_in_many_languages(line: str, kind: BlockKind) -> None:
    assert mark(lines_of(line)[0]).opens is kind


@pytest.mark.parametrize("table", ["end_weights.csv", "inside_weights.csv"])
def test_weights_are_numbers_with_a_meaning(table: str) -> None:
    rows = list(rows_of(table))
    assert all(-10 < float(row["weight"]) < 10 and row["meaning"] for row in rows)
    assert len({row["cue"] for row in rows}) == len(rows) > 20


@pytest.mark.parametrize(
    "text", ["One line.", "• a\n• b\n• c", "word " * 60 + ".\nshort\n" + "word " * 60 + "."]
)
def test_any_page_can_be_read(text: str) -> None:
    assert read_article(RawPage(text, "page.txt")).text == text


def test_phrase_tables_are_read() -> None:
    assert headings().whole and furniture().starts
