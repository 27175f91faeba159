"""Mentions while they are being found: the last of those that are alike, and bodies by the words of their names."""

from __future__ import annotations

import time

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind, Mention


def named(start: int, name: str, kind: ActorKind = ActorKind.PERSON, state: str | None = "BLZ") -> Resolved:
    words = Mention("", start, start + len(name), name, kind, f"local:{name}", name, None, state)
    return Resolved(words, state)


def page(*mentions: Resolved) -> FoundMentions:
    found = FoundMentions()
    for mention in mentions:
        found.add(mention)
    return found


def test_of_mentions_that_are_alike_only_the_last_before_a_place_counts() -> None:
    found = page(named(60, "Ruiz"), named(0, "Ruiz"), named(20, "Tavik"), named(40, "Ruiz"))
    before = found.alike_before(50, (ActorKind.PERSON,))
    assert [(r.mention.name, r.mention.start) for r in before] == [("Ruiz", 40), ("Tavik", 20)]
    assert sorted((r.mention.name, times) for r, times in found.times_alike()) == [("Ruiz", 3), ("Tavik", 1)]
    assert sorted((r.mention.name, times) for r, times in found.times_alike(40)) == [
        ("Ruiz", 1),
        ("Tavik", 1),
    ]


def test_a_body_is_found_by_a_word_of_its_name_where_it_stood_last() -> None:
    body = ActorKind.ORGANISATION
    found = page(named(0, "Reef Council", body), named(30, "Harbour Council", body), named(60, "Reef Board"))
    meant = [found.body_named_with(word, 50) for word in ("council", "reef", "board")]
    assert [m.mention.name if m else None for m in meant] == ["Harbour Council", "Reef Council", None]
    assert found.body_named_with("council", 30) == found.body_named_with("reef", 30)


def test_a_mention_that_takes_the_place_of_another_is_found_instead_of_it() -> None:
    found = page(named(0, "Reef Council", ActorKind.ORGANISATION), named(30, "Ruiz"))
    found.put(named(0, "Reef Council", ActorKind.PERSON))
    assert found.body_named_with("council", 20) is None
    assert list(found.bodies_before(20)) == []
    assert [r.mention.start for r in found.people_before(50)] == [30, 0]


def test_time_grows_with_the_mentions_and_not_with_their_square() -> None:
    size = 20_000
    began = time.process_time()
    found = page(*(named(9 * i, "Ruiz") for i in range(size)))
    assert all(len(found.alike_before(9 * i, (ActorKind.PERSON,))) == 1 for i in range(1, size))
    assert all(next(found.people_before(9 * i)).mention.start == 9 * (i - 1) for i in range(1, size))
    assert time.process_time() - began < 8  # each question went through all that stands before
