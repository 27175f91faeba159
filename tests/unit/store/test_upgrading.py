"""Collections that earlier programs made: six pages of the sample newsroom, with the tables of the first version and of the fourth."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select

from dateline.store import open_collection
from dateline.store.grouping.leads import lead_of, support_of
from dateline.store.migrating import HEAD, revision_of
from dateline.store.tables import ACTOR_COUNTS, ARTICLES, EVENT_PARTICIPANTS, EVENTS, STATEMENTS, STORIES
from dateline.stories import Decision, DecisionKind

EARLIER = sorted((Path(__file__).parent / "earlier").glob("*.zip"))
STORIES_MAY_BE_TOLD_OTHERWISE = {"story", "families"}


@pytest.fixture(params=EARLIER, ids=lambda path: path.stem)
def upgraded(request, tmp_path, read_once):
    with zipfile.ZipFile(request.param) as packed:
        packed.extractall(tmp_path / "c")
    with open_collection(tmp_path / "c", read_many=read_once) as opened:
        yield opened


def test_an_old_file_is_brought_to_the_tables_of_today(upgraded):
    with upgraded._holdings.database.reading() as connection:
        assert revision_of(connection) == HEAD
    found = {finding.code for finding in upgraded.verify().findings}
    assert found <= STORIES_MAY_BE_TOLD_OTHERWISE


def test_what_new_columns_hold_is_filled_from_old_rows(upgraded):
    with upgraded._holdings.database.reading() as connection:
        days = dict(connection.execute(select(EVENTS.c.id, EVENTS.c.day_ordinal)).all())
        parties = connection.execute(
            select(EVENT_PARTICIPANTS.c.event, EVENT_PARTICIPANTS.c.day_ordinal)
        ).all()
        assert connection.execute(select(ACTOR_COUNTS)).first() is not None
        states = {
            (article, id): state
            for article, id, state in connection.execute(
                select(ARTICLES.c.id, STATEMENTS.c.id, STATEMENTS.c.addressee_state).join_from(
                    STATEMENTS, ARTICLES, ARTICLES.c.number == STATEMENTS.c.article
                )
            )
        }
    assert parties and all(days[event] == day for event, day in parties)
    wanted = {
        (row.id, statement["id"]): (statement["addressee"] or {}).get("state")
        for row in upgraded.articles()
        for statement in json.loads(upgraded.reading(row.id).to_json())["statements"]
    }
    assert states == wanted


def test_stories_of_an_old_file_tell_what_they_lead_with(upgraded):
    with upgraded._holdings.database.reading() as connection:
        stories = connection.execute(select(STORIES)).all()
        events = [dict(row) for row in connection.execute(select(EVENTS)).mappings()]
    assert stories
    for row in stories:
        wanted = lead_of(row.headline, [event for event in events if event["story"] == row.id])
        assert {name: getattr(row, name) for name in wanted} == wanted
        assert row.support == support_of({fact.support for fact in upgraded.story(row.id).facts})
    assert any(row.lead for row in stories) and {row.support for row in stories} > {"single_source"}


def test_an_old_file_is_asked_and_added_to_like_a_new_one(upgraded):
    assert upgraded.search("market").hits
    newest = next(iter(upgraded.articles()))
    assert upgraded.statements().count() and upgraded.events().count() and upgraded.actors().count()
    assert upgraded.story(newest.story).articles
    assert upgraded.add([]).new == 0


def test_an_old_decision_about_stories_holds_and_can_be_undone(tmp_path, read_once):
    with zipfile.ZipFile(EARLIER[-1]) as packed:
        packed.extractall(tmp_path / "c")
    file = sqlite3.connect(tmp_path / "c" / "collection.sqlite")
    one, other = (
        row[0] for row in file.execute("SELECT id FROM articles WHERE is_current ORDER BY arrival LIMIT 2")
    )
    told = Decision(DecisionKind.SPLIT, (one,), (other,), by="Ana").to_json()
    file.execute("INSERT INTO decisions (decision) VALUES (?)", (told,))
    file.commit()
    file.close()
    with open_collection(tmp_path / "c", read_many=read_once) as opened:
        (row,) = opened.corrections()
        assert (row.subject, row.act, row.article, row.by) == ("story", "split", one, "Ana")
        assert opened.undo(row.number, why="no", by="Ben").standing == "undone"
        assert {finding.code for finding in opened.verify().findings} <= STORIES_MAY_BE_TOLD_OTHERWISE
