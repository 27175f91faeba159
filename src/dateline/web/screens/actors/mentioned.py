"""How pages name somebody: the words that were taken for them, some that were not, and what pages say stands between them and others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.model import Mention, Reading, Record, Relation, Span
from dateline.web.screens.actors.subject import Subject
from dateline.web.who import known_name

_MOST_STRINGS, _MOST_RELATIONS, _MOST_OF_ONE, _LOOKED_UP = 14, 12, 3, 40
_AROUND, _SHORT = 90, 4
"""Letters around an example; letters of a word that is a pronoun rather than a name."""


@dataclass(frozen=True, slots=True)
class Example(Record):
    """Words where they stand."""

    article: str
    outlet: str | None
    start: int
    end: int
    before: str
    words: str
    after: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Naming(Record):
    """Words of pages that were taken for somebody, or were not (`stands_for` is then another): how often, why, and an example."""

    words: str
    times: int
    why: str
    example: Example
    stands_for: str | None = None
    stands_for_actor: str | None = None


@dataclass(frozen=True, slots=True)
class Standing(Record):
    """A standing relation that pages state, with the words that state it."""

    subject: str
    subject_name: str
    relation: str
    object: str
    object_name: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Mentioned(Record):
    """What some pages say of somebody: how many pages were looked at, names, offices that pages give, relations."""

    pages: int
    names: tuple[Naming, ...]
    not_taken: tuple[Naming, ...]
    titles: tuple[tuple[str, int], ...]
    relations: tuple[Standing, ...]


def mentioned(subject: Subject, readings: Sequence[Reading]) -> Mentioned:
    """What some pages, the newest first, say of somebody."""
    own: dict[str, list[tuple[Reading, Mention]]] = {}
    other: dict[str, list[tuple[Reading, Mention]]] = {}
    for reading in readings:
        for mention in reading.mentions:
            kept = own if subject.is_named_by(mention) else other
            kept.setdefault(mention.text, []).append((reading, mention))
    often = sorted(own, key=lambda words: (-len(own[words]), words))[:_MOST_STRINGS]
    titles = Counter(m.role for found in own.values() for _, m in found if m.role)
    return Mentioned(
        len(readings),
        tuple(_naming(subject, own[words]) for words in often),
        tuple(_not_taken(subject, own, other)),
        tuple(titles.most_common(_MOST_STRINGS)),
        tuple(_relations(subject, readings)),
    )


def _naming(subject: Subject, found: Sequence[tuple[Reading, Mention]]) -> Naming:
    reading, mention = found[0]
    candidates = Knowledge.load().lookup(mention.text, at=_day_of(reading))
    why = next((c.why for c in candidates if subject.is_meant(c.actor, c.state)), None)
    goes_on = (
        "known from this page only" if subject.is_local else "the page goes on with a name that stands before"
    )
    return Naming(mention.text, len(found), why or goes_on, example_of(reading, mention.span, mention.id))


def _not_taken(
    subject: Subject,
    own: dict[str, list[tuple[Reading, Mention]]],
    other: dict[str, list[tuple[Reading, Mention]]],
) -> Iterable[Naming]:
    """Words that could have meant them, and were taken for another, or for nobody."""
    shared = sorted((words for words in other if words in own), key=lambda words: len(words) <= _SHORT)[
        :_MOST_OF_ONE
    ]
    further = [words for words in other if words not in own and words[:1].isupper()][:_LOOKED_UP]
    for words in [*shared, *further]:
        reading, mention = other[words][0]
        candidates = Knowledge.load().lookup(words, at=_day_of(reading))
        could = next((c for c in candidates if subject.is_meant(c.actor, c.state)), None)
        if words in own or could is not None:
            why = "taken for another in this place" if mention.actor else "names nobody in this place"
            example = example_of(reading, mention.span, mention.id)
            yield Naming(words, len(other[words]), why, example, mention.name, mention.actor)
            if words not in own:
                return


def _relations(subject: Subject, readings: Iterable[Reading]) -> Iterable[Standing]:
    found: dict[tuple[str, str, str], list[tuple[Reading, Relation]]] = {}
    for reading in readings:
        for relation in reading.relations:
            if subject.id in (relation.subject, relation.object):
                key = (relation.subject, relation.relation, relation.object)
                found.setdefault(key, []).append((reading, relation))
    for (one, says, other), stated in list(found.items())[:_MOST_RELATIONS]:
        reading = stated[0][0]
        examples = [example_of(r, relation.span) for r, relation in stated if relation.span]
        yield Standing(
            one,
            _name(one, reading),
            says.replace("_", " "),
            other,
            _name(other, reading),
            tuple(examples[:_MOST_OF_ONE]),
        )


def _name(actor: str, reading: Reading) -> str:
    named = next((m.name for m in reading.mentions if m.actor == actor), None)
    return known_name(actor) or named or actor


def _day_of(reading: Reading) -> str | None:
    return reading.article.published.value if reading.article.published else None


def example_of(reading: Reading, span: Span, mention: str | None = None) -> Example:
    """Words of a page with those around them, on their line."""
    article = reading.article
    text = article.text
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before, after = text[begin : span.start], text[span.end : end if end >= 0 else len(text)]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    outlet = article.outlet.name if article.outlet else None
    return Example(article.id, outlet, span.start, span.end, before, span.of(text), after, mention)
