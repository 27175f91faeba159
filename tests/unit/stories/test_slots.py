"""Which value of each slot an event has when its reports differ."""

from __future__ import annotations

import pytest
from invented_pages import BELIZE, ESTONIA, KARIS, MOYO, NAMIBIA, RUIZ, event, reading, whole

from dateline.model import Participant, Status
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.labels.sentences import plain_text

SENTENCE = "They met in Tartu, or Narva, this week."


def occurrence(families: str, *told: dict[str, object]) -> Occurrence:
    """An event with a report for each letter of `families`: equal letters are copies of one text."""
    reports = []
    for i, slots in enumerate(told):
        sides = {"source": (KARIS,), "target": (MOYO,)} | {
            k: v for k, v in slots.items() if k in ("source", "target")
        }
        rest = {k: v for k, v in slots.items() if k not in ("source", "target")}
        text = whole("Talks", SENTENCE)
        happening = event(text, SENTENCE, "met", "CONSULT", *sides.values(), lemma="meet", **rest)  # type: ignore[arg-type]
        page = reading(f"p{i}", "Talks", SENTENCE, published="2024-05-10", events=(happening,))
        reports.append(EventReport(page, happening))
    return Occurrence(tuple(reports), tuple(ord(letter) for letter in families))


@pytest.mark.parametrize(
    ("slot", "most", "fewer"),
    [
        ("source", (KARIS,), (RUIZ,)),
        ("target", (MOYO,), (BELIZE,)),
    ],
)
def test_a_party_is_whom_most_families_name(slot: str, most: object, fewer: object) -> None:
    found = occurrence("abb", {slot: most}, {slot: fewer}, {slot: fewer}).slots
    assert getattr(found, slot) == most
    found = occurrence("abc", {slot: most}, {slot: fewer}, {slot: most}).slots
    assert getattr(found, slot) == most


def test_who_is_met_does_not_meet_himself() -> None:
    told = {"source": (KARIS, MOYO), "target": ()}, {"source": (KARIS,), "target": (MOYO,)}
    slots = occurrence("ab", *told).slots
    assert (slots.source, slots.target) == ((KARIS,), (MOYO,))
    slots = occurrence("a", {"source": (MOYO,), "target": (MOYO,)}).slots
    assert slots.source == (MOYO,)


def test_of_a_state_and_its_president_the_president_is_more_exact() -> None:
    slots = occurrence("abc", {"source": (ESTONIA,)}, {"source": (KARIS,)}, {"source": (ESTONIA,)}).slots
    assert slots.source == (KARIS,)


def test_a_name_is_more_exact_than_a_description() -> None:
    somebody = Participant(None, "a minister", "NAM", "NAMGOV", ())
    assert occurrence("ab", {"target": (somebody,)}, {"target": (MOYO,)}).slots.target == (MOYO,)


def test_the_place_is_where_most_families_have_it() -> None:
    told = {"place": "Tartu"}, {"place": "Tartu"}, {"place": "Narva"}, {"place": "Narva"}
    assert occurrence("aabc", *told).slots.place.name == "Narva"  # type: ignore[union-attr]


def test_the_day_is_what_most_families_say_and_a_month_speaks_for_its_days() -> None:
    told = {"date": "2024-05-04"}, {"date": "2024-05-06"}, {"date": "2024-05-06"}
    assert occurrence("abc", *told).slots.date.value == "2024-05-06"  # type: ignore[union-attr]
    assert occurrence("abb", *told).slots.date.value == "2024-05-04"  # type: ignore[union-attr]
    vague = {"date": "2024-05"}, {"date": "2024-05-06"}, {"date": "2024-05"}
    assert occurrence("abc", *vague).slots.date.value == "2024-05-06"  # type: ignore[union-attr]


def test_a_denial_by_more_families_wins_over_a_report() -> None:
    told = {"status": Status.HAPPENED}, {"status": Status.DENIED}, {"status": Status.DENIED}
    assert occurrence("abc", *told).slots.status is Status.DENIED
    assert occurrence("abb", *told).slots.status is Status.HAPPENED


def test_the_label_has_the_place_of_most_families() -> None:
    told = {"place": "Narva", "source": (KARIS, ESTONIA)}, {"place": "Tartu"}, {"place": "Tartu"}
    assert "Tartu" in plain_text(occurrence("abc", *told))


def test_a_slot_that_no_report_fills_is_empty() -> None:
    slots = occurrence("a", {"target": ()}).slots
    assert (slots.target, slots.place, slots.date) == ((), None, None)


def test_the_state_of_another_is_no_support() -> None:
    told = {"source": (NAMIBIA,)}, {"source": (ESTONIA,)}, {"source": (KARIS,)}
    assert occurrence("abc", *told).slots.source == (KARIS,)
