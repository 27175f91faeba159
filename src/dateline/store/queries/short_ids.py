"""Short ids: the beginning of an id stands for all of it where no other begins so, as in git."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, select

from dateline.model import CollectionError
from dateline.store.database import Database
from dateline.store.queries.conditions import values_of
from dateline.store.queries.filters import Asked, Filters
from dateline.store.queries.records import SCHEME
from dateline.store.tables import ARTICLES, EVENTS, STORIES

SHORT = 8
"""Letters of an id that tables show."""
_FEWEST = 4
_MOST_TOLD = 4
_BEGINNING = re.compile(rf"[0-9a-f]{{{_FEWEST},}}")
_LONG = re.compile(rf"(?:[a-z0-9]+:)?([0-9a-f]{{{SHORT}}})[0-9a-f]*((?:#.*)?)")
_RECORDS_OF_STORIES = "fq"


@dataclass(frozen=True)
class IdKind:
    """What ids of a kind begin with, how many letters follow, where they are kept, and what they are of."""

    scheme: str
    letters: int
    column: ColumnElement[str]
    what: str


ARTICLE_IDS = IdKind(SCHEME, 64, ARTICLES.c.id, "articles")
STORY_IDS = IdKind("story:", 16, STORIES.c.id, "stories")
EVENT_IDS = IdKind("event:", 16, EVENTS.c.id, "events")
_ALL = (ARTICLE_IDS, STORY_IDS, EVENT_IDS)


def short_id(id: str) -> str:
    """An id of an article, a story or an event as tables show it, perhaps with a record: `91c0d2f4#e1`. Others stay as they are."""
    found = _LONG.fullmatch(id)
    return found[1] + found[2] if found else id


def whole_id(database: Database, given: str, kinds: Sequence[IdKind]) -> str:
    """The id of one of some kinds that begins as given, with or without its scheme; what is whole, or begins none, comes back as it is.

    Raises:
        CollectionError: `unknown`, when several begin so.
    """
    found = [id for kind in kinds for id in _beginning(database, given, kind)]
    if len(found) < 2:
        return found[0] if found else given
    told = ", ".join(f"{id[: len(given) + SHORT]}…" for id in found[:_MOST_TOLD])
    more = " and others" if len(found) > _MOST_TOLD else ""
    what = f"{database.place} has several ids that begin with {given} ({told}{more}): give more letters."
    raise CollectionError("unknown", what)


def whole_reference(database: Database, reference: str) -> str:
    """A reference (an id, perhaps with `#e1` or another record behind it) with the whole id.

    Raises:
        CollectionError: `unknown`, when several ids begin so.
    """
    given, mark, record = reference.partition("#")
    of_story = record[:1] in _RECORDS_OF_STORIES
    kinds = _ALL if not record else (STORY_IDS,) if of_story else (ARTICLE_IDS,)
    return whole_id(database, given, kinds) + mark + record


def with_whole_ids(database: Database, asked: Filters) -> Filters:
    """The same filters with whole ids of articles, stories and events.

    Raises:
        CollectionError: `unknown`, when several ids begin as one that is asked for.
    """

    def whole(values: Asked, kind: IdKind) -> Asked:
        return [whole_id(database, value, (kind,)) for value in values_of(values)] or None

    if not (asked.article or asked.story or asked.event):
        return asked
    return replace(
        asked,
        article=whole(asked.article, ARTICLE_IDS),
        story=whole(asked.story, STORY_IDS),
        event=whole(asked.event, EVENT_IDS),
    )


def _beginning(database: Database, given: str, kind: IdKind) -> list[str]:
    """A few ids of a kind that begin as given. They are found in order, so that an index helps in every database."""
    letters = given.removeprefix(kind.scheme)
    if _BEGINNING.fullmatch(letters) is None or len(letters) >= kind.letters:
        return []
    first = kind.scheme + letters
    asked = select(kind.column).where(kind.column.between(first, first + "g")).order_by(kind.column)
    with database.reading() as connection:
        return list(connection.execute(asked.limit(_MOST_TOLD + 1)).scalars())
