"""Rows come back as they went in, filtered, counted, and in the forms of other tools."""

from __future__ import annotations

import re

import pytest

import dateline
from dateline.model import CollectionError
from dateline.store import Collection, open_collection
from dateline.store.ingest.inputs import pages_of
from dateline.store.queries.records import EventRow
from tests.unit.store.sample_pages import PAGES, ReadOnce


@pytest.fixture(scope="module", params=["folder", "postgres"])
def newsroom(request, tmp_path_factory, read_once: ReadOnce):
    """A collection of the sample newsroom, which no test changes."""
    folder = request.param == "folder"
    place = (
        tmp_path_factory.mktemp("read") / "c" if folder else request.getfixturevalue("server").new_database()
    )
    with open_collection(place, read_many=read_once) as opened:
        opened.add(PAGES)
        yield opened


@pytest.fixture(scope="module")
def readings(read_once):
    return list(read_once(pages_of(PAGES), workers=0, tier="accurate"))


def test_articles_come_newest_first(newsroom: Collection):
    days = [article.day for article in newsroom.articles() if article.day]
    assert len(newsroom.articles()) == 24
    assert days == sorted(days, reverse=True)


def test_a_reading_comes_back_whole(newsroom, readings):
    for reading in readings[:5]:
        assert newsroom.reading(reading.article.id) == reading


def test_a_story_comes_back_whole(newsroom, readings):
    stories = {frozenset(story.articles): story for story in dateline.group(readings)}
    for row in newsroom.stories():
        story = newsroom.story(row.id)
        wanted = stories[frozenset(story.articles)]
        assert story.facts == wanted.facts
        assert set(story.related) <= {other.id for other in newsroom.stories()} - {story.id}
        assert {article.id for article in newsroom.articles(story=row.id)} == set(story.articles)


def test_lists_may_be_asked_for_by_ids(newsroom):
    some = [article.id for article in newsroom.articles()][3:6]
    assert [article.id for article in newsroom.articles(article=some)] == some
    (article,) = newsroom.articles(article=some[0])
    assert [story.id for story in newsroom.stories(story=article.story)] == [article.story]
    event = max(newsroom.events(), key=lambda row: row.reports)
    assert newsroom.reports(event=event.id).count() == event.reports


def test_a_page_is_kept_under_its_hash(newsroom):
    articles = [article.id for article in newsroom.articles()]
    hashes = [newsroom.page_hash(article) for article in articles]
    assert all(re.fullmatch("[0-9a-f]{64}", sha256) for sha256 in hashes) and len(set(hashes)) == len(
        articles
    )
    with pytest.raises(CollectionError, match="sha256:nothing"):
        newsroom.page_hash("sha256:nothing")


def test_the_place_of_an_event_has_its_id_and_precision(newsroom):
    places = {row.place: (row.place_id, row.place_precision) for row in newsroom.events() if row.place}
    assert places["Botswana"] == ("Q963", "country") and places["Anser Bay"] == (None, "area")


def test_reports_are_filtered_as_a_reader_would(newsroom, readings):
    wanted = sum(
        event.plover == "CONSULT" and event.status == "happened" for r in readings for event in r.events
    )
    assert newsroom.reports(root="consult", status="happened").count() == wanted > 0


def test_both_sides_of_an_event_may_be_asked_for(newsroom):
    event = next(event for event in newsroom.events() if event.source_actors and event.target_actors)
    found = newsroom.events(source=event.source_actors[0], target=event.target_actors[0])
    assert event in list(found)
    assert all(event.source_actors[0] in one.source_actors for one in found)
    assert event in list(newsroom.events(actor=event.target[0]))


def test_events_between_two_are_told_whoever_did_it(newsroom):
    event = next(event for event in newsroom.events() if event.source_actors and event.target_actors)
    one, other = event.source_actors[0], event.target_actors[0]
    found = list(newsroom.events(between=(one, other)))
    assert event in found
    assert found == list(newsroom.events(between=(other, one)))
    directed = [*newsroom.events(source=one, target=other), *newsroom.events(source=other, target=one)]
    assert {event.id for event in found} == {event.id for event in directed}
    assert newsroom.reports(between=(one, other)).count() >= len(found)
    assert not newsroom.events(between=(one, "Nobody At All")).count()


def test_an_event_with_several_of_one_state_comes_once(newsroom):
    for state in ("USA", "CHN", "KAZ", "GBR"):
        for rows in (
            newsroom.events(actor=state),
            newsroom.events(source=state),
            newsroom.events(target=[state, "CHN"]),
            newsroom.events(source=state, status="happened"),
            newsroom.events(between=(state, [state, "USA"])),
        ):
            ids = [event.id for event in rows]
            assert len(ids) == len(set(ids)) == rows.count()
            assert rows.limit(1).count() == min(1, len(ids))
        for reports in (newsroom.reports(actor=state), newsroom.reports(source=state)):
            keys = [(report.article, report.id) for report in reports]
            assert len(keys) == len(set(keys)) == reports.count()


def test_statements_that_name_somebody_are_not_those_that_he_makes(newsroom, readings):
    addressed = [s for r in readings for s in r.statements if s.addressee and s.addressee.actor]
    who = addressed[0].addressee
    found = list(newsroom.statements(names=who.actor))
    assert any(row.addressee_actor == who.actor for row in found)
    assert all(row.speaker_actor != who.actor for row in found)
    assert found == list(newsroom.statements(names=who.name))
    assert len({(row.article, row.id) for row in found}) == len(found)


