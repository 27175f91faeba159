"""What a person finds right counts as checked for as long as it says the same."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.store import open_collection
from dateline.store.auditing.reviewing import least_certain
from dateline.store.queries.corrections import facts_found_right
from tests.unit.store.correcting.visits import (
    FIRST,
    SECOND,
    ReadsOtherwise,
    mention,
    reference,
    with_other_ids,
    without_events,
)

ANA = {"by": "Ana", "accept": True}
WRONG = {"by": "Ben", "why": "the page says so"}


@pytest.fixture
def visits(folder_collection):
    folder_collection.add([FIRST, SECOND], workers=0)
    return folder_collection


def is_checked(collection, row):
    article, _, id = row.partition("#")
    return next(r.checked for r in collection.reports(article=article) if r.id == id)


def test_an_accepted_report_is_checked_and_no_value_of_it_changes(collection):
    collection.add([FIRST, SECOND], workers=0)
    met = reference(collection, "met")
    before = collection.reading(met.partition("#")[0])
    told = collection.correct(met, **ANA)
    assert (told.act, told.standing, told.fields, told.why) == ("accept", "in_force", (), None)
    (row,) = [r for r in collection.reports() if f"{r.article}#{r.id}" == met]
    assert (row.checked, row.corrected) == (True, False)
    assert [e.checked for e in collection.events() if e.id == row.event] == [True]
    assert sum(e.checked for e in collection.events()) == 1
    assert collection.reading(row.article) == before
    assert collection.verify().findings == ()


def test_undone_it_is_not_checked_and_brought_back_it_is(visits):
    met = reference(visits, "met")
    told = visits.correct(met, **ANA)
    visits.undo(told.number, why="a slip", by="Ana")
    assert not is_checked(visits, met) and not any(e.checked for e in visits.events())
    (line,) = visits.corrections()
    visits.undo(line.undone_by, why="it was right", by="Ana")
    assert is_checked(visits, met)
    assert visits.verify().findings == ()


def test_what_is_corrected_later_is_to_be_checked_again(visits):
    met = reference(visits, "met")
    accepted = visits.correct(met, **ANA)
    changed = visits.correct(met, status="planned", **WRONG)
    assert not is_checked(visits, met)
    assert visits.correction(accepted.number).standing == "orphan"
    visits.undo(changed.number, why="it took place", by="Ben")
    assert is_checked(visits, met)
    assert visits.correction(accepted.number).standing == "in_force"
    assert visits.verify().findings == ()


def test_a_corrected_row_can_be_accepted_as_corrected(visits):
    met = reference(visits, "met")
    changed = visits.correct(met, status="planned", **WRONG)
    visits.correct(met, **ANA)
    assert is_checked(visits, met)
    visits.undo(changed.number, why="it took place", by="Ben")
    assert not is_checked(visits, met)


@pytest.mark.parametrize(("change", "holds"), [(with_other_ids, True), (without_events, False)])
def test_it_holds_in_a_later_reading_that_says_the_same(folder_collection, tmp_path, change, holds):
    folder_collection.add([FIRST], workers=0)
    told = folder_collection.correct(reference(folder_collection, "condemned"), **ANA)
    place, reader = folder_collection.place, folder_collection.holdings.read_many
    folder_collection.close()
    with open_collection(place, read_many=ReadsOtherwise(reader, change)) as later:
        later.reread(workers=0)
        assert sum(r.checked for r in later.reports()) == holds
        assert later.correction(told.number).standing == ("in_force" if holds else "orphan")
        assert later.verify().findings == ()


def test_statements_and_mentions_are_accepted_too(visits):
    said = reference(visits, "We will open an embassy here")
    visits.correct(said, **ANA)
    assert [s.checked for s in visits.statements() if s.id == said.partition("#")[2]] == [True]
    minister = visits.correct(mention(visits, "Tonga"), by="Ana", accept=True, why="the kingdom")
    assert (minister.subject, minister.act, minister.why) == ("mention", "accept", "the kingdom")


def test_a_fact_of_a_story_is_accepted_until_it_says_something_else(collection):
    collection.add([FIRST, SECOND], workers=0)
    (story,) = {row.story for row in collection.articles()}
    fact = collection.story(story).facts[0]
    told = collection.correct(f"{story}#{fact.id}", **ANA)
    assert (told.subject, told.act, told.standing) == ("fact", "accept", "in_force")
    assert dict(zip(told.fields, told.after, strict=True)) == {"story": story, "fact": fact.id}
    database = collection.holdings.database
    assert facts_found_right(database, collection.story(story))[fact.id].by == "Ana"
    collection.forget(article=next(a.id for a in collection.articles() if a.id != told.article))
    assert collection.correction(told.number).standing == "orphan"  # one source is left of two
    assert collection.verify().findings == ()


def test_a_fact_is_accepted_and_undone(visits):
    (story,) = {row.story for row in visits.articles()}
    told = visits.correct(f"{story}#f1", **ANA)
    visits.undo(told.number, why="a slip", by="Ana")
    assert facts_found_right(visits.holdings.database, visits.story(story)) == {}


@pytest.mark.parametrize(
    "wish",
    [{"nothing": True}, {"status": "denied"}, {"note": "see"}],
)
def test_who_accepts_changes_nothing_else(visits, wish):
    with pytest.raises(CollectionError, match="accept it, or say what is wrong"):
        visits.correct(reference(visits, "met"), **ANA, **wish)


def test_a_fact_is_not_corrected_but_the_reports_are(visits):
    (story,) = {row.story for row in visits.articles()}
    with pytest.raises(CollectionError, match="correct the one that is wrong"):
        visits.correct(f"{story}#f1", status="denied", **WRONG)
    with pytest.raises(CollectionError, match="has no fact"):
        visits.correct(f"{story}#f999", **ANA)


def test_who_accepts_gives_a_name(visits):
    with pytest.raises(CollectionError, match="who decides"):
        visits.correct(reference(visits, "met"), by=" ", accept=True)


def test_what_was_accepted_is_not_asked_in_review(visits):
    met = reference(visits, "met")
    database = visits.holdings.database
    before = {f"{d.row.article}#{d.row.id}" for d in least_certain(database, most=50)}
    visits.correct(met, **ANA)
    assert before - {f"{d.row.article}#{d.row.id}" for d in least_certain(database, most=50)} == {met}


def test_what_tells_the_words_of_a_page_goes_with_it(visits):
    met = reference(visits, "met")
    (story,) = {row.story for row in visits.articles()}
    fact = visits.correct(f"{story}#f1", **ANA)
    visits.correct(met, **ANA)
    for article in {met.partition("#")[0], fact.article}:
        visits.forget(article=article)
    assert list(visits.corrections()) == []
