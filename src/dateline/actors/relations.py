"""Standing relations that a page states: who belongs to which body, as member or observer (codebook section 3, rule 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.actors.page_mentions import PageMentions
from dateline.model import ActorKind, Mention, Parse, Relation, Span, Token, hull

_LISTED = {
    "member": "member_of",
    "government": "member_of",
    "state": "member_of",
    "country": "member_of",
    "observer": "observer_of",
}
_BELONGING = {"member": "member_of", "part": "part_of", "observer": "observer_of", "ally": "ally_of"}
_JOINED = frozenset({"join", "enter"})
_LED = frozenset({"lead", "dominate", "form", "found"})
RELATION_WORDS = frozenset(
    "member members observer observers governments include includes included joined formation".split()
)
"""Words that make a sentence worth parsing for its relations."""
_BODIES = (ActorKind.ORGANISATION, ActorKind.INITIATIVE)


def find_relations(parses: Mapping[int, Parse], mentions: PageMentions) -> list[Relation]:
    """Relations in the order of the text, each stated once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for index in sorted(parses):
        parse = parses[index]
        for relation in (
            *_lists(parses, parse, mentions),
            *_belongings(parse, mentions),
            *_leaders(parse, mentions),
        ):
            found.setdefault((relation.subject, relation.relation, relation.object), relation)
    return sorted(found.values(), key=lambda r: (r.span or Span(0, 0), r.subject))


def _lists(parses: Mapping[int, Parse], parse: Parse, mentions: PageMentions) -> Iterator[Relation]:
    """ "Its members include A, B and C"; the body stands before, in this sentence or the last one."""
    for verb in (t for t in parse.tokens if t.lemma in ("include", "comprise", "be") and t.is_verb):
        noun = parse.child(verb, "nsubj")
        if noun is None or noun.lemma not in _LISTED or (verb.lemma == "be" and not noun.tag.endswith("S")):
            continue
        body = _body_before(parse, verb, mentions) or _body_of_last(parses, parse, mentions)
        if body is not None:
            yield from _all(body, _LISTED[noun.lemma], _states_under(parse, verb, mentions))


def _belongings(parse: Parse, mentions: PageMentions) -> Iterator[Relation]:
    """ "A is part of X", "A, a member of X", "A joined X"."""
    for token in parse.tokens:
        if token.lemma in _BELONGING and token.is_noun:
            owner, relation = _owner(parse, token), _BELONGING[token.lemma]
            for body in _bodies_after(parse, token, mentions):
                yield from _all(body, relation, _states(parse, owner, mentions))
        elif token.lemma in _JOINED and token.is_verb and not parse.child(token, "neg", "aux"):
            for thing in parse.children(token, "dobj"):
                joined = mentions.of_token(thing)
                if joined is not None and joined.kind in _BODIES:
                    doer = parse.child(token, "nsubj")
                    yield from _all(joined, "member_of", _states(parse, doer, mentions))


def _leaders(parse: Parse, mentions: PageMentions) -> Iterator[Relation]:
    """ "X, led by A and B", "the formation of X by A and B": who leads or forms a body belongs to it."""
    for token in parse.tokens:
        pair = _led(parse, token) or _formed(parse, token)
        if pair is None or pair[1] is None:
            continue
        body = mentions.of_token(pair[0])
        if body is not None and body.kind in _BODIES:
            yield from _all(body, "member_of", _states(parse, parse.child(pair[1], "pobj"), mentions))


def _led(parse: Parse, token: Token) -> tuple[Token, Token | None] | None:
    is_clause = token.lemma in _LED and token.tag == "VBN" and token.dep in ("acl", "conj")
    return (parse.head(token), parse.child(token, "agent")) if is_clause else None


def _formed(parse: Parse, token: Token) -> tuple[Token, Token | None] | None:
    if token.lemma not in ("formation", "founding"):
        return None
    of = next((p for p in parse.children(token, "prep") if p.lower == "of"), None)
    thing = parse.child(of, "pobj") if of is not None else None
    if thing is None:
        return None
    near = [*parse.children(token, "prep"), *parse.children(thing, "prep")]
    return thing, next((p for p in near if p.lower == "by"), None)


def _all(body: Mention, relation: str, states: list[Mention]) -> Iterator[Relation]:
    for state in states:
        if state.actor and body.actor and state.actor != body.actor:
            yield Relation(state.actor, relation, body.actor, hull([state.span, body.span]))


def _owner(parse: Parse, noun: Token) -> Token | None:
    """Of whom it is said: the subject of "is", or what the noun stands beside."""
    if noun.dep == "appos":
        return parse.head(noun)
    verb = parse.head(noun)
    return (
        parse.child(verb, "nsubj")
        if noun.dep == "attr" and verb.lemma == "be" and not parse.child(verb, "neg")
        else None
    )


def _bodies_after(parse: Parse, noun: Token, mentions: PageMentions) -> Iterator[Mention]:
    for preposition in parse.children(noun, "prep"):
        for thing in parse.children(preposition, "pobj"):
            body = mentions.of_token(thing)
            if body is not None and body.kind in _BODIES:
                yield body


def _states(parse: Parse, token: Token | None, mentions: PageMentions) -> list[Mention]:
    """The states at a word and its coordinates."""
    found: list[Mention] = []
    waiting = [token] if token is not None else []
    while waiting:
        word = waiting.pop(0)
        mention = mentions.of_token(word)
        if mention is not None and mention.kind == ActorKind.STATE:
            found.append(mention)
        waiting += parse.children(word, "conj", "appos")
    return found


def _states_under(parse: Parse, verb: Token, mentions: PageMentions) -> list[Mention]:
    """All states named after a verb."""
    inside = Span(verb.end, parse.sentence.end)
    return [m for m in mentions.within(inside) if m.kind == ActorKind.STATE and m.text[:1].isupper()]


def _body_before(parse: Parse, verb: Token, mentions: PageMentions) -> Mention | None:
    before = [
        m for m in mentions.within(Span(parse.sentence.start, verb.start)) if m.kind == ActorKind.ORGANISATION
    ]
    return before[-1] if before else None


def _body_of_last(parses: Mapping[int, Parse], parse: Parse, mentions: PageMentions) -> Mention | None:
    last = parses.get(parse.sentence.index - 1)
    found = (
        [m for m in mentions.within(last.sentence.span) if m.kind == ActorKind.ORGANISATION] if last else []
    )
    return found[0] if found else None
