"""Facts of stories that somebody found right: kept by the words of a page, and by what they said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from dateline.model import CollectionError, Fact, Position, Reading, Stance, Story
from dateline.store.clock import now
from dateline.store.correcting.anchors import anchor_of, place_of, shared
from dateline.store.correcting.log import Kind, append, facts_of
from dateline.store.correcting.records import Correction, FieldChange, FieldValue, Subject
from dateline.store.grouping.story_rows import story_record
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import reading_of
from dateline.store.tables import ARTICLES, DECISIONS, STORIES, STORY_ARTICLES

SCHEME = "story:"
"""What a reference to a fact begins with: `story:…#f3`."""
_SHARED = 0.5


class FactFound(NamedTuple):
    """Where a fact is now: the article whose words it rests on, its story and its id; the last two null where it says something else."""

    article: str
    story: str | None
    fact: str | None


def accept_fact(holdings: Holdings, reference: str, *, why: str, by: str) -> int:
    """Notes that a fact (`STORY#f3`) is right as it is. Gives the number of the decision.

    Raises:
        CollectionError: `unknown`, when there is no such fact; `bad_correction`, when it rests on no words of a page.
    """
    wanted, _, id = reference.rpartition("#")
    with holdings.database.writing() as connection:
        story = _story(connection, STORIES.c.id == wanted)
        fact = next((fact for fact in story.facts if fact.id == id), None) if story else None
        if fact is None:
            raise CollectionError("unknown", f"{holdings.database.place} has no fact {reference}.")
        position = next(_worded(fact.positions), None)
        if position is None:
            what = f"{reference} rests on no words of a page: there is nothing to hold on to."
            raise CollectionError("bad_correction", what)
        lineage, read = _article(connection, position.article)
        correction = Correction(
            subject=Subject.FACT,
            article=position.article,
            id=fact.id,
            anchor=anchor_of(read.article.text, position.spans[0]),
            changes=_said(fact),
            is_nothing=False,
            whole_page=False,
            note=None,
            why=why.strip(),
            by=by.strip(),
            at=now(),
            is_right=True,
        )
        return append(connection, Kind.FACT, correction, lineage)


def checked_facts(connection: Connection, story: Story) -> dict[str, Correction]:
    """The facts of a story that somebody found right, each with the latest who did so."""
    columns = ARTICLES.c
    lineages = select(columns.lineage).where(columns.id.in_(story.articles))
    found: dict[str, Correction] = {}
    for lineage, corrections in facts_of(connection, connection.execute(lineages).scalars().all()).items():
        current = _current(connection, lineage)
        for one in corrections if current else ():
            fact = _fact(story, one, current) if current else None
            if fact is not None:
                found[fact.id] = one
    return found


def has_checked_facts(connection: Connection) -> bool:
    """Whether anybody ever found a fact right."""
    line = select(DECISIONS.c.number).where(DECISIONS.c.kind == Kind.FACT.value)
    return connection.execute(line.limit(1)).first() is not None


def find_fact(connection: Connection, lineage: str, correction: Correction) -> FactFound | None:
    """Where a fact that somebody found right is now; None where the page is gone."""
    current = _current(connection, lineage)
    if current is None:
        return None
    inside = select(STORY_ARTICLES.c.story).join(ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article)
    story = _story(connection, STORIES.c.id.in_(inside.where(ARTICLES.c.id == current.article.id)))
    fact = _fact(story, correction, current) if story else None
    found = (story.id, fact.id) if story and fact else (None, None)
    return FactFound(current.article.id, *found)


def _fact(story: Story, correction: Correction, current: Reading) -> Fact | None:
    """The fact of a story that says what was found right, by the words of an article."""
    place = place_of(correction.anchor, current.article.text)
    for fact in story.facts:
        own = [
            span for one in _worded(fact.positions) if one.article == current.article.id for span in one.spans
        ]
        if (
            place
            and _said(fact) == correction.changes
            and any(shared(place, span) >= _SHARED for span in own)
        ):
            return fact
    return None


def _said(fact: Fact) -> tuple[FieldChange, ...]:
    """What a fact says, as values that stay."""
    told = {"text": fact.text, "support": fact.support.value}
    return tuple(FieldChange(name, (FieldValue(v),), (FieldValue(v),)) for name, v in told.items())


def _worded(positions: Sequence[Position]) -> Iterator[Position]:
    """Those that tell the fact in words of their page."""
    return (one for one in positions if one.stance is not Stance.OMITS and one.spans)


def _story(connection: Connection, condition: object) -> Story | None:
    data = connection.execute(select(STORIES.c.story).where(condition)).scalar()  # type: ignore[arg-type]
    return story_record(data) if data is not None else None


def _article(connection: Connection, id: str) -> tuple[str, Reading]:
    columns = ARTICLES.c
    found = connection.execute(select(columns.lineage, columns.reading).where(columns.id == id)).one()
    return found.lineage, reading_of(found.reading)


def _current(connection: Connection, lineage: str) -> Reading | None:
    columns = ARTICLES.c
    current = select(columns.reading).where(columns.lineage == lineage, columns.is_current)
    data = connection.execute(current).scalar()
    return reading_of(data) if data is not None else None
