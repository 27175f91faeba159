"""Definite descriptions that stand for someone: "the Chinese leader", "Tokayev's government", "U.S. officials"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.counted import is_counted
from dateline.actors.roles import RoleWord, name_words, role_words
from dateline.model import WEEKDAYS, Parse, Span, Token

_MODIFIERS = ("amod", "compound", "nmod", "poss")
_TELLING = 5
_BEFORE_ROLE = ("compound", "amod", "nmod", "punct")
_AS_PEOPLE = frozenset(
    "injured wounded dead deceased missing accused unemployed homeless poor elderly young disabled".split()
)
_OF_CHARGES = frozenset(
    "accuse suspect convict acquit clear warn inform remind assure deprive rob strip".split()
)
"""Verbs whose "of" says of what, and not whose: "accused *the lawmakers* of betrayal"."""
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten some many most several none both all hundreds dozens thousands".split()
)
_PEOPLE_ENDINGS = ("ist", "ian", "eer", "crat")
_WHEN = frozenset({"by", "on", "since", "until", "before", "after"})
_TIMES = frozenset(
    {*WEEKDAYS, "morning", "noon", "afternoon", "evening", "dusk", "nightfall", "midnight", "dawn"}
)
_NO_PEOPLE = frozenset({"list", "mist", "fist", "twist", "waist", "career", "beer", "deer"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase around a role word. `owners` are offsets of words that may name its state, best first; `private_body` is the noun for a
    body of no government whose people they are ("*campaign* officials")."""

    span: Span
    head: Token
    role: RoleWord
    owners: tuple[int, ...]
    plural: bool
    definite: bool
    private_body: str | None


def find_descriptions(parse: Parse) -> Iterator[Description]:
    """Descriptions of a parsed sentence whose head is no proper name."""
    for token in parse.tokens:
        if token.dep in ("compound", "nmod") or not _may_be_people(parse, token):
            continue
        role = (
            RoleWord("people", "people", None, None) if is_counted(parse, token) else _role_of(parse, token)
        )
        if role is not None:
            yield Description(
                _phrase(parse, token),
                token,
                role,
                _owners(parse, token),
                token.tag.endswith("S") or token.tag == "CD" or token.lower in _AS_PEOPLE,
                _is_definite(parse, token),
                _private_body(parse, token),
            )


def _role_of(parse: Parse, token: Token) -> RoleWord | None:
    """The role of a noun, with the words before it as far as they belong to it ("deputy foreign minister")."""
    words, first = role_words(), token.i
    while first > max(0, token.i - 3) and parse.tokens[first - 1].dep in _BEFORE_ROLE:
        first -= 1
    for start in range(first, token.i + 1):
        phrase = [t.lower for t in parse.tokens[start : token.i]]
        for last in (token.lower, token.lemma):
            role = words.get(" ".join([*phrase, last]))
            if role is not None and role.scope != "honorific":
                return role
    if token.lower in _AS_PEOPLE:
        return RoleWord(token.lower, "people", None, None)
    if token.tag == "NNS" and token.lemma.endswith(_PEOPLE_ENDINGS) and token.lemma not in _NO_PEOPLE:
        return RoleWord(token.lemma, "people", None, None)
    return None


def _may_be_people(parse: Parse, token: Token) -> bool:
    return token.is_noun or _is_people(parse, token) or is_counted(parse, token)


def _is_people(parse: Parse, token: Token) -> bool:
    """ "The injured", "31 wounded": an adjective that stands for people."""
    is_argument = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
    return token.lower in _AS_PEOPLE and is_argument and parse.child(token, "det", "nummod") is not None


def _phrase(parse: Parse, token: Token) -> Span:
    """From the first modifier to the head, and an of-phrase that names whose it is."""
    left = [
        t
        for t in parse.children(token)
        if t.i < token.i and t.dep not in ("punct", "cc", "conj", "appos", "prep")
    ]
    left = _behind_time(parse, left)
    start = min((_left_edge(parse, t) for t in left), default=token.start)
    counted = parse.head(token) if token.dep == "pobj" else token
    if counted.lower == "of" and parse.head(counted).lower in _COUNTS:
        start = min(start, parse.head(counted).start)
    return Span(start, _right_edge(parse, token))


def _behind_time(parse: Parse, left: list[Token]) -> list[Token]:
    """ "By late afternoon *police* had arrived", read as "late afternoon police"."""
    times = [n for n, t in enumerate(left) if t.lower in _TIMES]
    before = parse.tokens[max(0, parse.subtree(left[0])[0].i - 1)] if times else None
    return left[times[-1] + 1 :] if before is not None and before.lower in _WHEN else left


def _right_edge(parse: Parse, token: Token) -> int:
    """The end of the noun, or of an of-phrase that names whose it is; of bare people the words that tell which: "the men who fired"."""
    end = token.end
    if token.dep == "dobj" and parse.head(token).lemma in _OF_CHARGES:
        return end
    if token.tag == "NNS" and not parse.children(token, *_MODIFIERS, "nummod"):
        for after in parse.children(token, "prep", "relcl", "amod", "acl"):
            words = parse.subtree(after)
            if words[0].i == token.i + 1 and len(words) <= _TELLING:
                return max(t.end for t in words if t.dep != "punct")
    for prep in parse.children(token, "prep"):
        if prep.lower == "of" and prep.i == token.i + 1:
            inner = parse.child(prep, "pobj")
            if inner is not None and (inner.is_proper or parse.child(inner, "compound", "poss")):
                end = inner.end
    return end


def _left_edge(parse: Parse, modifier: Token) -> int:
    """Where a modifier begins; in "Ruiz and council leaders" the first name is somebody else."""
    if _is_joined(parse, modifier):
        return parse.children(modifier, "conj")[0].start
    return parse.subtree_span(modifier).start


def _is_joined(parse: Parse, modifier: Token) -> bool:
    has_other = parse.child(modifier, "conj") is not None and parse.child(modifier, "cc") is not None
    return modifier.is_proper and has_other


def _owners(parse: Parse, token: Token) -> tuple[int, ...]:
    before = [t for t in parse.children(token, *_MODIFIERS) if t.i < token.i]
    found = [parse.children(t, "conj")[0] if _is_joined(parse, t) else t for t in before]
    inner = [t for modifier in found for t in parse.children(modifier, *_MODIFIERS) if t.dep != "poss"]
    of = [
        pobj
        for prep in parse.children(token, "prep")
        if prep.lower in ("of", "in", "for") and prep.i == token.i + 1
        for pobj in parse.children(prep, "pobj")
    ]
    return tuple(t.start for t in (*found, *of, *inner))


def _private_body(parse: Parse, token: Token) -> str | None:
    owners = (parse.token_at(offset) for offset in _owners(parse, token))
    nouns = (t.lemma.lower() for t in owners if t is not None and t.tag in ("NN", "NNS"))
    return next((noun for noun in nouns if noun in name_words("private")), None)


def _is_definite(parse: Parse, token: Token) -> bool:
    determiners = [t.lower for t in parse.children(token, "det")]
    return "the" in determiners or "this" in determiners or parse.child(token, "poss") is not None
