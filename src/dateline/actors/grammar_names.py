"""Names that only the grammar of a sentence shows: "Dunmore has asked the government"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.resolved import Resolved, local_id
from dateline.actors.roles import kind_words, name_words, role_words
from dateline.model import ActorKind, BlockKind, Mention, Parse, Span, Token

_PLACES = ("nsubj", "nsubjpass", "dobj", "dative")
_PARTS = ("compound", "nmod")
_DOING = ("VBD", "VBN", "VBZ", "VBP", "VBG", "VB")
_SORTS = ("stop", "thing", "unplaced", "direction")
_SHORTEST = 3


def grammar_names(text: str, parses: Mapping[int, Parse], found: FoundMentions) -> Iterator[Resolved]:
    """Mentions of kind organisation, the least that a name of unknown kind can be, for names that no table and no run of capitals gave."""
    for parse in (p for p in parses.values() if p.sentence.kind != BlockKind.HEADLINE):
        for token in parse.tokens:
            if (
                _is_name(parse, token)
                and _does_something(parse, token)
                and found.covering(token.start) is None
            ):
                words = [t for t in parse.children(token, *_PARTS) if t.i < token.i and t.is_proper]
                span = Span(min((t.start for t in words), default=token.start), token.end)
                if all(found.covering(t.start) is None for t in words):
                    yield _local(text, span)


def _is_name(parse: Parse, token: Token) -> bool:
    word = token.lower
    return (
        token.text[:1].isupper()
        and len(word) >= _SHORTEST
        and (token.tag in ("NNP", "NNPS") or _speaks(parse, token))
        and not token.text.isupper()
        and token.text.isalpha()
        and not any(word in name_words(sort) for sort in _SORTS)
        and word not in kind_words()
        and word not in role_words()
    )


def _speaks(parse: Parse, token: Token) -> bool:
    """A capital that opens a sentence may be no name, unless it does what only somebody does: "Dunmore *asked*"."""
    is_bare = (
        token.tag == "NN" and token.dep == "nsubj" and parse.child(token, "det", "amod", "compound") is None
    )
    return is_bare and parse.head(token).lower in name_words("acting")


def _does_something(parse: Parse, token: Token) -> bool:
    """Subject or object of a verb of doing; what only is or has something may be a thing."""
    head = parse.head(token)
    return token.dep in _PLACES and head.tag in _DOING and head.lemma not in ("be", "have", "become", "seem")


def _local(text: str, span: Span) -> Resolved:
    name = " ".join(text[span.start : span.end].split())
    words = text[span.start : span.end]
    mention = Mention(
        "", span.start, span.end, words, ActorKind.ORGANISATION, local_id(name), name, None, None
    )
    return Resolved(mention, None)
