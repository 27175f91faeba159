"""What stands in apposition to a name is who bears the name: "the Reef Council, a group that sued the state"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind, Parse, Span, Token

_SINGULAR = ("NN", "NNP")


def join_appositions(text: str, parses: Mapping[int, Parse], found: FoundMentions) -> None:
    """Gives descriptions beside a name the actor who bears it; a second name keeps its own."""
    for parse in parses.values():
        for token in parse.tokens:
            for described in found.ending_at(token.span) if token.tag in _SINGULAR else ():
                named = next((n for n in _beside(parse, token, found) if _bears_it(described, n)), None)
                if named is not None:
                    span = Span(described.mention.start, described.mention.end)
                    found.put(named.moved_to(span, text))


def _beside(parse: Parse, token: Token, found: FoundMentions) -> Iterator[Resolved]:
    words = parse.children(token, "appos") + ([parse.head(token)] if token.dep == "appos" else [])
    for word in words:
        yield from found.ending_at(word.span)


def _bears_it(described: Resolved, named: Resolved) -> bool:
    """ "Ana Ruiz, a Democrat" is a person; "the Reef Council, a lobby group" is a body."""
    if named.mention.actor is None or named.mention.kind == ActorKind.PLACE:
        return False
    if named.mention.kind == ActorKind.PERSON:
        is_unnamed = described.mention.kind == ActorKind.PERSON and described.mention.actor is None
        return is_unnamed or described.mention.kind == ActorKind.PARTY
    return described.mention.kind == ActorKind.GROUP and described.mention.actor is None
