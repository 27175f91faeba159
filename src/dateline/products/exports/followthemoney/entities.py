"""Entities of FollowTheMoney: id, schema, and properties that are lists of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.knowledge import Knowledge
from dateline.model import ActorKind
from dateline.products.exports.ids import short
from dateline.products.exports.kinds import Text
from dateline.products.exports.places import located
from dateline.products.exports.rights import Rights
from dateline.products.exports.told import Page, Side, ToldEvent
from dateline.products.exports.wording import support

Entity = dict[str, Any]
Properties = Mapping[str, Iterable[str | None]]

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "PublicBody",
    ActorKind.COMPANY: "Company",
    ActorKind.OUTLET: "Organization",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.PARTY: "Organization",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.INITIATIVE: "Organization",
}
_OF_GOVERNMENTS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors of the code whose bodies are public ones."""
_LANGUAGES = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fi": "fin",
    "fr": "fra", "he": "heb", "hi": "hin", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe", "th": "tha", "tr": "tur", "uk": "ukr",
    "vi": "vie", "zh": "zho",
}  # fmt: skip


def article_entity(page: Page, rights: Rights) -> Entity:
    """The article, with its text where that may go out. The file name is its id: pages have none."""
    article = page.article
    return _entity(
        article_id(article.id),
        "Article",
        {
            "title": [rights.title(article.title)],
            "fileName": [f"{article.id.removeprefix('sha256:')}.txt"],
            "author": article.authors,
            "publisher": [article.outlet.name if article.outlet else None],
            "publishedAt": [_instant(article.published.value) if article.published else None],
            "sourceUrl": [article.url if article.url and article.url.startswith("http") else None],
            "language": [_LANGUAGES.get(article.language)],
            "bodyText": [article.text if rights.text is Text.FULL else None],
        },
    )


def actor_entity(id: str, side: Side, kind: ActorKind | None) -> Entity:
    """Somebody who takes part; whose kind is not known is a legal entity, which may be a person or a body."""
    schema = _SCHEMATA.get(kind, "LegalEntity") if kind else "LegalEntity"
    is_public = schema == "Organization" and _OF_GOVERNMENTS.intersection(side.sectors)
    actor = side.lasting_actor or ""
    return _entity(
        id,
        "PublicBody" if is_public else schema,
        {
            "name": [side.name],
            "country": [country(side.state)],
            "wikidataId": [actor if actor.startswith("Q") else None],
        },
    )


def event_entity(event: ToldEvent, involved: Iterable[str]) -> Entity:
    """The event; what did not happen says so in its name, since FollowTheMoney has no status."""
    start, _, end = (event.date or "").partition("/")
    place = located(event.place, event.place_id, event.place_precision)
    is_done = event.status == "happened"
    counts = support(event.reports, event.outlets, event.independent)
    return _entity(
        event_id(event.id),
        "Event",
        {
            "name": [event.text if is_done else f"{event.text} ({event.status})"],
            "summary": [f"{event.status}; {counts}"],
            "keywords": [event.root, event.mode, event.status],
            "recordId": [event.id],
            "involved": involved,
            "date": [None if end else start or None],
            "startDate": [start if end else None],
            "endDate": [end or None],
            "location": [event.place],
            "country": [country(place.state) if place else None],
        },
    )


def documentation(event: ToldEvent, article: str, quotes: Iterable[str | None]) -> Entity:
    """That an article reports an event, with the words where they may go out."""
    return _entity(
        short("report", event.id, article),
        "Documentation",
        {
            "document": [article_id(article)],
            "entity": [event_id(event.id)],
            "role": ["reports"],
            "summary": quotes,
        },
    )


def link(event: ToldEvent, subject: str, object: str) -> Entity:
    """Who did it to whom, which an event of FollowTheMoney does not tell; what did not happen says so in the role."""
    act = f"{event.root}:{event.mode}" if event.mode else event.root
    role = act if event.status == "happened" else f"{act} ({event.status})"
    start, _, end = (event.date or "").partition("/")
    return _entity(
        short("act", event.id, subject, object),
        "UnknownLink",
        {
            "subject": [subject],
            "object": [object],
            "role": [role],
            "status": [event.status],
            "date": [None if end else start or None],
            "startDate": [start if end else None],
            "endDate": [end or None],
            "recordId": [event.id],
        },
    )


def article_id(article: str) -> str:
    """The id of an article as an entity."""
    return short("article", article)


def event_id(event: str) -> str:
    """The id of an event as an entity."""
    return short("event", event)


def country(state: str | None) -> str | None:
    """A state as ISO 3166-1 alpha-2 in small letters."""
    codes = Knowledge.load().codes.get(state or "")
    return codes.iso2.lower() if codes else None


def _instant(value: str) -> str:
    """A date or time as FollowTheMoney has it: without a zone, in UTC where the page tells its zone."""
    if "T" not in value or "/" in value:
        return value.partition("/")[0]
    when = datetime.fromisoformat(value)
    return (when.astimezone(UTC) if when.tzinfo else when).replace(tzinfo=None).isoformat()


def _entity(id: str, schema: str, properties: Properties) -> Entity:
    """An entity without the properties that have no value; each value once."""
    told = {
        name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()
    }
    return {
        "id": id,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }
