"""The whole way of a page, on the sample newsroom: what a careful reader finds there (`expected.json`) comes out."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.model import CODED_KINDS, Reading, Span, Story, Support, plain

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "newsroom"
EXPECTED = json.loads((FOLDER.parent / "expected.json").read_text(encoding="utf-8"))
GERMAN = "16-osterqueller-anzeiger-getreide.html"

each_page = pytest.mark.parametrize("page", EXPECTED["pages"], ids=[p["file"][:2] for p in EXPECTED["pages"]])
each_story = pytest.mark.parametrize("story", EXPECTED["stories"], ids=[s["id"] for s in EXPECTED["stories"]])


def test_every_page_is_read(newsroom):
    assert len(newsroom.readings) == 24
    assert set(newsroom.readings) == {page["file"] for page in EXPECTED["pages"]}


@each_page
def test_the_title_and_language_of_a_page(newsroom, page):
    article = newsroom.readings[page["file"]].article
    assert article.title == page["title"]
    assert article.language == page["language"]


@each_page
def test_the_outlet_of_a_page(newsroom, page):
    outlet = newsroom.readings[page["file"]].article.outlet
    assert outlet is not None, "no outlet was found"
    assert outlet.name == page["outlet"]


@each_page
def test_the_authors_of_a_page(newsroom, page):
    assert list(newsroom.readings[page["file"]].article.authors) == page["authors"]


@each_page
def test_the_date_of_a_page_is_its_own_or_none(newsroom, page):
    published = newsroom.readings[page["file"]].article.published
    if page["published"] is None:
        assert published is None
    else:
        assert published is not None
        assert published.value[:10] == page["published"]["value"][:10]


@each_page
def test_only_pages_in_a_language_with_a_parser_are_coded(newsroom, page):
    reading = newsroom.readings[page["file"]]
    assert reading.article.coded is (page["language"] == "en")
    assert bool(reading.events) is (page["language"] == "en")


def test_the_german_page_has_its_quotations_all_the_same(newsroom):
    reading = newsroom.readings[GERMAN]
    assert [s.type for s in reading.statements].count("direct") >= 1
    assert reading.article.blocks


@each_story
def test_reports_of_one_occurrence_are_one_story(newsroom, story):
    found = newsroom.story_of(story["pages"][0])
    assert newsroom.pages_of(found) == sorted(story["pages"])
    assert found.reports == story["reports"]


@each_story
def test_outlets_of_a_story_are_counted(newsroom, story):
    assert newsroom.story_of(story["pages"][0]).outlets == story["outlets"]


@each_story
def test_independent_reports_are_counted_and_copies_are_not(newsroom, story):
    assert newsroom.story_of(story["pages"][0]).independent == story["independent"]


@pytest.mark.parametrize("pair", EXPECTED["not_grouped"], ids=lambda p: "+".join(f[:2] for f in p["pages"]))
def test_unlike_occurrences_stay_apart(newsroom, pair):
    one, other = pair["pages"]
    assert newsroom.story_of(one).id != newsroom.story_of(other).id


def test_a_story_says_which_other_one_is_like_it(newsroom):
    one = newsroom.story_of("18-northlight-standard-mamuno.html")
    other = newsroom.story_of("20-kestrel-daily-ngoma.html")
    assert other.id in one.related
    assert one.id in other.related


def _copies() -> Iterator[tuple[str, str, set[str]]]:
    for story in EXPECTED["stories"]:
        for edge in story["chain"]:
            if edge["relation"] != "quotes":
                yield edge["from"], edge["to"], {edge["relation"], *edge.get("accept", [])}


@pytest.mark.parametrize(("original", "copy", "relations"), list(_copies()))
def test_a_copy_is_traced_to_its_original(newsroom, original, copy, relations):
    chain = newsroom.story_of(copy).chain
    ids = {name: reading.article.id for name, reading in newsroom.readings.items()}
    edges = [edge for edge in chain if (edge.from_, edge.to) == (ids[original], ids[copy])]
    assert {edge.relation for edge in edges} & relations


@pytest.mark.parametrize(("page", "headlines"), EXPECTED["furniture_without_events"].items())
def test_headlines_of_other_news_are_no_events_of_the_page(newsroom, page, headlines):
    reading = newsroom.readings[page]
    for headline in headlines:
        start = reading.article.text.find(headline)
        assert start >= 0, f"{headline!r} is not in the text"
        inside = range(start, start + len(headline))
        assert not [e for e in reading.events if e.trigger.start in inside]


def _spans(record: object) -> Iterator[tuple[int, int]]:
    """All pairs of offsets in the JSON form of a record."""
    if isinstance(record, dict):
        if isinstance(record.get("start"), int):
            yield record["start"], record["end"]
        for value in record.values():
            yield from _spans(value)
    elif isinstance(record, list):
        if len(record) == 2 and all(isinstance(n, int) for n in record):
            yield record[0], record[1]
        else:
            for value in record:
                yield from _spans(value)


@each_page
def test_every_span_holds_words_of_the_text(newsroom, page):
    reading = newsroom.readings[page["file"]]
    text = reading.article.text
    for start, end in _spans(plain(reading)):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip(), f"[{start}, {end}] is blank"


@each_page
def test_mentions_are_their_words_and_triggers_lie_in_their_evidence(newsroom, page):
    reading = newsroom.readings[page["file"]]
    text = reading.article.text
    assert all(m.text == text[m.start : m.end] for m in reading.mentions)
    for event in reading.events:
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end


@each_page
def test_every_line_lies_in_exactly_one_block(newsroom, page):
    article = newsroom.readings[page["file"]].article
    offset = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            middle = offset + len(line) - len(line.lstrip())
            assert sum(b.start <= middle < b.end for b in article.blocks) == 1, line
        offset += len(line)


@each_page
def test_statements_and_events_come_from_the_article_and_not_from_furniture(newsroom, page):
    reading = newsroom.readings[page["file"]]
    coded = reading.article.spans_of(*CODED_KINDS)

    def is_coded(span: Span) -> bool:
        return any(block.start <= span.start and span.end <= block.end for block in coded)

    assert all(is_coded(event.trigger.span) for event in reading.events)
    assert all(is_coded(span) for statement in reading.statements for span in statement.content)


@each_page
def test_ids_are_unique_and_those_that_are_named_exist(newsroom, page):
    reading = newsroom.readings[page["file"]]
    ids = [r.id for r in (*reading.mentions, *reading.statements, *reading.events)]
    assert len(ids) == len(set(ids))
    named = {e.statement for e in reading.events} | {s.continues for s in reading.statements}
    assert named - {None} <= {s.id for s in reading.statements}


def test_article_and_story_ids_are_unique(newsroom):
    assert len(newsroom.files) == 24
    assert len({story.id for story in newsroom.stories}) == len(newsroom.stories)


def _fact_ids(story: Story) -> list[str]:
    return [fact.id for fact in story.facts]


def test_stories_name_only_what_was_read(newsroom):
    statements = {(r.article.id, s.id) for r in newsroom.readings.values() for s in r.statements}
    for story in newsroom.stories:
        assert len(_fact_ids(story)) == len(set(_fact_ids(story)))
        for fact in story.facts:
            assert {p.article for p in fact.positions} <= set(story.articles)
        for quotation in story.quotations:
            assert {(r.article, r.statement) for r in quotation.statements} <= statements


def test_spans_of_facts_point_into_the_article_that_they_name(newsroom):
    texts = {r.article.id: r.article.text for r in newsroom.readings.values()}
    for story in newsroom.stories:
        for position in (p for fact in story.facts for p in fact.positions):
            assert all(0 <= s.start < s.end <= len(texts[position.article]) for s in position.spans)


def test_no_conflict_is_found_but_those_that_a_careful_reader_finds(newsroom):
    told = [
        (newsroom.readings[position["page"]].article.id, position["value"])
        for story in EXPECTED["stories"]
        for fact in story["facts"]
        if fact["id"] in story["conflicts"]
        for position in fact["positions"]
    ]
    conflicts = [f for story in newsroom.stories for f in story.facts if f.support is Support.CONFLICTING]
    assert conflicts
    for fact in conflicts:
        assert any(
            p.article == article and value in p.value for p in fact.positions for article, value in told
        ), fact.text


@pytest.mark.parametrize("name", ["03-kestrel-daily-market.txt", "10-meridian-wire-water.html", GERMAN])
def test_reading_a_page_again_gives_the_same(newsroom, name):
    assert dateline.read(FOLDER / name) == newsroom.readings[name]


@each_page
def test_readings_survive_json(newsroom, page):
    reading = newsroom.readings[page["file"]]
    assert Reading.from_json(reading.to_json()) == reading


def test_the_order_of_the_pages_does_not_matter(newsroom):
    readings = list(newsroom.readings.values())
    random.Random(5).shuffle(readings)
    assert dateline.group(readings) == newsroom.stories


def test_processes_give_what_one_gives(newsroom):
    names = list(newsroom.readings)[:6]
    found = list(dateline.read_many([FOLDER / name for name in names], workers=2))
    assert found == [newsroom.readings[name] for name in names]
