"""Two actors decided to be one: logged, and in force on all pages that name them."""

from __future__ import annotations

from collections.abc import Collection as Several

from sqlalchemy import Connection, select

from dateline.knowledge import Knowledge
from dateline.model import CollectionError
from dateline.store.clock import now
from dateline.store.correcting.log import Kind, actor_merges, append
from dateline.store.correcting.one_actor import ActorMerge, OneActor, Somebody
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.correcting.renewing import renew
from dateline.store.holdings import Holdings
from dateline.store.tables import ARTICLE_ACTORS, PARTICIPANTS, STATEMENTS


def merge_actors(holdings: Holdings, one: str, other: str, *, why: str, by: str) -> int:
    """Notes that two actors, by their ids, are one, and makes anew all pages that name the one that is given up. Of two the one that the tables
    know is kept, else the second. Gives the number of the decision.

    Raises:
        CollectionError: `unknown`, when neither the tables nor a page know an id; `bad_correction`, when they are one already, or nobody says who
            decides and why.
    """
    if not why.strip() or not by.strip():
        raise CollectionError(
            "bad_correction", "say why, and who decides: the log is for those who ask later."
        )
    with holdings.database.writing() as connection:
        already = OneActor(actor_merges(connection).values())
        given_up, kept = (already.of(_somebody(holdings, connection, id.strip())) for id in (one, other))
        if given_up.key == kept.key:
            raise CollectionError("bad_correction", f"{one} and {other} are one actor already.")
        if kept.is_local and not given_up.is_local:
            given_up, kept = kept, given_up
        merge = ActorMerge(given_up, kept, why.strip(), by.strip(), now())
        pages = pages_with(connection, {given_up.id})
        number = append(connection, Kind.ACTOR, merge)
        renew(holdings, connection, sorted(pages))
        return number


def pages_with(connection: Connection, ids: Several[str]) -> set[int]:
    """The numbers of the current pages on which some actors stand, in whatever place."""
    speaker, addressee = STATEMENTS.c.speaker_actor, STATEMENTS.c.addressee_actor
    places = (
        (ARTICLE_ACTORS.c.article, ARTICLE_ACTORS.c.actor),
        (PARTICIPANTS.c.article, PARTICIPANTS.c.actor),
        (STATEMENTS.c.article, speaker),
        (STATEMENTS.c.article, addressee),
    )
    return {
        number
        for article, actor in places
        for number in connection.execute(select(article).where(actor.in_(ids)).distinct()).scalars()
    }


def _somebody(holdings: Holdings, connection: Connection, id: str) -> Somebody:
    """Somebody by id: as the tables know them, else as the newest page that names them does."""
    entity = Knowledge.load().entity(id)
    if entity is not None:
        return Somebody(entity.id, entity.name, entity.kind.value, entity.state, entity.code)
    columns = ARTICLE_ACTORS.c
    newest = select(columns.article).where(columns.actor == id).order_by(columns.article.desc()).limit(1)
    number = connection.execute(newest).scalar()
    reading = corrected_readings(connection, [number])[number].reading if number is not None else None
    mention = next((one for one in reading.mentions if one.actor == id), None) if reading else None
    if mention is None:
        what = f"neither the tables nor a page of {holdings.database.place} know {id[:80]!r}: `dateline actors` and `lookup` tell ids."
        raise CollectionError("unknown", what)
    return Somebody(id, mention.name, mention.kind.value, mention.state, None)
