"""What a person corrects is so everywhere, stays so, and can be taken back."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.store import open_collection
from dateline.store.tables import DECISIONS, EARLIER_READINGS
from tests.unit.store.correcting.visits import (
    FIRST,
    SECOND,
    URL,
    VISIT,
    ReadsOtherwise,
    mention,
    reference,
    with_other_ids,
    without_events,
)
from tests.unit.store.sample_pages import contents, page, rows_of

BY = {"why": "the page says so", "by": "Ana"}


@pytest.fixture
def visits(folder_collection):
    """A collection of the two reports, in a folder."""
    folder_collection.add([FIRST, SECOND], workers=0)
    return folder_collection


@pytest.fixture
def kept_anywhere(collection):
    """The same, in a folder and in PostgreSQL."""
    collection.add([FIRST, SECOND], workers=0)
    return collection


def report(collection, row):
    article, _, id = row.partition("#")
    return next((r for r in collection.reports() if (r.article, r.id) == (article, id)), None)


def is_sound(collection):
    return collection.verify().findings == ()


def as_before(collection):
    """All that follows from readings, without the log of decisions."""
    return {name: rows for name, rows in contents(collection).items() if name != DECISIONS.name}


def test_a_corrected_status_is_that_of_report_event_search_and_reading(kept_anywhere):
    met = reference(kept_anywhere, "met")
    event = report(kept_anywhere, met).event
    told = kept_anywhere.correct(met, status="planned", **BY)
    assert (told.standing, told.fields, told.before, told.after) == (
        "in_force",
        ("status",),
        ("happened",),
        ("planned",),
    )
    row = report(kept_anywhere, met)
    assert (row.status, row.corrected, row.event) == ("planned", True, event)
    assert [r.corrected for r in kept_anywhere.events() if r.id == event] == [True]
    assert [e.status for e in kept_anywhere.reading(row.article).events if e.id == row.id] == ["planned"]
    assert [e.status for e in kept_anywhere.reading(row.article, as_read=True).events if e.id == row.id] == [
        "happened"
    ]
    assert row.article in {hit.article for hit in kept_anywhere.search("type:consult status:planned").hits}
    assert is_sound(kept_anywhere)


def test_an_event_across_reports_follows_when_its_only_report_is_corrected(visits):
    visits.correct(reference(visits, "condemned"), status="denied", **BY)
    (event,) = visits.events(root="accuse")
    assert (event.status, event.corrected) == ("denied", True)
    assert not visits.events(root="accuse", status="happened").count()
    assert is_sound(visits)


def test_another_root_brings_its_own_codes(visits):
    row = reference(visits, "condemned")
    visits.correct(row, root="aid", **BY)
    told = report(visits, row)
    assert (told.root, told.mode, told.cameo, told.quad) == ("AID", None, "070", 2)
    assert told.score > 0
    assert is_sound(visits)


def test_who_when_and_where_are_those_that_a_person_names(visits):
    row = reference(visits, "condemned")
    visits.correct(row, source=["EST", "Tupou VI"], target="", date="2024-04", place="Tallinn", **BY)
    told = report(visits, row)
    assert told.source == ("Estonia", "Tupou VI") and told.source_states == ("EST", "TON")
    assert (told.target, told.date, told.place) == ((), "2024-04", "Tallinn")
    (event,) = visits.events(root="accuse")
    assert event.place_precision == "city"
    assert is_sound(visits)


def test_somebody_whom_the_page_alone_knows_is_named_by_the_id_that_it_has_there(folder_collection):
    body = "Joram Velk, a farmer, accused the Highland League on Monday. Norway condemned the shelling of Harbin on Monday."
    folder_collection.add([page("A farmer speaks", body, day="2024-05-02", url=URL)], workers=0)
    row = reference(folder_collection, "condemned")
    reading = folder_collection.reading(row.partition("#")[0])
    velk = next(m.actor for m in reading.mentions if m.name == "Joram Velk")
    folder_collection.correct(row, source=velk, **BY)
    assert (velk[:6], report(folder_collection, row).source) == ("local:", ("Joram Velk",))
    with pytest.raises(CollectionError, match="the page does not name it"):
        folder_collection.correct(row, source="local:nobody", **BY)


def test_what_is_no_event_is_gone_from_rows_and_its_neighbours_keep_their_ids(kept_anywhere):
    row = reference(kept_anywhere, "met")
    others = {
        r.id: r.event
        for r in kept_anywhere.reports()
        if r.article == row.partition("#")[0] and r.id != row.partition("#")[2]
    }
    kept_anywhere.correct(row, nothing=True, **BY)
    assert report(kept_anywhere, row) is None
    assert {r.id: r.event for r in kept_anywhere.reports() if r.article == row.partition("#")[0]} == others
    with pytest.raises(CollectionError, match="corrected away") as refused:
        kept_anywhere.correct(row, status="planned", **BY)
    assert refused.value.code == "unknown"
    assert is_sound(kept_anywhere)


def test_a_statement_gets_another_speaker_or_is_none(visits):
    said = reference(visits, "We will open an embassy here")
    visits.correct(said, speaker="Tupou VI", type="indirect", **BY)
    (row,) = list(visits.statements(said_by="Tupou VI"))
    assert (row.type, row.corrected, row.speaker_state) == ("indirect", True, "TON")
    assert visits.search('said-by:"Tupou VI"').hits
    visits.correct(said, nothing=True, **BY)
    assert not visits.statements(said_by="Tupou VI").count()
    reading = visits.reading(row.article)
    assert all(event.statement != row.id for event in reading.events)
    assert is_sound(visits)


def test_a_mention_stands_for_somebody_else_and_so_do_the_parties_it_names(visits):
    visits.correct(mention(visits, "he"), actor="Tupou VI", **BY)
    (row,) = visits.statements(said_by="Tupou VI")
    assert row.corrected
    assert is_sound(visits)


def test_all_mentions_of_a_page_that_stand_for_somebody_stand_for_nobody(visits):
    article = mention(visits, "the king of Tonga").partition("#")[0]
    king = next(m.actor for m in visits.reading(article).mentions if m.text == "the king of Tonga")
    visits.correct(mention(visits, "the king of Tonga"), nothing=True, whole_page=True, **BY)
    assert king not in {m.actor for m in visits.reading(article).mentions}
    (row,) = [r for r in visits.reports(root="consult") if r.article == article and r.mode is None]
    assert row.target == ("the king of Tonga",) and row.corrected
    assert is_sound(visits)


def test_a_flag_is_read_by_others_and_changes_nothing_else(visits):
    row = reference(visits, "condemned")
    before = report(visits, row)
    visits.correct(row, note="who shelled?", **BY)
    told = report(visits, row)
    assert (told.flag, told.corrected, told.status) == ("who shelled?", False, before.status)
    assert is_sound(visits)


def test_undoing_brings_all_back_and_undoing_that_brings_the_correction_back(kept_anywhere):
    before = as_before(kept_anywhere)
    row = reference(kept_anywhere, "condemned")
    kept_anywhere.correct(row, root="aid", note="see", **BY)
    after = as_before(kept_anywhere)
    assert after != before
    undone = kept_anywhere.undo(1, why="no", by="Ben")
    assert undone.standing == "undone" and as_before(kept_anywhere) == before
    again = kept_anywhere.undo(undone.undone_by, why="yes", by="Ana")
    assert (again.number, again.standing) == (1, "in_force") and as_before(kept_anywhere) == after


def test_of_two_corrections_the_later_holds_and_the_earlier_when_that_is_undone(visits):
    row = reference(visits, "condemned")
    visits.correct(row, status="planned", **BY)
    visits.correct(row, status="denied", **BY)
    assert report(visits, row).status == "denied"
    visits.undo(2, **BY)
    assert report(visits, row).status == "planned"


def test_a_correction_outlives_a_program_that_reads_otherwise(place, read_once):
    with open_collection(place, read_many=read_once) as collection:
        collection.add([FIRST, SECOND], workers=0)
        collection.correct(reference(collection, "condemned"), status="denied", **BY)
    with open_collection(place, read_many=ReadsOtherwise(read_once, with_other_ids)) as later:
        assert later.reread(workers=0).changed == 2
        assert [e.status for e in later.events(root="accuse")] == ["denied"]
        (told,) = later.corrections()
        assert told.standing == "in_force" and f"{told.article}#{told.id}" == reference(later, "condemned")
        assert is_sound(later)


def test_a_correction_whose_row_is_gone_is_an_orphan_until_it_is_found_again(place, read_once):
    with open_collection(place, read_many=read_once) as collection:
        collection.add([FIRST], workers=0)
        collection.correct(reference(collection, "condemned"), status="denied", **BY)
    with open_collection(place, read_many=ReadsOtherwise(read_once, without_events)) as later:
        later.reread(workers=0)
        assert [(told.standing, told.id) for told in later.corrections()] == [("orphan", None)]
        assert is_sound(later)
    with open_collection(place, read_many=read_once) as again:
        again.reread(workers=0)
        assert [told.standing for told in again.corrections()] == ["in_force"]
        assert [e.status for e in again.events(root="accuse")] == ["denied"]


def test_a_new_version_of_the_page_with_the_same_words_keeps_the_correction(kept_anywhere):
    kept_anywhere.correct(reference(kept_anywhere, "condemned"), status="denied", **BY)
    update = page("Foreign minister kept_anywhere Tonga", "It rained. " + VISIT, day="2024-05-02", url=URL)
    assert kept_anywhere.add([update], workers=0).new_versions == 1
    assert [e.status for e in kept_anywhere.events(root="accuse")] == ["denied"]
    assert kept_anywhere.search("type:accuse status:denied").hits
    assert is_sound(kept_anywhere)


def test_a_new_version_without_the_words_leaves_an_orphan(visits):
    visits.correct(reference(visits, "condemned"), status="denied", **BY)
    visits.add(
        [
            page(
                "Foreign minister visits Tonga",
                VISIT.partition(" Norway condemned")[0],
                day="2024-05-02",
                url=URL,
            )
        ],
        workers=0,
    )
    assert [told.standing for told in visits.corrections()] == ["orphan"]
    assert is_sound(visits)


def test_pages_that_come_later_find_the_story_as_corrected(visits):
    visits.correct(reference(visits, "met"), nothing=True, **BY)
    visits.add(
        [page("A minister in Tonga", VISIT + " He flew home.", day="2024-05-02", outlet="C")], workers=0
    )
    assert report(visits, reference(visits, "met")) is None
    assert is_sound(visits)


def test_a_page_that_is_taken_back_takes_what_was_said_of_it_along(kept_anywhere):
    row = reference(kept_anywhere, "condemned")
    kept_anywhere.correct(row, note="who shelled?", **BY)
    kept_anywhere.undo(1, **BY)
    kept_anywhere.forget(article=row.partition("#")[0])
    assert rows_of(kept_anywhere, DECISIONS) == [] and not kept_anywhere.corrections().count()


def test_the_reading_itself_is_not_touched(visits):
    row = reference(visits, "condemned")
    before = visits.reading(row.partition("#")[0], as_read=True)
    visits.correct(row, root="aid", **BY)
    assert visits.reading(row.partition("#")[0], as_read=True) == before
    assert rows_of(visits, EARLIER_READINGS) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"status": "likely"}, "is no status: write one of happened"),
        ({"root": "hug"}, "is no root"),
        ({"root": "aid", "mode": "visit"}, "has no mode"),
        ({"date": "yesterday"}, "is no date"),
        ({"source": "Q999999999"}, "no table has"),
        ({"speaker": "Norway"}, "is no field of an event"),
        ({"status": "happened"}, "nothing to correct"),
        ({"nothing": True, "status": "denied"}, "one or the other"),
        ({}, "say what to change"),
        ({"status": "denied", "why": " "}, "say why"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(folder_collection, wrong, told):
    folder_collection.add([FIRST], workers=0)
    row = reference(folder_collection, "condemned")
    with pytest.raises(CollectionError, match=told) as refused:
        folder_collection.correct(row, **{**BY, **wrong})
    assert refused.value.code == "bad_correction"
    assert not folder_collection.corrections().count()


@pytest.mark.parametrize("row", ["sha256:none#e1", "{}#e99", "{}"])
def test_a_row_that_is_not_there_is_refused(folder_collection, row):
    folder_collection.add([FIRST], workers=0)
    (article,) = folder_collection.articles()
    with pytest.raises(CollectionError) as refused:
        folder_collection.correct(row.format(article.id), status="denied", **BY)
    assert refused.value.code == "unknown"


def test_an_undoing_of_nothing_is_refused(folder_collection):
    folder_collection.add([FIRST], workers=0)
    folder_collection.correct(reference(folder_collection, "condemned"), status="denied", **BY)
    folder_collection.undo(1, **BY)
    for number in (1, 9):
        with pytest.raises(CollectionError) as refused:
            folder_collection.undo(number, **BY)
        assert refused.value.code == "unknown"


def test_the_same_words_twice_in_a_page_are_told_apart(folder_collection):
    body = "Estonia condemned the attack on Monday. Latvia said nothing at all of it. Norway condemned the attack on Tuesday."
    folder_collection.add([page("Two capitals speak", body, day="2024-05-02", url=URL)], workers=0)
    rows = list(folder_collection.reports(root="accuse"))
    norway = next(r for r in rows if r.source == ("Norway",))
    folder_collection.correct(f"{norway.article}#{norway.id}", status="denied", **BY)
    assert {r.source: r.status for r in folder_collection.reports(root="accuse")} == {
        ("Estonia",): "happened",
        ("Norway",): "denied",
    }
