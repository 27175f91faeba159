"""Where the mentions of a set lie, and how they are scored one by one."""

from __future__ import annotations

from types import SimpleNamespace

from dateline.model import Span
from evaluation.sets.ecb_events import GoldMention, mention_cases, placed_mentions, stem_labels

SENTENCES = ("Two ferries sank .", "One ferry sank and , late , the other sank itself deep .")
TEXT = "\n".join(SENTENCES)


def document(*mentions: tuple[int, str]) -> SimpleNamespace:
    made = tuple(
        SimpleNamespace(id=f"m{i}", sentence=number, text=words, chain="c")
        for i, (number, words) in enumerate(mentions)
    )
    return SimpleNamespace(id="1_1", sentences=SENTENCES, mentions=made)


def test_sentences_are_counted_from_one_where_an_address_came_first() -> None:
    (placed,) = placed_mentions(document((2, "ferry")), "story")
    assert placed.span.of(TEXT) == "ferry"


def test_mentions_of_one_word_take_its_places_in_turn() -> None:
    first, second = placed_mentions(document((1, "sank"), (1, "sank")), "story")
    assert first.span.of(TEXT) == second.span.of(TEXT) == "sank"
    assert first.span != second.span


def test_of_parted_words_the_first_have_the_place() -> None:
    (placed,) = placed_mentions(document((1, "sank deep")), "story")
    assert placed.span.of(TEXT) == "sank" and placed.span.start > TEXT.index("other")


def mention(name: str, words: str, event: str, story: str = "s") -> GoldMention:
    return GoldMention(name, "1_1", Span(0, 1), words, event, story)


def test_equal_stems_are_joined_inside_a_story_only() -> None:
    told = [mention("a", "sank", "e"), mention("b", "sank", "e"), mention("c", "sank", "e", "t")]
    labels = stem_labels(told)
    assert labels["a"] == labels["b"] != labels["c"]


def test_a_case_names_the_mentions_that_were_wrongly_joined_or_kept_apart() -> None:
    told = [mention("a", "sank", "e"), mention("b", "sinking", "e"), mention("c", "sank", "f")]
    case = mention_cases(told, {m.id: m.event for m in told}, {"a": "1", "b": "2", "c": "1"})[0]
    assert case.score == 0.5
    assert (case.details["joined"], case.details["parted"]) == (["c"], ["b"])
