"""Two actors who are one are so on every page, also on those that come later, until that is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import ActorKind, CollectionError
from dateline.store.correcting.log import actor_merges
from dateline.store.correcting.one_actor import OneActor
from tests.unit.store.correcting.visits import FIRST, SECOND, reference
from tests.unit.store.sample_pages import contents, page

WHY = {"why": "one and the same", "by": "Ana"}
MAYOR = "Mayor Orla Trent of Brask met the king of Tonga in Nuku'alofa on Tuesday. Trent praised the harbour."
LATER = "Mayor Orla Trent of Brask visited Norway on Friday. Trent thanked Norway."
LOCAL, NORWAY, TONGA = "local:orla-trent", "Q20", "Q678"


@pytest.fixture
def visits(collection):
    collection.add([FIRST, SECOND, page("Mayor in Tonga", MAYOR, day="2024-05-02")], workers=0)
    return collection


def actor_merges_of(collection):
    with collection.holdings.database.reading() as connection:
        return list(actor_merges(connection).values())


def named(collection, actor):
    return {row.id for row in collection.articles(actor=actor)}


def test_pages_of_both_are_pages_of_the_one_that_is_kept(visits):
    both = named(visits, NORWAY) | named(visits, TONGA)
    told = visits.merge_actors(TONGA, NORWAY, **WHY)
    assert (told.subject, told.act, told.standing) == ("actor", "merge", "in_force")
    assert "(Q678)" in told.before[0] and "(Q20)" in told.after[0]
    assert named(visits, NORWAY) == both and named(visits, TONGA) == set()
    assert not any(TONGA in (*e.source_actors, *e.target_actors) for e in visits.events())
    assert visits.verify().findings == ()


def test_it_holds_for_pages_that_come_later(visits):
    visits.merge_actors(LOCAL, NORWAY, **WHY)
    visits.add(
        [page("Mayor in Norway", LATER, day="2024-05-09", url="https://post.example/norway")], workers=0
    )
    assert named(visits, LOCAL) == set()
    (late,) = [row for row in visits.articles() if row.day == "2024-05-09"]
    assert late.id in named(visits, NORWAY)
    assert visits.verify().findings == ()


def test_undone_all_is_as_before(visits):
    before = {name: rows for name, rows in contents(visits).items() if name != "decisions"}
    told = visits.merge_actors(TONGA, NORWAY, **WHY)
    visits.undo(told.number, why="two states", by="Ana")
    assert {name: rows for name, rows in contents(visits).items() if name != "decisions"} == before
    visits.undo(visits.correction(told.number).undone_by, why="one after all", by="Ana")
    assert named(visits, TONGA) == set()


def test_the_one_that_the_tables_know_is_kept(visits):
    told = visits.merge_actors(NORWAY, LOCAL, **WHY)
    assert "(Q20)" in told.after[0] and told.before[0].endswith(f"({LOCAL})")


def test_a_name_that_pages_alone_know_is_one_of_its_kind_alone(visits):
    """A body that another page calls so is somebody else."""
    visits.merge_actors(LOCAL, NORWAY, **WHY)
    (merge,) = actor_merges_of(visits)
    (row,) = [row for row in visits.articles() if row.title == "Mayor in Tonga"]
    read = visits.reading(row.id, as_read=True)
    bodies = tuple(replace(m, kind=ActorKind.ORGANISATION) if m.actor == LOCAL else m for m in read.mentions)
    body = replace(read, mentions=bodies)
    assert OneActor([merge]).applied(body) == body
    assert LOCAL not in {m.actor for m in OneActor([merge]).applied(read).mentions}


def test_chains_lead_to_the_last_and_a_link_undone_parts_them(visits):
    first = visits.merge_actors(LOCAL, TONGA, **WHY)
    visits.merge_actors(TONGA, NORWAY, **WHY)
    assert named(visits, LOCAL) == named(visits, TONGA) == set()
    visits.undo(first.number, why="no", by="Ana")
    assert len(named(visits, LOCAL)) == 1 and named(visits, TONGA) == set()
    assert visits.verify().findings == ()


def test_two_of_one_side_stand_there_once(visits):
    words = "Norway and Tonga condemned Russia on Monday."
    visits.add([page("Both", words, day="2024-05-21")], workers=0)
    visits.merge_actors(TONGA, NORWAY, **WHY)
    (late,) = [row for row in visits.articles() if row.day == "2024-05-21"]
    sides = [event.source for event in visits.reading(late.id).events]
    assert [[p.actor for p in side] for side in sides if len(side)] == [[NORWAY]]
    assert max(len(p.spans) for side in sides for p in side) == 2


def test_what_was_found_right_stays_so(visits):
    met = reference(visits, "met")
    visits.correct(met, accept=True, by="Ana")
    visits.merge_actors(TONGA, NORWAY, **WHY)
    assert any(row.checked for row in visits.reports())


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Q20", "Q20", "bad_correction"),
        ("Q20", "local:nobody-here", "unknown"),
        ("nonsense", "Q20", "unknown"),
    ],
)
def test_what_cannot_be_is_refused(visits, one, other, code):
    with pytest.raises(CollectionError) as caught:
        visits.merge_actors(one, other, **WHY)
    assert caught.value.code == code
    with pytest.raises(CollectionError, match="say why"):
        visits.merge_actors("Q20", "Q678", why="", by="Ana")


def test_a_name_goes_with_the_last_page_that_has_it(visits):
    visits.merge_actors(LOCAL, NORWAY, **WHY)
    (article,) = [row.id for row in visits.articles() if row.title == "Mayor in Tonga"]
    visits.forget(article=article)
    assert list(visits.corrections()) == []


def test_a_name_that_another_page_has_stays_decided(visits):
    told = visits.merge_actors(LOCAL, NORWAY, **WHY)
    visits.undo(told.number, why="no", by="Ana")
    visits.add(
        [page("Mayor in Norway", LATER, day="2024-05-09", url="https://post.example/norway")], workers=0
    )
    for address, left in (("mayor in tonga", 1), ("post.example/norway", 0)):
        (article,) = [row.id for row in visits.articles() if address in row.address]
        visits.forget(article=article)
        assert len(list(visits.corrections())) == left