def test_statements_are_asked_for_by_the_state_of_either_side(newsroom, readings):
    wanted = {
        (reading.article.id, statement.id)
        for reading in readings
        for statement in reading.statements
        if "GBR" in {party.state for party in (statement.speaker, statement.addressee) if party}
    }
    assert {(row.article, row.id) for row in newsroom.statements(actor="GBR")} == wanted


def test_a_state_is_asked_for_by_its_code(newsroom):
    found = list(newsroom.events(source="USA"))
    assert found and all("USA" in event.source_states for event in found)


def test_several_values_mean_any_of_them(newsroom):
    both = newsroom.events(root=["CONSULT", "ACCUSE"]).count()
    assert both == newsroom.events(root="CONSULT").count() + newsroom.events(root="ACCUSE").count()


def test_days_count_from_the_first_up_to_before_the_last(newsroom):
    days = sorted({article.day for article in newsroom.articles() if article.day})
    middle = days[len(days) // 2]
    later, earlier = newsroom.articles(after=middle), newsroom.articles(before=middle)
    assert min(article.day for article in later) == middle
    assert max(article.day for article in earlier) < middle
    assert len(later) + len(earlier) == sum(article.day is not None for article in newsroom.articles())


def test_a_year_stands_for_its_first_day(newsroom):
    assert len(newsroom.articles(after="2024")) == len(newsroom.articles(after="2024-01-01"))
    assert len(newsroom.articles(after="2024-06")) == len(newsroom.articles(after="2024-06-01"))


def test_statements_are_found_by_speaker_and_words(newsroom):
    one = next(
        statement for statement in newsroom.statements() if statement.speaker and len(statement.content) > 30
    )
    words = " ".join(one.content.split()[:3]).upper()
    assert one in list(newsroom.statements(said_by=one.speaker, about=words))
    assert all(statement.speaker == one.speaker for statement in newsroom.statements(said_by=one.speaker))


def test_an_outlet_tells_events_and_stories(newsroom):
    outlet = next(article.outlet for article in newsroom.articles() if article.outlet)
    assert {report.outlet for report in newsroom.reports(outlet=outlet)} == {outlet}
    assert 0 < newsroom.events(outlet=outlet).count() < newsroom.events().count()
    assert 0 < newsroom.stories(outlet=outlet).count() < newsroom.stories().count()


def test_actors_are_counted(newsroom):
    first = next(iter(newsroom.actors()))
    assert first.articles == newsroom.articles(actor=first.actor).count()
    kept, counted = list(newsroom.actors()), list(newsroom.actors(after="1900"))
    assert {row.actor for row in counted} < {row.actor for row in kept}


def test_kept_counts_are_those_of_the_articles(newsroom):
    outlets = [article.outlet for article in newsroom.articles() if article.outlet]
    assert all(article.outlet for article in newsroom.articles())
    assert list(newsroom.actors()) == list(newsroom.actors(outlet=outlets))


def test_a_limit_keeps_the_first(newsroom):
    assert list(newsroom.events().limit(3)) == list(newsroom.events())[:3]
    assert newsroom.events().limit(3).count() == 3


def test_rows_are_told_in_parts(newsroom):
    rows = newsroom.statements()
    whole = [(row.article, row.id) for row in rows]
    parts = [(row.article, row.id) for start in range(0, len(whole), 7) for row in rows.skip(start).limit(7)]
    assert parts == whole


def test_rows_become_frames_with_the_same_columns(newsroom):
    events = newsroom.events(status="happened")
    table = events.to_arrow()
    names = list(EventRow.__dataclass_fields__)
    assert table.num_rows == events.count() and table.column_names == names
    assert list(events.to_pandas().columns) == names
    assert events.to_polars().height == events.count()
    assert events.to_duckdb().count("*").fetchall() == [(events.count(),)]


def test_no_rows_still_have_their_columns(newsroom):
    nothing = newsroom.events(source="nobody")
    assert not list(nothing) and nothing.to_arrow().num_rows == 0
    assert nothing.to_arrow().schema == newsroom.events().to_arrow().schema


def test_a_notebook_shows_a_table(newsroom):
    shown = newsroom.events()._repr_html_()
    assert shown.startswith("<table>") and "the first 20 shown" in shown


def test_markup_in_a_title_stays_text(folder_collection):
    from tests.unit.store.sample_pages import page

    folder_collection.add(
        [page("A <b>bold</b> plan", "The mayor of Osthaven, Ole Rand, met Tilda Horn on Tuesday.")]
    )
    assert "<b>bold</b>" not in folder_collection.articles()._repr_html_()


def test_what_is_no_filter_is_told(newsroom):
    with pytest.raises(CollectionError, match="happened, planned"):
        newsroom.events(status="done")
    with pytest.raises(CollectionError, match="2024-03-12"):
        newsroom.events(after="12 March")


def test_an_id_that_is_not_there_is_told(newsroom):
    with pytest.raises(CollectionError) as unknown:
        newsroom.story("story:none")
    assert unknown.value.code == "unknown"
    with pytest.raises(CollectionError):
        newsroom.reading("sha256:none")


def test_a_story_told_in_like_words_is_related(folder_collection):
    from tests.unit.store.sample_pages import page

    body = "The ferry Sirje ran aground off Saaremaa. Divers from Kuressaare freed the ferry before dusk."
    folder_collection.add([page("Ferry aground", body, outlet="A", day="2024-03-01")])
    folder_collection.add(
        [page("Ferry aground again", body + " It was the second time.", outlet="B", day="2024-05-01")]
    )
    first, second = (folder_collection.story(row.id) for row in folder_collection.stories())
    assert (first.related, second.related) == ((second.id,), (first.id,))
