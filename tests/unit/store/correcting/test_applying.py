"""A reading with corrections in it: the same for the same log, and never with words that the page does not have."""

from __future__ import annotations

from itertools import permutations

import pytest

import dateline
from dateline.store.correcting.anchors import anchor_of, spans_of
from dateline.store.correcting.applying import apply, corrected
from dateline.store.correcting.records import Correction, FieldChange, FieldValue, Subject
from tests.unit.store.correcting.visits import VISIT


@pytest.fixture(scope="module")
def reading():
    return dateline.read(f"Foreign minister visits Tonga\n\n{VISIT}\n", published="2024-05-02", outlet="A")


def correction(reading, subject, id, *changes, nothing=False, note=None):
    anchor = anchor_of(reading.article.text, spans_of(reading, subject)[id])
    return Correction(
        subject,
        reading.article.id,
        id,
        anchor,
        changes,
        nothing,
        False,
        note,
        "why",
        "Ana",
        "2026-01-01T00:00:00Z",
    )


def denied(reading, id):
    change = FieldChange("status", (FieldValue("happened"),), (FieldValue("denied"),))
    return correction(reading, Subject.EVENT, id, change)


def gone(reading, subject, id):
    return correction(reading, subject, id, nothing=True)


def test_without_corrections_it_is_the_reading(reading):
    assert corrected(reading, []) is reading


def test_corrections_of_several_rows_are_the_same_in_any_order(reading):
    log = [denied(reading, "e2"), gone(reading, Subject.EVENT, "e4"), gone(reading, Subject.STATEMENT, "s1")]
    results = {corrected(reading, order).to_json() for order in permutations(log)}
    assert len(results) == 1
    (result,) = results
    assert '"e4"' not in result and '"s1"' not in result


def test_the_article_stays_as_it_is(reading):
    result = corrected(
        reading, [gone(reading, subject, id) for subject in Subject for id in spans_of(reading, subject)]
    )
    assert result.article == reading.article and result.events == result.statements == ()
    assert [mention.actor for mention in result.mentions] == [None] * len(reading.mentions)
    assert [mention.span for mention in result.mentions] == [mention.span for mention in reading.mentions]


def test_a_correction_of_a_row_that_is_gone_by_another_does_nothing_more(reading):
    log = [gone(reading, Subject.EVENT, "e2"), denied(reading, "e2")]
    assert corrected(reading, log) == corrected(reading, log[:1])


def test_it_tells_which_rows_are_the_word_of_a_person(reading):
    note = correction(reading, Subject.EVENT, "e3", note="see")
    told = apply(reading, [denied(reading, "e2"), note]).by_hand
    assert (told.corrected, dict(told.flags)) == ({"e2"}, {"e3": "see"})


def test_somebody_put_in_rests_on_words_of_the_clause_or_on_none(reading):
    event = next(event for event in reading.events if event.id == "e2")
    king = FieldValue(event.target[0].name, event.target[0].actor, "TON", "TONGOV")
    stranger = FieldValue("Estonia", "Q191", "EST", "EST")
    change = FieldChange("source", (), (king, stranger))
    (result,) = [
        e
        for e in corrected(reading, [correction(reading, Subject.EVENT, "e2", change)]).events
        if e.id == "e2"
    ]
    assert [party.spans for party in result.source] == [event.target[0].spans, ()]
    assert result.evidence == event.evidence and result.trigger == event.trigger
