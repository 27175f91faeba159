"""What of a page goes into the index: its words, and what its reading found, so that fields are asked as quickly as words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Article, Block, BlockKind, Reading, Statement, hull
from dateline.store.search.query import Field
from dateline.store.search.query_reader import ANY_STATEMENT
from dateline.store.search.tokens import token_string

EVERY_PAGE = "=page"
"""A token that every page has: what a query of refusals alone is taken from."""
_BETWEEN = "="
"""Stands between names, so that no phrase runs from one into the next."""
_SEARCHED = (BlockKind.DEK, BlockKind.BODY, BlockKind.CAPTION)
_PREFIXES = {
    Field.ACTOR: "a=",
    Field.OUTLET: "o=",
    Field.SAID_BY: "y=",
    Field.ABOUT: "b=",
    Field.TYPE: "t=",
    Field.STATUS: "s=",
    Field.LANG: "l=",
}


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or outlet: its id, where it has one, and its name."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a statement of a page names or addresses."""

    statement: str
    actor: str
    name: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One page for the index. `acts` are pairs of root and status, one for each report of an event."""

    number: int
    title: str
    body: str
    outlet: Named | None = None
    language: str | None = None
    actors: tuple[Named, ...] = ()
    speakers: tuple[Named, ...] = ()
    subjects: tuple[Subject, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    statement_types: tuple[str, ...] = ()


def index_row(number: int, reading: Reading) -> IndexRow:
    """What the index gets of a reading."""
    article = reading.article
    speakers = [Named(s.speaker.actor, s.speaker.name) for s in reading.statements if s.speaker is not None]
    outlet = Named(article.outlet.id, article.outlet.name) if article.outlet is not None else None
    return IndexRow(
        number,
        article.title or "",
        _searched(article),
        outlet,
        article.language,
        tuple(dict.fromkeys(Named(m.actor, m.name) for m in reading.mentions if m.actor is not None)),
        tuple(dict.fromkeys(speakers)),
        tuple(dict.fromkeys(subject for s in reading.statements for subject in _subjects(s, reading))),
        tuple(dict.fromkeys((event.plover, event.status.value) for event in reading.events)),
        tuple(dict.fromkeys(s.type.value for s in reading.statements)),
    )


def searched_blocks(article: Article) -> list[Block]:
    """The blocks of a page that are searched; none where no body was found, and then all of its text is."""
    if not article.spans_of(BlockKind.BODY):
        return []
    return [block for block in article.blocks if block.kind in _SEARCHED]


def _searched(article: Article) -> str:
    blocks = searched_blocks(article)
    return "\n".join(block.span.of(article.text) for block in blocks) if blocks else article.text


def _subjects(statement: Statement, reading: Reading) -> Iterator[Subject]:
    addressee, speaker = statement.addressee, statement.speaker
    if addressee is not None and addressee.actor is not None:
        yield Subject(statement.id, addressee.actor, addressee.name, addressee.state)
    if not statement.content:
        return
    whole = hull(statement.content)
    for mention in reading.mentions:
        if mention.actor is None or not whole.covers(mention.span):
            continue
        is_inside = any(span.covers(mention.span) for span in statement.content)
        if is_inside and not (speaker and speaker.actor == mention.actor):
            yield Subject(statement.id, mention.actor, mention.name, mention.state)


def field_tokens(field: Field, value: str) -> list[str]:
    """The tokens that stand for a value of a field; those of a name follow one another."""
    words = token_string(value).split()
    prefix = _PREFIXES[field]
    if field in (Field.TYPE, Field.STATUS, Field.LANG):
        return [prefix + "".join(words)]
    return [prefix + word for word in words]


def act_token(root: str, status: str) -> str:
    """The token of an event type with the status of the same report."""
    return f"{field_tokens(Field.TYPE, root)[0]}.{status}"


def field_string(row: IndexRow) -> str:
    """All that is known of a page beside its words, as tokens."""
    found = [EVERY_PAGE]
    for field, named in (
        (Field.OUTLET, [row.outlet] if row.outlet is not None else []),
        (Field.ACTOR, row.actors),
        (Field.SAID_BY, row.speakers),
        (Field.ABOUT, [Named(subject.actor, subject.name) for subject in row.subjects]),
    ):
        found += _names(field, named)
    kinds = [ANY_STATEMENT, *row.statement_types] if row.statement_types else []
    types = dict.fromkeys([*(root for root, _ in row.acts), *kinds])
    found += [token for value in types for token in field_tokens(Field.TYPE, value)]
    found += [act_token(root, status) for root, status in row.acts]
    found += [field_tokens(Field.STATUS, status)[0] for status in dict.fromkeys(s for _, s in row.acts)]
    found += field_tokens(Field.LANG, row.language) if row.language else []
    return " ".join(found)


def _names(field: Field, named: Iterable[Named]) -> list[str]:
    values = dict.fromkeys(value for one in named for value in (one.id, one.name) if value)
    return [token for value in values for token in (_BETWEEN, *field_tokens(field, value))]
