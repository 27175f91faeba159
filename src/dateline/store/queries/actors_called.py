"""Whom letters of a name may mean, those that pages alone know too: for those who look for somebody by hand."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select

from dateline.model.codec import Record
from dateline.store.correcting.log import actor_merges
from dateline.store.correcting.one_actor import ActorMerge, OneActor, Somebody
from dateline.store.database import Database
from dateline.store.queries.actors import actors
from dateline.store.queries.conditions import with_words
from dateline.store.queries.filters import Filters
from dateline.store.tables import ARTICLE_ACTORS


@dataclass(frozen=True, slots=True)
class Called(Record):
    """Somebody by a name in pages; `articles` is null where they are not counted."""

    actor: str
    name: str
    state: str | None
    articles: int | None


def actors_called(database: Database, letters: str, most: int) -> list[Called]:
    """Those whose names have some letters: those that tables know, in most articles first, then those that pages alone know."""
    known = actors(database, Filters(about=letters)).limit(most)
    found = [Called(row.actor, row.name, row.state, row.articles) for row in known]
    with database.reading() as connection:
        rows = connection.execute(_of_pages_alone(letters).limit(most - len(found))).all()
    return [*found, *(Called(row.actor, row.name, row.state, None) for row in rows)]


def _of_pages_alone(letters: str) -> Select[tuple[str, str, str | None]]:
    columns = ARTICLE_ACTORS.c
    named = select(columns.actor, columns.name, columns.state).distinct()
    return named.where(columns.actor.like("local:%"), with_words(columns.name, letters))


def merged_into(database: Database, actor: str) -> dict[int, ActorMerge]:
    """The decisions by which others are somebody, by their numbers."""
    with database.reading() as connection:
        merges = actor_merges(connection)
    return {number: merge for number, merge in merges.items() if merge.kept.id == actor}


def who_stands_for(database: Database, actor: str) -> str:
    """The id of who stands for an id: for one that was given up that of who was kept, else the same. A name that pages alone know leads on
    where one kind of it was given up, whatever the kind."""
    with database.reading() as connection:
        merges = list(actor_merges(connection).values())
    given_up = next((merge.given_up for merge in reversed(merges) if merge.given_up.id == actor), None)
    somebody = given_up or Somebody(actor, "", "", None, None)
    return OneActor(merges).of(somebody).id
