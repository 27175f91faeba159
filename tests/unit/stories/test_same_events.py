"""Mentions of acts in several pages, put together where they mean one event."""

from __future__ import annotations

import random

import pytest
from invented_pages import BELIZE, ESTONIA, KARIS, MOYO, NAURU, event, place_of, reading, whole

from dateline.model import Participant, Reading, Span
from dateline.stories import same_events
from dateline.stories.events.joining import join, pairs_sharing
from dateline.stories.events.kindred import act_key, kin_of, telling_word
from dateline.stories.events.participants import Fit, party_fit
from dateline.stories.events.surroundings import likeness, surroundings


def page(name: str, body: str) -> Reading:
    return reading(name, f"News {name}", body, published="2024-05-08")


def mention(made: Reading, words: str) -> tuple[Reading, Span]:
    return made, place_of(made.article.text, words)


QUAKE = page("a", "A strong quake destroyed the old harbour of Narva on Monday.")
TREMOR = page("b", "The tremor near Narva ruined the harbour. Officials spoke of a lost year.")
SHOT = page("c", "A guard was shot dead outside the museum, and the thieves fled.")
SHOOTING = page("d", "The shooting of a guard outside the museum shocked the town.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (mention(QUAKE, "quake"), mention(TREMOR, "tremor")),
        (mention(QUAKE, "destroyed"), mention(TREMOR, "ruined")),
        (mention(SHOT, "shot"), mention(SHOOTING, "shooting")),
    ],
)
def test_forms_of_a_word_and_kindred_words_mean_one_event(
    first: tuple[Reading, Span], second: tuple[Reading, Span]
) -> None:
    assert same_events([first, second]) == [[0, 1]]


def test_words_of_different_acts_stay_apart() -> None:
    assert same_events([mention(SHOT, "shot"), mention(TREMOR, "ruined")]) == [[0], [1]]


def test_one_word_twice_in_a_sentence_is_two_events() -> None:
    made = page("e", "Rebels attacked Narva on Monday and police attacked a camp in Tartu.")
    text = made.article.text
    second = text.index("attacked", text.index("police"))
    assert len(same_events([mention(made, "attacked"), (made, Span(second, second + 8))])) == 2


def test_much_is_said_in_a_story() -> None:
    a = page("f", "The harbour will open again in June, the mayor said.")
    b = page("g", "Nobody warned the fishermen, their union told reporters.")
    assert len(same_events([mention(a, "said"), mention(b, "told")])) == 2


def test_a_pronoun_is_joined_to_nothing() -> None:
    a, b = page("h", "It came as a surprise in Narva."), page("i", "It came as a surprise in Narva.")
    assert same_events([mention(a, "It"), mention(b, "It")]) == [[0], [1]]


def test_coded_events_with_other_parties_are_two() -> None:
    bodies = "Belize expelled an envoy of Nauru.", "Estonia expelled an envoy of Nauru."
    pages = [
        reading(
            name,
            "Envoy",
            body,
            events=(event(whole("Envoy", body), body, "expelled", "SANCTION", (who,), (NAURU,)),),
        )
        for name, body, who in zip("jk", bodies, (BELIZE, ESTONIA), strict=True)
    ]
    assert len(same_events([mention(made, "expelled") for made in pages])) == 2


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions = [
        *(mention(QUAKE, word) for word in ("quake", "destroyed")),
        *(mention(TREMOR, word) for word in ("tremor", "ruined", "lost")),
        *(mention(SHOT, word) for word in ("shot", "fled")),
        *(mention(SHOOTING, word) for word in ("shooting", "shocked")),
    ]

    def groups(order: list[int]) -> set[frozenset[int]]:
        return {frozenset(order[i] for i in g) for g in same_events([mentions[i] for i in order])}

    usual = groups(list(range(len(mentions))))
    for seed in range(5):
        order = list(range(len(mentions)))
        random.Random(seed).shuffle(order)
        assert groups(order) == usual


def test_a_phrase_tells_more_than_its_verb() -> None:
    assert "die" in kin_of(["passed"], ["away", "on"])
    assert "die" not in kin_of(["passed"], ["the", "bill"])
    assert "enter" in kin_of(["checked"], ["herself", "into"])


@pytest.mark.parametrize(("word", "other"), [("shot", "shooting"), ("died", "dies"), ("stolen", "stole")])
def test_irregular_forms_have_one_key(word: str, other: str) -> None:
    assert act_key(word) == act_key(other)


def test_the_telling_word_of_a_trigger() -> None:
    assert telling_word(["gunned", "down"]) == "gunned"
    assert telling_word(["it"]) is None


def test_near_words_count_more_than_far_ones() -> None:
    text = "Miners buried a comrade. Miners sang before the band marched and children buried a doll"
    first, second = Span(0, 24), Span(25, len(text))
    near = surroundings(text, first, place_of(text, "buried"))
    far = surroundings(text, second, Span(text.rindex("buried"), text.rindex("buried") + 6))
    assert 0 < likeness(near, far) < likeness(near, near) <= 1.0001


def test_a_chain_of_half_fitting_pairs_is_not_one_group() -> None:
    assert join(3, {(0, 1): 0.9, (1, 2): 0.8}) == [[0, 1, 2]]
    assert join(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.0}) == [[0, 1], [2]]


def test_pairs_share_a_key() -> None:
    assert pairs_sharing([{"a"}, {"b"}, {"a", "b"}]) == [(0, 2), (1, 2)]


def test_somebody_described_may_be_somebody_named_but_not_of_another_sort() -> None:
    teenager = Participant(None, "the teenager", None, "CVL", ())
    rebels, police = (
        Participant(None, name, None, code, ()) for name, code in (("rebels", "REB"), ("a squad", "COP"))
    )
    assert party_fit(teenager, MOYO) is Fit.VAGUE
    assert party_fit(rebels, police) is Fit.AT_ODDS
    assert party_fit(KARIS, MOYO) is Fit.AT_ODDS
