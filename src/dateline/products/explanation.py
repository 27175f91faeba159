"""Why each mention of a page stands for whom it stands for: the candidates, the row of the tables, what speaks against the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import ActorKind, Candidate, Mention, Reading
from dateline.model.codec import Record

Lookup = Callable[[str, str | None], Sequence[Candidate]]
"""Candidates for a surface form on a day (ISO, or None), best first."""

_LOCAL = "local:"


class Ground(StrEnum):
    """What a link rests on: a row of the tables; an earlier or later mention of the page; this page only; words that name nobody."""

    TABLES = "tables"
    MENTION = "mention"
    PAGE = "page"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Rejected(Record):
    """A candidate that was not taken, and what speaks against it."""

    candidate: Candidate
    against: str


@dataclass(frozen=True, slots=True)
class Explanation(Record):
    """Why a mention stands for its actor. `chosen` is the candidate of the tables, `antecedent` the id of the mention that it goes back
    to; `why` says it in words, with row and source."""

    mention: Mention
    ground: Ground
    why: str
    chosen: Candidate | None
    antecedent: str | None
    rejected: tuple[Rejected, ...]


def explain_mentions(reading: Reading, lookup: Lookup) -> Iterator[Explanation]:
    """One explanation a mention, in the order of the text."""
    at = reading.article.published.value if reading.article.published else None
    found = {mention.id: list(lookup(mention.text, at)) for mention in reading.mentions}
    for mention in reading.mentions:
        yield _explain(mention, found, reading.mentions, at)


def _explain(
    mention: Mention, found: dict[str, list[Candidate]], mentions: Sequence[Mention], at: str | None
) -> Explanation:
    candidates = found[mention.id]
    chosen = next((c for c in candidates if c.actor == mention.actor), None)
    rejected = tuple(Rejected(c, _against(c, mention, chosen, at)) for c in candidates if c is not chosen)
    if mention.actor is None:
        return Explanation(
            mention, Ground.NOBODY, "the words name nobody in particular", None, None, rejected
        )
    if chosen is not None:
        return Explanation(mention, Ground.TABLES, _reason(chosen, at), chosen, None, rejected)
    named = _named(mention, found, mentions)
    if named is not None:
        why = (
            f"the page goes on with “{named.text}”"
            if named.start < mention.start
            else f"“{named.text}” further down"
        )
        own = next((c for c in found[named.id] if c.actor == named.actor), None)
        return Explanation(
            mention, Ground.MENTION, why + (f": {_reason(own, at)}" if own else ""), own, named.id, rejected
        )
    if mention.actor.startswith(_LOCAL):
        why = f"not in the tables; known from this page only, as “{mention.name}”"
        return Explanation(mention, Ground.PAGE, why, None, None, rejected)
    return Explanation(
        mention, Ground.TABLES, f"by its words in their place: {mention.name}", None, None, rejected
    )


def _named(
    mention: Mention, found: dict[str, list[Candidate]], mentions: Sequence[Mention]
) -> Mention | None:
    """The nearest mention of the same actor that names it by itself: in the tables, or by the name that the page gives; earlier ones
    first."""
    same = [m for m in mentions if m.actor == mention.actor and m.id != mention.id]
    by_itself = [
        m
        for m in same
        if any(c.actor == m.actor for c in found[m.id]) or (m.text in m.name and m.text[:1].isupper())
    ]
    if mention.name in mention.text:
        return None
    earlier = [m for m in by_itself if m.end <= mention.start]
    return earlier[-1] if earlier else next(iter(by_itself), None)


def _reason(candidate: Candidate, at: str | None) -> str:
    """The row and its source, and the day on which it was asked for."""
    day = f" on {at[:10]}" if at and candidate.role else ""
    return f"{candidate.why}{day}"


def _against(candidate: Candidate, mention: Mention, chosen: Candidate | None, at: str | None) -> str:
    """What speaks against a candidate that was not taken."""
    if candidate.kind is ActorKind.PLACE and mention.kind is not ActorKind.PLACE:
        return "the name of a town alone is no link"
    if candidate.kind != mention.kind:
        return f"a {candidate.kind.replace('_', ' ')}, and the words name a {mention.kind.replace('_', ' ')}"
    if chosen is not None and chosen.role and not candidate.role:
        return "held no office" + (f" on {at[:10]}" if at else "")
    if chosen is None and mention.actor and mention.actor.startswith(_LOCAL):
        return "the page tells of another bearer of the name"
    return "ranks lower: a shorter form of the name, or a lesser or later office"
