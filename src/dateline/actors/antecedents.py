"""Whom a pronoun may go back to: the mentions of its sentence and of those before it, weighed by place and syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dateline.actors.genders import key_of
from dateline.model import Mention, Parse, Token

SENTENCES_BACK = 3
_BY_DISTANCE = (100, 75, 48, 26)
_BY_RELATION = {"nsubj": 40, "nsubjpass": 38, "dobj": 14, "dative": 12, "agent": 10, "poss": 8, "appos": 4}
_FIRST_SUBJECT = 14
_NAMED = 12
_SAME_ROLE = 6
_SAME_CLAUSE = 30
_AGAIN = 5
_CONTROL = 75
_SUBJECTS = ("nsubj", "nsubjpass")

Finder = Callable[[Token], Mention | None]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """One place in the text that a pronoun may go back to. `mention` is None for a thing that competes ("the deal")."""

    mention: Mention | None
    token: Token
    parse: Parse
    weight: float

    @property
    def key(self) -> str:
        """The same for all places of one actor."""
        return key_of(self.mention) if self.mention is not None else f"thing:{self.token.lemma}"

    @property
    def is_subject(self) -> bool:
        return self.token.dep in _SUBJECTS


def window(parses: Mapping[int, Parse], parse: Parse) -> Iterator[tuple[int, Parse]]:
    """The sentence and those shortly before it, with their distance."""
    yield 0, parse
    for back in range(1, SENTENCES_BACK + 1):
        earlier = parses.get(parse.sentence.index - back)
        if earlier is not None and parse.sentence.paragraph - earlier.sentence.paragraph <= 2:
            yield back, earlier


def weigh(parse: Parse, pronoun: Token, distance: int, tree: Parse, token: Token, mention: Mention) -> float:
    """How well a place suits a pronoun; higher is better."""
    top = _top_of_name(tree, token)
    weight = float(_BY_DISTANCE[distance]) + _BY_RELATION.get(top.dep, 0)
    if distance == 0 and _controls(parse, pronoun, top):
        weight += _CONTROL
    if top.dep in _SUBJECTS:
        weight += max(0, _FIRST_SUBJECT - 4 * depth(tree, top))
    if mention.actor is not None:
        weight += _NAMED
    if top.dep in _SUBJECTS and pronoun.dep in _SUBJECTS:
        weight += _SAME_ROLE
    if token.tag.startswith("PRP"):
        weight += _AGAIN
    if distance == 0:
        weight += _in_sentence(parse, pronoun, top)
    return weight


def _controls(parse: Parse, pronoun: Token, top: Token) -> bool:
    """ "Urged *both sides* to hold their fire", "warned *Chad* that it would": the object does what the clause below it says."""
    if top.dep not in ("dobj", "dative") or top.i > pronoun.i:
        return False
    chain = list(parse.ancestors(pronoun))
    return any(t.dep in ("xcomp", "ccomp", "pcomp") and _verb_above(parse, t) == top.head for t in chain)


def _verb_above(parse: Parse, clause: Token) -> int:
    """The verb that a clause complements, with or without a preposition between."""
    above = parse.head(clause)
    return above.head if above.dep == "prep" else above.i


def _in_sentence(parse: Parse, pronoun: Token, top: Token) -> float:
    """Within a sentence the subject of the pronoun's own clause, or of the clause above, is nearest."""
    if top.dep not in _SUBJECTS:
        return 0
    verb = parse.head(top)
    chain = [t.i for t in parse.ancestors(pronoun)]
    if verb.i not in chain:
        return 0
    verbs_between = sum(
        1 for i in chain[: chain.index(verb.i)] if parse.tokens[i].is_verb and parse.tokens[i].dep != "aux"
    )
    return max(0, _SAME_CLAUSE - 10 * verbs_between)


def is_bound_apart(parse: Parse, pronoun: Token, token: Token) -> bool:
    """Whether a word of the pronoun's own clause cannot be the same person ("Ruiz thanked him", "he and Ruiz")."""
    if pronoun.lower.endswith("self"):
        return False
    top = _top_of_name(parse, token)
    if pronoun.dep == "poss":
        above = any(t.i == top.i for t in parse.ancestors(pronoun))
        return parse.head(pronoun).i == top.i or (above and not _is_in_relative(parse, pronoun, top))
    if (pronoun.dep == "conj" and parse.head(pronoun).i == top.i) or (
        top.dep == "conj" and top.head == pronoun.i
    ):
        return True
    if pronoun.dep not in ("dobj", "iobj", "pobj", "dative"):
        return (
            not _is_in_clause(parse, pronoun, top)
            and any(t.i == top.i for t in parse.ancestors(pronoun))
            and not _is_in_relative(parse, pronoun, top)
        )
    verb = next((t for t in parse.ancestors(pronoun) if t.is_verb or t.dep == "ROOT"), None)
    if verb is None:
        return False
    return top.head == verb.i or (top.dep in _SUBJECTS and _subject_of(parse, verb) == top.i)


def _is_in_clause(parse: Parse, pronoun: Token, top: Token) -> bool:
    """ "Miners angry at what *they* lost": a question below the noun tells of the same people."""
    verb = parse.head(pronoun)
    is_question = verb.dep == "pcomp" and any(t.tag.startswith("W") for t in parse.children(verb))
    return is_question and top.i < verb.i


def _is_in_relative(parse: Parse, pronoun: Token, top: Token) -> bool:
    """ "The man whose sister said he ..." may be the same; "the plan that he ..." is not its own subject."""
    clause = next((t for t in parse.ancestors(pronoun) if t.dep in ("relcl", "acl")), None)
    return clause is not None and clause.head == top.i and parse.head(pronoun).i != clause.i


def _subject_of(parse: Parse, verb: Token) -> int | None:
    """Subject of a verb, its own or shared with the verb that it is joined to or complements without one."""
    while True:
        subject = parse.child(verb, *_SUBJECTS)
        if subject is not None or verb.dep not in ("conj", "xcomp") or verb.head == verb.i:
            return subject.i if subject else None
        verb = parse.head(verb)


def _top_of_name(parse: Parse, token: Token) -> Token:
    """The word by which a name or a member of a list hangs in the sentence."""
    while (
        token.dep in ("compound", "appos", "conj", "flat")
        and token.head != token.i
        and parse.head(token).is_noun
    ):
        token = parse.head(token)
    return token


def depth(parse: Parse, token: Token) -> int:
    """How many clauses lie above a word."""
    return sum(1 for t in parse.ancestors(token) if t.dep in ("ccomp", "advcl", "relcl", "acl", "xcomp"))
