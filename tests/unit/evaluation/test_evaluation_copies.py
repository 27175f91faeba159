"""The set of copies: what the generator makes and remembers, and how edges are scored."""

from __future__ import annotations

import itertools
import random

import pytest

from dateline.model import ChainEdge, Span
from evaluation.copying import changes
from evaluation.copying.collection import Collection, Original, collection
from evaluation.copying.drafts import Draft, changed, draft_of, sentences, taken, text_of, words_of
from evaluation.sets.copies import family_pairs, result

LINES = (
    "Harbour workers found the survey boat on Tuesday. It had left port on March 3 without a crew, Mr. Aalto said.",
    "“We looked in every creek,” he said. The boat was 40 miles out, and nobody had the program of its route.",
    "The office plans to repeat the survey in the spring, when the currents along the outer reef are weaker.",
    "Two islands to the north have asked for a survey of their own since their wells turned salty in the storm.",
)
DONORS = [
    f"Paragraph {n} of an agency has words of its own, number {n * 7}, so that no other one is like it."
    for n in range(40)
]


def drafted() -> tuple[str, Draft]:
    text, spans, at = "\n".join(LINES), [], 0
    for line in LINES:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return text, draft_of("o", text, spans)


def originals() -> list[Original]:
    turned = tuple(" ".join(reversed(line.split())) for line in LINES)
    return [
        Original("one", "s", "Fox", "2024-05-02", "Boat found", LINES),
        Original("two", "s", "Post", "2024-05-02", "A boat is back", turned),
    ]


def made() -> Collection:
    return collection(originals(), DONORS)


def perfect(pages: Collection) -> list[ChainEdge]:
    """What nobody could do better: an edge for each source, with all words taken from it."""
    edges = []
    for page in pages.pages:
        for source in page.sources:
            spans = tuple((Span(*t.original), Span(*t.copy)) for t in page.shared(1) if t.base == source)
            edges.append(ChainEdge(source, page.article.id, "copy", spans))
    for first, second, words in pages.agency:
        texts = {page.article.id: page.article.text for page in pages.pages}
        spans = tuple(
            Span(texts[i].index(words), texts[i].index(words) + len(words)) for i in (first, second)
        )
        edges.append(ChainEdge(first, second, "passage", ((spans[0], spans[1]),)))
    return edges


@pytest.mark.parametrize("name", ["edited", "respelled", "trimmed", "reordered", "brief", "boxes"])
def test_a_changed_text_remembers_which_words_are_the_originals(name: str) -> None:
    text, draft = drafted()
    chance = random.Random(1)
    done = {
        "edited": lambda: changes.edited(draft, 0.2, chance),
        "respelled": lambda: changes.respelled(draft),
        "trimmed": lambda: changes.trimmed(draft, chance),
        "reordered": lambda: changes.reordered(draft, chance),
        "brief": lambda: changes.brief(draft, 0.2),
        "boxes": lambda: changes.with_boxes(draft, "Norwick Courier", chance),
    }[name]()
    made_text = text_of(done)
    assert made_text != text
    found = taken(done, 0, 1)
    assert found
    for stretch in found:
        assert text[slice(*stretch.original)] == made_text[slice(*stretch.copy)]


def test_edits_change_about_the_share_that_was_asked_for() -> None:
    _, draft = drafted()
    kept = sum(t.words for t in taken(changes.edited(draft * 20, 0.1, random.Random(2)), 0, 1))
    assert 0.85 < kept / words_of(draft * 20) < 0.98


def test_a_british_paper_spells_dates_and_measures_its_own_way() -> None:
    _, draft = drafted()
    text = text_of(changes.respelled(draft))
    assert "3 March" in text and "64 kilometres" in text and "‘We looked" in text and "programme" in text


def test_sentences_and_changes_keep_every_letter() -> None:
    _, draft = drafted()
    assert "".join(text_of((s,)) for s in sentences(draft[0])) == LINES[0]
    assert text_of((changed(draft[0], [(0, 7, "Dock")]),)) == "Dock" + LINES[0][7:]


def test_the_same_reports_give_the_same_pages_and_no_id_twice() -> None:
    first, second = made(), made()
    assert first == second
    names = [page.article.id for page in first.pages]
    assert len(set(names)) == len(names)


def test_a_perfect_answer_has_full_scores() -> None:
    pages = made()
    numbers = result(pages, perfect(pages)).numbers
    assert set(numbers.values()) == {1.0}


def test_no_answer_has_no_recall_and_one_big_family_no_precision() -> None:
    pages = made()
    assert result(pages, []).numbers["copies.recall"] == 0.0
    names = [page.article.id for page in pages.pages]
    chain = [ChainEdge(a, b, "copy", ((Span(0, 9), Span(0, 9)),)) for a, b in itertools.pairwise(names)]
    counts = family_pairs(pages, chain)
    assert counts["right"] == counts["gold"] and counts["found"] > 1.8 * counts["right"]


def test_a_copy_that_is_taken_for_the_original_is_wrong_in_direction_alone() -> None:
    pages = made()
    turned = [
        ChainEdge(e.to, e.from_, e.relation, tuple((b, a) for a, b in e.passages)) for e in perfect(pages)
    ]
    numbers = result(pages, turned).numbers
    assert (
        numbers["copies.direction"] == 0.0
        and numbers["copies.direct"] == 1.0
        and numbers["copies.passages"] == 1.0
    )
