"""Rows as they come out of a collection."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.codec import Record

SCHEME = "sha256:"
_SHORT = 12


def short_reference(article: str, id: str) -> str:
    """The beginning of an article's id, without how it was made, and a row in it: `91c0d2f4a1b7#e3`."""
    return f"{article.removeprefix(SCHEME)[:_SHORT]}#{id}"


@dataclass(frozen=True, slots=True)
class ArticleRow(Record):
    """An article. `day` is that of publication; `family` the id of the first of its copies that came in; `story` its story."""

    id: str
    number: int
    title: str | None
    outlet: str | None
    outlet_id: str | None
    published: str | None
    day: str | None
    language: str
    coded: bool
    address: str
    version: int
    family: str | None
    story: str | None
    first_seen: str


@dataclass(frozen=True, slots=True)
class VersionRow(Record):
    """A version of a page. `first_seen` is when it came in; `story` is null for versions that others took the place of."""

    id: str
    version: int
    is_current: bool
    title: str | None
    first_seen: str
    story: str | None


@dataclass(frozen=True, slots=True)
class StatementRow(Record):
    """Who said what. `article` and `id` lead to the statement of the reading; `day` is that of publication. `corrected` says that a person
    corrected it, `checked` that somebody found it right, `flag` what somebody notes of it."""

    article: str
    id: str
    type: str
    speaker: str | None
    speaker_actor: str | None
    speaker_state: str | None
    addressee: str | None
    addressee_actor: str | None
    channel: str | None
    channel_kind: str | None
    act: str | None
    content: str
    day: str | None
    outlet: str | None
    corrected: bool = False
    checked: bool = False
    flag: str | None = None

    @property
    def row(self) -> str:
        """A short name of it, which `dateline correct` takes."""
        return short_reference(self.article, self.id)


@dataclass(frozen=True, slots=True)
class ReportRow(Record):
    """What one article reports of one event. `day` is the first of the event's date, that of publication where it has none. `corrected`,
    `checked` and `flag` as for a statement."""

    article: str
    id: str
    event: str | None
    root: str
    mode: str | None
    status: str
    cameo: str | None
    quad: int
    score: float
    source: tuple[str, ...]
    source_actors: tuple[str, ...]
    source_states: tuple[str, ...]
    target: tuple[str, ...]
    target_actors: tuple[str, ...]
    target_states: tuple[str, ...]
    date: str | None
    day: str | None
    place: str | None
    statement: str | None
    evidence_start: int
    evidence_end: int
    confidence: float
    outlet: str | None
    corrected: bool = False
    checked: bool = False
    flag: str | None = None
    contexts: tuple[str, ...] = ()

    @property
    def row(self) -> str:
        """A short name of it, which `dateline correct` takes."""
        return short_reference(self.article, self.id)


@dataclass(frozen=True, slots=True)
class EventRow(Record):
    """An event across its reports: what is best supported of who, whom, when, where and whether. `corrected` says that a person corrected one of its reports,
    `checked` that somebody found one right."""

    id: str
    story: str
    text: str
    root: str
    mode: str | None
    status: str
    quad: int
    source: tuple[str, ...]
    source_actors: tuple[str, ...]
    source_states: tuple[str, ...]
    target: tuple[str, ...]
    target_actors: tuple[str, ...]
    target_states: tuple[str, ...]
    date: str | None
    day: str | None
    place: str | None
    place_id: str | None
    place_precision: str | None
    reports: int
    outlets: int
    independent: int
    corrected: bool = False
    checked: bool = False
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRow(Record):
    """A story, without its facts; `Collection.story` has all of it."""

    id: str
    headline: str
    first_day: str | None
    last_day: str | None
    reports: int
    outlets: int
    independent: int


@dataclass(frozen=True, slots=True)
class ActorRow(Record):
    """Somebody who is named: in how many articles, and how often. `name` is the first of its names by the alphabet."""

    actor: str
    name: str
    state: str | None
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class NameRow(Record):
    """A name under which somebody is named: in how many articles it is the first, and how often they are named there in any way."""

    actor: str
    name: str
    articles: int
    mentions: int
