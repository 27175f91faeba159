"""All who are named in one list, also where the parse has cut it: "Ruiz (NP), Minister Brandt and two envoys"."""

from __future__ import annotations

from dateline.events.phrases import conjuncts, phrases
from dateline.model import ActorKind, Mention, Mentions, Parse, Token

_PARALLEL = ("nsubj", "nsubjpass", "dobj")
_BETWEEN = frozenset({",", "and", "&"})
_OBJECTS = ("dobj", "pobj")
_SEPARATORS = frozenset({",", ";"})
_CLAUSE = ("WP", "WDT", "WRB", "MD", "TO")
_RELATIVE = ("WDT", "WP")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_ALL = frozenset({"all", "both"})
_BEHIND_A_LIST = ("IN", ".")
_DEPTH = 4


def listed(parse: Parse, token: Token, mentions: Mentions, depth: int = 0) -> list[Token]:
    """The word, what is coordinated with it, what stands beside it as one more subject or object, and people
    or states that the parse takes for appositions of others."""
    members = _listed_before(parse, token)
    if members:
        return members
    found = [t for word in (token, *_beside(parse, token)) for t in conjuncts(parse, word)]
    if len(found) == 1:
        found += [t for t in _goes_on_behind(parse, token, mentions) if t not in found]
    if depth == _DEPTH:
        return found
    found += [t for word in found for t in _behind_apposition(parse, word, mentions) if t not in found]
    more = [
        other
        for word in found
        for beside in parse.children(word, "appos")
        if _is_another(parse, mentions, word, beside)
        for other in listed(parse, beside, mentions, depth + 1)
    ]
    return [*found, *(t for t in more if t not in found)]


def _listed_before(parse: Parse, token: Token) -> list[Token]:
    """ "*Malta and Belize*, which are in talks", "all of whom left": the plural says that the relative word means all of a list."""
    inner = next((t for t in phrases(parse, token, "of") if t.tag in _RELATIVE), None)
    clause = next((t for t in (token, *parse.ancestors(token)) if t.dep == "relcl"), None)
    is_bare = token.tag in _RELATIVE and token.dep == "nsubj" and _is_plural(parse, parse.head(token))
    is_counted = inner is not None and token.lower in _ALL
    if clause is None or not (is_bare or is_counted) or parse.head(token) != clause:
        return []
    first = parse.head(clause)
    while first.dep == "conj" and parse.head(first).is_noun:
        first = parse.head(first)
    members = conjuncts(parse, first)
    are_single = all(t.tag in ("NNP", "NN") for t in members)
    return members if are_single and len(members) > 1 else []


def _is_plural(parse: Parse, verb: Token) -> bool:
    """ "Which *are*", "who *have* left": what it says is told of more than one."""
    finite = next((t for t in (*parse.children(verb, "aux", "auxpass"), verb) if t.tag in _FINITE), None)
    return finite is not None and (finite.tag == "VBP" or finite.lower == "were")


def _goes_on_behind(parse: Parse, token: Token, mentions: Mentions) -> list[Token]:
    """ "Hacked the committee, *the Ruiz campaign* and *the bank*": members that the parse has hung elsewhere. All must be named, and the last
    one stand behind "and"."""
    behind = parse.tokens[token.i + 1 :]
    if token.dep not in _OBJECTS or not behind or behind[0].text not in _SEPARATORS:
        return []
    members: list[Token] = []
    is_last = False
    for word, following in zip(behind, [*behind[1:], None], strict=False):
        if word.is_verb or word.tag in _CLAUSE:
            break
        is_last = is_last or word.lower == "and"
        is_end = (
            following is None
            or following.text in _SEPARATORS
            or following.lower == "and"
            or following.tag in _BEHIND_A_LIST
        )
        if word.text in _SEPARATORS or word.lower == "and" or not is_end:
            continue
        if not _is_named(word, mentions):
            return []
        members.append(word)
        if is_last:
            return members
    return []


def _is_named(word: Token, mentions: Mentions) -> bool:
    named = mentions.of_token(word)
    if named is None or named.kind == ActorKind.PLACE or not word.is_noun:
        return False
    return word.is_proper or (
        named.kind != ActorKind.PERSON and named.text.removeprefix("the ")[:1].isupper()
    )


def _behind_apposition(parse: Parse, word: Token, mentions: Mentions) -> list[Token]:
    """ "Ana Ruiz, the party leader, *and* two senators": the parse takes the last for more of what the first one is."""
    return [
        other
        for beside in parse.children(word, "appos")
        for other in parse.children(beside, "conj")
        if (other.tag in ("NNS", "NNPS", "NNP") or _is_person(mentions, other))
        and parse.tokens[_left_edge(parse, other) - 1].dep == "cc"
        and parse.tokens[_left_edge(parse, other) - 2].text == ","
        and mentions.of_token(other) is not None
    ]


def _is_person(mentions: Mentions, word: Token) -> bool:
    """ "Malta's attorney general, Ana Ruiz": a title of somebody who is known."""
    named = mentions.of_token(word)
    return named is not None and named.kind == ActorKind.PERSON and named.actor is not None


def _left_edge(parse: Parse, word: Token) -> int:
    return parse.subtree(word)[0].i


def _beside(parse: Parse, token: Token) -> list[Token]:
    """Further subjects or objects behind a comma: "Ruiz, Brandt call", "sued Malta, Ruiz's bank and Brandt"."""
    found: list[Token] = []
    if token.dep not in _PARALLEL:
        return found
    last = token
    for other in parse.children(parse.head(token), token.dep):
        if other.i > token.i and _is_next(parse, last, other):
            found.append(other)
            last = other
    return found


def _is_next(parse: Parse, left: Token, right: Token) -> bool:
    between = parse.tokens[left.i + 1 : parse.subtree(right)[0].i]
    is_cut = any(t.dep == "npadvmod" or (t.is_verb and t.dep != "amod") for t in between)
    return right.is_noun and bool(between) and between[-1].lower in _BETWEEN and not is_cut


def _is_another(parse: Parse, mentions: Mentions, word: Token, beside: Token) -> bool:
    """Two persons or states with names of their own are no apposition, nor are two names of which the second one goes on with "and"."""
    first, second = mentions.of_token(word), mentions.of_token(beside)
    if first is None or second is None or not word.is_proper:
        return False
    if {first.kind, second.kind} == {ActorKind.PERSON, ActorKind.STATE} and _goes_on(parse, beside):
        return True
    if not beside.is_proper:
        return False
    if first.kind == second.kind == ActorKind.PLACE and parse.children(beside, "conj"):
        return not _goes_on(parse, beside)
    if _is_same(first, second) or ActorKind.PLACE in (first.kind, second.kind):
        return _is_same(first, second) and _goes_on(parse, beside)
    if first.kind == second.kind == ActorKind.PERSON:
        return not _is_title(second)
    if first.kind == second.kind == ActorKind.STATE:
        return True
    return _goes_on(parse, beside)


def _is_title(mention: Mention) -> bool:
    """ "Tavik, *Duke of Maine*" is one person."""
    return " of " in mention.name


def _goes_on(parse: Parse, word: Token) -> bool:
    return any(t.lower in ("and", "&") for t in parse.children(word, "cc"))


def _is_same(first: Mention, second: Mention) -> bool:
    if first.actor is not None and first.actor == second.actor:
        return True
    ours, theirs = first.name.split(), second.name.split()
    return ours[-1] == theirs[-1]
