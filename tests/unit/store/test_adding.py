"""Pages come in: each once, versions of a page in order, stories as one grouping of all pages gives them."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import event

import dateline
import dateline.store.ingest.inputs
from dateline.model import CollectionError, Rejection, Story
from dateline.store import open_collection
from dateline.store.grouping.story_rows import story_record
from dateline.store.tables import (
    ARTICLES,
    EVENTS,
    FACTS,
    PARTICIPANTS,
    REPORTS,
    ROLLUPS,
    RUN_INPUTS,
    RUNS,
    STATEMENTS,
    STORIES,
    STORY_ARTICLES,
)
from tests.unit.store.sample_pages import PAGES, contents, page, rows_of

MAYOR = "The mayor of Osthaven, Ole Rand, opened the new ferry line to Brask on Tuesday. Mr Rand met Brask's mayor Tilda Horn."


def stories_in(collection) -> list[Story]:
    return [story_record(row["story"]) for row in rows_of(collection, STORIES)]


def test_every_page_of_the_newsroom_becomes_rows(collection, read_once):
    report = collection.add(PAGES)
    assert (report.read, report.new, report.rejected) == (24, 24, 0)
    readings = list(
        read_once((p for p in dateline.store.ingest.inputs.pages_of(PAGES)), workers=0, tier="accurate")
    )
    assert len(rows_of(collection, STATEMENTS)) == sum(len(r.statements) for r in readings)
    assert len(rows_of(collection, REPORTS)) == sum(len(r.events) for r in readings)
    parties = sum(len(e.source) + len(e.target) for r in readings for e in r.events)
    assert len(rows_of(collection, PARTICIPANTS)) == parties


def test_what_is_added_twice_is_known(collection):
    collection.add(PAGES[:5])
    before = contents(collection)
    again = collection.add(PAGES[:5])
    assert (again.read, again.known) == (0, 5)
    assert contents(collection) == before


def test_a_page_that_comes_twice_in_one_run_counts_once(collection):
    report = collection.add([PAGES[0], PAGES[0]])
    assert (report.read, report.known) == (1, 1)


def test_adding_in_pieces_gives_the_stories_of_one_grouping(collection, read_once):
    readings = list(read_once(dateline.store.ingest.inputs.pages_of(PAGES), workers=0, tier="accurate"))
    for start in range(0, len(PAGES), 5):
        collection.add(PAGES[start : start + 5])
    wanted = dateline.group(readings)
    found = stories_in(collection)
    assert sorted(sorted(story.articles) for story in found) == sorted(sorted(s.articles) for s in wanted)
    by_articles = {frozenset(story.articles): story for story in found}
    for story in wanted:
        mine = by_articles[frozenset(story.articles)]
        assert mine.facts == story.facts
        assert mine.quotations == story.quotations
        assert (mine.headline, mine.independent, mine.chain) == (
            story.headline,
            story.independent,
            story.chain,
        )


def test_where_a_batch_ended_does_not_show(place, read_once, tmp_path):
    with open_collection(tmp_path / "whole", read_many=read_once) as whole:
        whole.add(PAGES)
        wanted = contents(whole)
    with open_collection(place, read_many=read_once) as pieces:
        for one in PAGES:
            pieces.add([one])
        found = contents(pieces)
    for table in wanted:
        if table != "raw_pages":
            assert found[table] == wanted[table], table


def test_in_another_order_the_stories_are_the_same(folder_collection, read_once, tmp_path):
    shuffled = PAGES[:]
    random.Random(7).shuffle(shuffled)
    folder_collection.add(PAGES)
    with open_collection(tmp_path / "other", read_many=read_once) as other:
        other.add(shuffled)
        assert {s.articles for s in stories_in(other)} == {s.articles for s in stories_in(folder_collection)}


def test_events_of_several_reports_are_one_row(collection):
    collection.add(PAGES)
    events = {row["id"]: row for row in rows_of(collection, EVENTS)}
    told = [row["event"] for row in rows_of(collection, REPORTS)]
    assert set(told) == set(events)
    assert all(told.count(id_) == event["reports"] for id_, event in events.items())
    assert any(event["outlets"] > 1 for event in events.values())


def test_rollups_count_what_the_events_say(collection):
    for one in PAGES:
        collection.add([one])
    from dateline.store.grouping.rollup_rows import buckets_of_all

    with collection._holdings.database.reading() as connection:
        wanted = buckets_of_all(connection)
    found = {
        tuple(v for k, v in row.items() if k != "count"): row["count"] for row in rows_of(collection, ROLLUPS)
    }
    assert found == dict(wanted)


def test_the_newest_day_has_the_largest_number(collection):
    collection.add(PAGES)
    rows = [row for row in rows_of(collection, ARTICLES) if row["published_ordinal"]]
    assert [row["number"] >> 20 for row in rows] == [row["published_ordinal"] for row in rows]


def test_another_body_at_one_address_is_a_new_version(collection):
    url = "https://post.example/ferry"
    first = page("Ferry opens", MAYOR, url=url)
    second = page("Ferry opens", MAYOR.replace("met", "thanked"), url=url + "?utm_source=mail#top")
    collection.add([first])
    report = collection.add([second])
    assert (report.read, report.new, report.new_versions) == (1, 0, 1)
    old, new = rows_of(collection, ARTICLES)
    assert (old["version"], old["is_current"], new["version"], new["is_current"]) == (1, False, 2, True)
    assert old["lineage"] == new["lineage"] == old["id"]
    assert [row["article"] for row in rows_of(collection, STORY_ARTICLES)] == [new["number"]]
    assert {row["article"] for row in rows_of(collection, REPORTS)} <= {new["number"]}


def test_two_versions_in_one_run_end_as_in_two(place, read_once, tmp_path):
    url = "https://post.example/ferry"
    versions = [page("Ferry opens", MAYOR, url=url), page("Ferry opens", MAYOR + " It was full.", url=url)]
    with open_collection(tmp_path / "one", read_many=read_once) as one:
        one.add(versions)
        wanted = contents(one)
    with open_collection(place, read_many=read_once) as two:
        for version in versions:
            two.add([version])
        assert {k: v for k, v in contents(two).items() if k != "raw_pages"} == {
            k: v for k, v in wanted.items() if k != "raw_pages"
        }


def test_the_same_report_in_other_bytes_is_unchanged(collection):
    url = "https://post.example/ferry"
    collection.add([page("Ferry opens", MAYOR, url=url)])
    report = collection.add([page("Ferry opens", MAYOR.replace(". Mr", ".  Mr"), url=url)])
    assert (report.read, report.unchanged) == (0, 1)
    assert len(rows_of(collection, ARTICLES)) == 1


def test_what_cannot_be_read_is_on_record_and_tried_again(collection, tmp_path):
    missing = tmp_path / "none.html"
    report = collection.add([missing, PAGES[0]])
    assert (report.read, report.rejected) == (1, 1)
    assert isinstance(report.rejections[0], Rejection)
    outcomes = [(row["outcome"], row["code"]) for row in rows_of(collection, RUN_INPUTS)]
    assert outcomes == [("rejected", "missing"), ("read", None)]
    missing.write_bytes(PAGES[1].read_bytes())
    assert collection.add([missing]).read == 1


def test_a_run_says_what_read_and_when(collection):
    collection.add(PAGES[:1])
    (run,) = rows_of(collection, RUNS)
    assert run["kind"] == "add" and run["code"] == dateline.__version__ and run["tier"] == "accurate"
    assert run["finished"] >= run["started"]


def test_a_second_writer_is_refused_while_pages_are_added(collection, place, read_once):
    def slowly():
        yield from PAGES[:1]
        with open_collection(place, read_many=read_once) as other, pytest.raises(CollectionError) as refused:
            other.add(PAGES[:1])
        assert refused.value.code == "locked"

    assert collection.add(slowly()).read == 1


def test_a_run_that_breaks_off_keeps_what_was_read(collection):
    def broken():
        yield from PAGES[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collection.add(broken())
    assert collection.add(PAGES[:3]).known == 3


def test_a_closed_collection_says_so(collection):
    collection.close()
    with pytest.raises(CollectionError, match="closed"):
        collection.add([])


def test_facts_have_their_positions(collection):
    collection.add(PAGES)
    assert len(rows_of(collection, FACTS)) == sum(len(story.facts) for story in stories_in(collection))


def test_letters_and_lengths_that_a_database_refuses_do_no_harm(collection, tmp_path):
    long_name = "Osthaven Post " * 1_000
    odd = page("A\0 plan", "The mayor of Osthaven, Ole Rand, met Tilda\0 Horn on Tuesday.", outlet=long_name)
    far = page("Ferry opens", MAYOR, url="https://post.example/" + "far/" * 5_000)
    broken = replace(page("Bridge closes", "The bridge closed."), source="na\udcffme.html")
    assert collection.add([odd, far, broken]).read == 3
    assert collection.add([odd, far, broken]).known == 3
    assert collection.verify().findings == ()


def test_a_text_with_half_a_letter_is_read_or_refused_alone(collection):
    report = collection.add(["Ferry opens\n\nThe \ud800 ferry opened on Tuesday in Osthaven.", PAGES[0]])
    assert report.inputs == 2 and report.read >= 1


def test_a_disk_that_is_full_is_told_and_costs_nothing_that_was_kept(folder_collection):
    folder_collection.add(PAGES[:3])
    engine = folder_collection._holdings.database.engine

    def filled(connection, _):
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the size that the file has

    engine.dispose()
    event.listen(engine, "connect", filled)
    with pytest.raises(CollectionError, match="make room") as full:
        folder_collection.add(PAGES[3:])
    assert full.value.code == "disk_full"
    event.remove(engine, "connect", filled)
    engine.dispose()
    report = folder_collection.add(PAGES)
    assert (report.known, report.read) == (3, 21)
    assert folder_collection.verify().findings == ()
