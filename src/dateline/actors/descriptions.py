"""Definite descriptions that stand for someone: "the Chinese leader", "Tokayev's government", "U.S. officials"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.roles import RoleWord, role_words
from dateline.model import Parse, Span, Token

_MODIFIERS = ("amod", "compound", "nmod", "poss")
_PEOPLE_ENDINGS = ("ist", "ian", "eer", "crat")
_NO_PEOPLE = frozenset({"list", "mist", "fist", "twist", "waist", "career", "beer", "deer"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase around a role word. `owners` are offsets of words that may name its state, best first."""

    span: Span
    head: Token
    role: RoleWord
    owners: tuple[int, ...]
    plural: bool
    definite: bool


def find_descriptions(parse: Parse) -> Iterator[Description]:
    """Descriptions of a parsed sentence whose head is no proper name."""
    for token in parse.tokens:
        if not token.is_noun or token.dep in ("compound", "nmod"):
            continue
        role = _role_of(parse, token)
        if role is not None:
            yield Description(
                _phrase(parse, token),
                token,
                role,
                _owners(parse, token),
                token.tag.endswith("S"),
                _is_definite(parse, token),
            )


def _role_of(parse: Parse, token: Token) -> RoleWord | None:
    """The role of a noun, with the words before it as far as they belong to it ("deputy foreign minister")."""
    words = role_words()
    for start in range(max(0, token.i - 3), token.i + 1):
        before = [parse.tokens[k] for k in range(start, token.i)]
        if all(t.dep in ("compound", "amod", "nmod", "punct") for t in before):
            phrase = [t.lower for t in before]
            for last in (token.lower, token.lemma):
                role = words.get(" ".join([*phrase, last]))
                if role is not None and role.scope != "honorific":
                    return role
    if token.tag == "NNS" and token.lemma.endswith(_PEOPLE_ENDINGS) and token.lemma not in _NO_PEOPLE:
        return RoleWord(token.lemma, "people", None, None)
    return None


def _phrase(parse: Parse, token: Token) -> Span:
    """From the first modifier to the head, and an of-phrase that names whose it is."""
    left = [
        t
        for t in parse.children(token)
        if t.i < token.i and t.dep not in ("punct", "cc", "conj", "appos", "prep")
    ]
    start = min((_left_edge(parse, t) for t in left), default=token.start)
    end = token.end
    for prep in parse.children(token, "prep"):
        if prep.lower == "of" and prep.i == token.i + 1:
            inner = parse.child(prep, "pobj")
            if inner is not None and (inner.is_proper or parse.child(inner, "compound", "poss")):
                end = inner.end
    return Span(start, end)


def _left_edge(parse: Parse, modifier: Token) -> int:
    """Where a modifier begins; in "Ruiz and council leaders" the first name is somebody else."""
    joined = parse.child(modifier, "conj") if modifier.is_proper else None
    if joined is not None and parse.child(modifier, "cc") is not None:
        return joined.start
    return parse.subtree_span(modifier).start


def _owners(parse: Parse, token: Token) -> tuple[int, ...]:
    found = [t for t in parse.children(token, *_MODIFIERS) if t.i < token.i]
    inner = [t for modifier in found for t in parse.children(modifier, *_MODIFIERS) if t.dep != "poss"]
    of = [
        pobj
        for prep in parse.children(token, "prep")
        if prep.lower in ("of", "in", "for") and prep.i == token.i + 1
        for pobj in parse.children(prep, "pobj")
    ]
    return tuple(t.start for t in (*found, *of, *inner))


def _is_definite(parse: Parse, token: Token) -> bool:
    determiners = [t.lower for t in parse.children(token, "det")]
    return "the" in determiners or "this" in determiners or parse.child(token, "poss") is not None
