"""Who copied whom, as a reader of two pages would say."""

from __future__ import annotations

import random
import unicodedata

import pytest
from copied_pages import OTHER, REPORT, THIRD, page

from dateline.model import Article
from dateline.syndication import families, find_copies


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


def test_passages_of_an_untouched_copy_are_the_same_text_on_both_pages() -> None:
    first = page("a", REPORT, published="2024-05-02")
    second = page("b", REPORT[1:4], published="2024-05-03", title="Boat is back")
    (edge,) = find_copies([first, second])
    assert edge.passages
    for original, copy in edge.passages:
        assert first.text[original.start : original.end] == second.text[copy.start : copy.end]


def test_a_copy_of_a_copy_leads_to_the_true_original() -> None:
    first = page("c", REPORT, published="2024-05-02")
    second = page("a", REPORT[:5], published="2024-05-03")
    third = page("b", REPORT[:3], published="2024-05-04")
    edges = find_copies([third, second, first])
    assert [(edge.from_, edge.to) for edge in edges] == [("c", "a"), ("a", "b"), ("c", "b")]
    assert families("abc", edges) == [frozenset("abc")]


def test_a_text_of_two_reports_has_two_originals_and_leaves_them_independent() -> None:
    pages = [
        page("a", REPORT[:3], published="2024-05-02"),
        page("b", THIRD, published="2024-05-02", title="Who untied the boat"),
        page(
            "m", [REPORT[0], THIRD[0], REPORT[1], THIRD[1]], published="2024-05-03", title="Boat: all we know"
        ),
    ]
    edges = find_copies(pages)
    assert [(edge.from_, edge.to) for edge in edges] == [("a", "m"), ("b", "m")]
    assert all(edge.relation in ("copy", "cut", "adapted") for edge in edges)
    groups = families("abm", edges)
    assert len(groups) == 2 and frozenset("ab") not in groups


def test_a_part_of_a_text_of_two_reports_goes_with_its_own_original() -> None:
    mixed = [REPORT[0], THIRD[0], REPORT[1], THIRD[1]]
    pages = [
        page("a", REPORT[:3], published="2024-05-02"),
        page("b", THIRD, published="2024-05-02", title="Who untied the boat"),
        page("m", mixed, published="2024-05-03", title="Boat: all we know"),
        page("n", THIRD[:2], published="2024-05-04", title="Rope was worn"),
    ]
    groups = families("abmn", find_copies(pages))
    assert len(groups) == 2
    assert any({"b", "n"} <= group and "a" not in group for group in groups)


def test_an_outlets_own_later_version_is_the_same_report() -> None:
    first = page("b", REPORT[:3], published="2024-05-02", outlet="Reef Gazette")
    later = page("a", [*OTHER, *REPORT[:2], *THIRD], published="2024-05-03", outlet="The Reef Gazette")
    (edge,) = find_copies([later, first])
    assert (edge.from_, edge.to, edge.relation) == ("b", "a", "adapted")
    elsewhere = page("a", [*OTHER, *REPORT[:2], *THIRD], published="2024-05-03", outlet="Lagoon News")
    (edge,) = find_copies([elsewhere, first])
    assert edge.relation == "passage"


def test_many_versions_of_one_report_are_no_furniture_of_their_outlet() -> None:
    versions = [
        page(f"v{n}", [*REPORT, f"Version {n}."], published=f"2024-05-0{n}", outlet="Reef Gazette")
        for n in range(1, 7)
    ]
    edges = find_copies([*versions, page("z", REPORT, published="2024-05-08", outlet="Lagoon News")])
    assert {edge.from_ for edge in edges if edge.to == "z"} == {f"v{n}" for n in range(1, 7)}


def test_a_quotation_in_other_marks_is_still_a_quotation() -> None:
    words = "We looked for her on every beach and in every creek and then one of the boys saw the mast from his roof"
    for left, right in (("‘", "’"), ("„", "“"), ("«", "»"), ('"', '"')):
        a = page("a", [OTHER[0], f"“{words},” said the harbour master.", OTHER[1]])
        b = page(
            "b",
            [REPORT[0], f"{left}{words},{right} the harbour master told us.", REPORT[2]],
            title="It is back",
        )
        assert find_copies([a, b]) == []


def test_a_published_statement_that_is_nearly_the_whole_of_two_pages_is_a_copy() -> None:
    words = " ".join(REPORT)
    a = page("a", [f"“{words}”"], published="2024-05-02")
    b = page("b", [f"“{words}”"], published="2024-05-03", title="A statement")
    (edge,) = find_copies([a, b])
    assert (edge.from_, edge.to, edge.relation) == ("a", "b", "copy")


def test_words_are_the_same_in_any_script_and_spans_count_every_character() -> None:
    greek = "Το πλοίο βρέθηκε την Τρίτη κοντά στον ύφαλο και μεταφέρθηκε στο λιμάνι πριν νυχτώσει από το λιμενικό σώμα."
    chinese = (
        "搜救人员星期二在礁石附近找到了失踪的测量船并在天黑之前把它拖回了港口船上没有人受伤记录仍然可以读取"
    )
    for words in (greek, chinese, "\U0001f6a2 " + REPORT[0] + " \U0001f30a\U0001f30a " + REPORT[1]):
        first = page("a", [words], published="2024-05-02", title="\U0001f6a2 one")
        second = page("b", ["\U0001f30a", words], published="2024-05-03", title="Two")
        (edge,) = find_copies([first, second])
        assert edge.relation in ("copy", "cut")
        for original, copy in edge.passages:
            assert original.of(first.text) == copy.of(second.text)


def test_an_accent_that_is_written_as_a_sign_of_its_own_makes_no_other_word() -> None:
    words = "Le bateau a été retrouvé mardi près du récif où il était resté coincé après la tempête de la semaine passée."
    first = page("a", [words], published="2024-05-02")
    second = page("b", [unicodedata.normalize("NFD", words).upper()], published="2024-05-03")
    (edge,) = find_copies([first, second])
    assert edge.relation == "copy"
    original, copy = edge.passages[-1]
    assert original.of(first.text).endswith("passée")
    assert unicodedata.normalize("NFC", copy.of(second.text)).endswith("PASSÉE")


def test_more_copies_than_a_posting_holds_are_still_one_family() -> None:
    pages = [page(f"{n:03}", REPORT, published="2024-05-02", title=f"Boat number {n}") for n in range(150)]
    expected = find_copies(pages)
    assert len(families([p.id for p in pages], expected)) == 1
    random.Random(1).shuffle(pages)
    assert find_copies(pages) == expected


def test_pages_further_apart_than_the_days_given_are_not_compared() -> None:
    pages = [
        page("a", REPORT, published="2024-05-02"),
        page("b", REPORT, published="2024-05-20"),
        page("u", REPORT),
    ]
    assert {(edge.from_, edge.to) for edge in find_copies(pages, days=10)} == {("a", "u"), ("b", "u")}
    assert len(find_copies(pages, days=18)) == 3


def test_texts_with_several_near_originals_stay_in_one_family() -> None:
    """The fuller versions have no original of their own, and either could be the main one of the others."""
    pages = [
        page("a", [*REPORT, THIRD[0]], title="Boat: first version"),
        page("b", [*REPORT, OTHER[1], OTHER[2]], title="Boat: second version"),
        page("c", REPORT, title="Boat: third version"),
        page("d", REPORT[:4], title="Boat: fourth version"),
    ]
    assert families("abcd", find_copies(pages)) == [frozenset("abcd")]
