"""Who copied whom, as a reader of two pages would say."""

from __future__ import annotations

import random

import pytest

from dateline.model import Article, Block, BlockKind, ChainLink, DatedValue, DatePrecision, Outlet, Span
from dateline.syndication import families, find_copies

REPORT = [
    "Harbour workers in Tarawa found the missing survey boat on Tuesday, eleven days after it left port without a crew.",
    "The boat had drifted past the outer reef and was held fast by a fishing net that nobody has claimed so far.",
    "Coast guard officers towed it back before nightfall and sealed the cabin until an inspector arrives from the capital.",
    "A spokesman for the survey office said that the instruments were dry and that the records could still be read.",
    "The office plans to repeat the survey in the spring, when the currents along the outer reef are weaker than now.",
    "Two islands to the north have asked for a survey of their own because their wells have turned salty since the storm.",
]
OTHER = [
    "An unmanned vessel that vanished from Tarawa almost two weeks ago has been recovered by the coast guard.",
    "Fishermen spotted the hull near the reef and called the harbour, which sent out a tug in the late afternoon.",
    "Nobody was hurt, and the survey office expects to find its measurements intact once the cabin is opened.",
]


def page(
    name: str,
    paragraphs: list[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    taken_from: str | None = None,
    relation: str = "republished_from",
    title: str = "Survey boat found",
) -> Article:
    body = "\n".join(paragraphs)
    text = f"{title}\n{body}"
    date = DatedValue(published, DatePrecision.DAY, "given", None) if published else None
    chain = (ChainLink(relation, taken_from, Span(0, 1)),) if taken_from else ()
    blocks = (
        Block(BlockKind.HEADLINE, 0, len(title)),
        Block(BlockKind.BODY, len(title) + 1, len(text)),
    )
    house = Outlet(None, outlet) if outlet else None
    return Article(name, "", None, house, title, (), date, None, None, "en", True, text, blocks, chain)


def test_a_whole_text_is_a_copy_of_the_earlier_page() -> None:
    late, early = page("a", REPORT, published="2024-05-03"), page("b", REPORT, published="2024-05-02")
    (edge,) = find_copies([late, early])
    assert (edge.from_, edge.to, edge.relation) == ("b", "a", "copy")


def test_a_shortened_text_is_cut_from_the_fuller_one_when_no_time_is_known() -> None:
    (edge,) = find_copies([page("a", REPORT[:2]), page("b", REPORT)])
    assert (edge.from_, edge.to, edge.relation) == ("b", "a", "cut")


def test_a_text_with_small_changes_all_through_stays_in_the_family() -> None:
    chance = random.Random(3)
    words = " ".join(OTHER).split()
    changed = [
        " ".join(chance.choice(words) if chance.random() < 0.08 else word for word in paragraph.split())
        for paragraph in REPORT
    ]
    edges = find_copies(
        [page("a", REPORT, published="2024-05-02"), page("b", changed, published="2024-05-03")]
    )
    assert [edge.from_ for edge in edges] == ["a"]
    assert len(families(["a", "b"], edges)) == 1


def test_passages_point_at_the_same_words_on_both_pages() -> None:
    first, second = (
        page("a", REPORT, published="2024-05-02"),
        page("b", [OTHER[0], *REPORT[2:5]], published="2024-05-03"),
    )
    (edge,) = find_copies([first, second])
    assert edge.passages
    for original, copy in edge.passages:
        assert original.of(first.text).split()[0] == copy.of(second.text).split()[0]
        assert original.of(first.text).split()[-1] == copy.of(second.text).split()[-1]


def test_one_shared_paragraph_leaves_the_reports_independent() -> None:
    mixed = [
        *OTHER,
        REPORT[1],
        "Its owner will pay for the tug, the harbour master told a meeting of the island council.",
    ]
    pages = [page("a", REPORT, published="2024-05-02"), page("b", mixed, published="2024-05-03")]
    edges = find_copies(pages)
    assert [edge.relation for edge in edges] == ["passage"]
    assert len(families(["a", "b"], edges)) == 2


def test_a_shared_quotation_is_no_copy() -> None:
    words = "“We looked for her on every beach and in every creek and then one of the boys saw the mast from his roof,”"
    a = page("a", [OTHER[0], f"{words} said the harbour master.", OTHER[1]])
    b = page("b", [REPORT[0], f"{words} the harbour master told reporters.", REPORT[2]])
    assert find_copies([a, b]) == []


def test_two_reports_in_own_words_are_not_linked() -> None:
    assert find_copies([page("a", REPORT), page("b", OTHER)]) == []


def test_what_the_page_says_comes_before_the_clock() -> None:
    original = page("a", REPORT, published="2024-05-03", outlet="Reef Gazette")
    copy = page("b", REPORT, published="2024-05-02", outlet="Lagoon News", taken_from="The Reef Gazette")
    (edge,) = find_copies([original, copy])
    assert (edge.from_, edge.to, edge.relation) == ("a", "b", "republished")


def test_an_original_that_was_not_read_is_named() -> None:
    (edge,) = find_copies([page("b", REPORT, taken_from="Reef Gazette")])
    assert (edge.from_, edge.to, edge.relation, edge.passages) == (
        "outlet:Reef Gazette",
        "b",
        "republished",
        (),
    )


def test_a_cited_outlet_is_quoted() -> None:
    (edge,) = find_copies([page("b", REPORT, taken_from="Reef Gazette", relation="quotes")])
    assert (edge.from_, edge.relation) == ("outlet:Reef Gazette", "quotes")


def test_another_text_of_the_named_outlet_is_not_the_original() -> None:
    other = page("a", OTHER, outlet="Reef Gazette")
    (edge,) = find_copies([other, page("b", REPORT, taken_from="Reef Gazette")])
    assert edge.from_ == "outlet:Reef Gazette"


def test_what_an_outlet_puts_under_every_page_makes_no_link() -> None:
    notice = "Write to the editors if you have seen a boat, a buoy or a beacon that is not where the chart says it is."
    stories = [[*two, notice] for two in (REPORT[:2], REPORT[2:4], REPORT[4:], OTHER[:2])]
    assert find_copies([page(f"p{n}", story, outlet="Reef Gazette") for n, story in enumerate(stories)]) == []


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = [
        page("a", REPORT, published="2024-05-02"),
        page("b", REPORT[:3], published="2024-05-03"),
        page("c", [*OTHER, REPORT[1]]),
        page("d", OTHER, taken_from="Reef Gazette"),
    ]
    expected = find_copies(pages)
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert find_copies(pages) == expected


@pytest.mark.parametrize("articles", [[], [page("a", [])], [page("a", ["One."]), page("b", ["One."])]])
def test_little_or_no_text_is_no_error(articles: list[Article]) -> None:
    assert find_copies(articles) == []


def test_families_count_an_unread_original_for_nothing() -> None:
    edges = find_copies(
        [page("a", REPORT, taken_from="Reef Gazette"), page("b", OTHER, taken_from="Reef Gazette")]
    )
    assert families(["a", "b"], edges) == [frozenset({"a"}), frozenset({"b"})]
