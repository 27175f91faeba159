"""What the syntax of its sentence alone tells of a pronoun: whom it means, whom it cannot mean, and whether it means anybody."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Parse, Token

PLURAL_TAGS = ("NNS", "NNPS")
_SUBJECT_DEPS = ("nsubj", "nsubjpass")
_BLAME_OR_PRAISE = ("for", "over", "about", "after")
_WORDS_SAID = frozenset(
    "comment remark claim statement assertion belief promise pledge vow decision hope fear admission warning argument speech interview".split()
)
_OF_BEARERS = frozenset(
    "ready willing able unable prepared eager keen unwilling reluctant committed confident aware concerned determined open".split()
)
_OF_PEOPLE = frozenset(
    "say tell think believe want hope fear ask feel know refuse deny vow plan accuse warn argue insist hear see meet agree reject".split()
)
_JUDGING = frozenset(
    "criticize criticise accuse attack blast blame condemn denounce slam rebuke chide scold mock praise commend laud hail defend sue fault".split()
)
_AMOUNTS = frozenset("some many most several all none few".split())
_ASKING = frozenset("call demand seek urge request push press".split())
_ASKED_OF_OTHERS = frozenset(
    "resignation ouster removal dismissal impeachment firing sacking arrest prosecution indictment".split()
)


def words_meant(parse: Parse, token: Token) -> Iterator[Token]:
    """Words that a pronoun goes back to where syntax alone decides, the surest first."""
    if token.dep == "poss":
        thing = parse.head(token)
        if thing.dep == "conj" and parse.head(thing).i < token.i:
            yield parse.head(thing)
        yield from _praised(parse, token)
    if token.lower.endswith("self"):
        yield from _own_subject(parse, token)
    yield from _criticised(parse, token)
    yield from _subject_after(parse, token)
    yield from _owner_of_words(parse, token)
    yield from _counted(parse, token)


def _counted(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police said he aimed at *demonstrators* and hit one of them": the plural nearest before."""
    amount = parse.head(parse.head(token))
    if token.lower != "them" or parse.head(token).lower != "of":
        return
    if amount.tag == "CD" or amount.lower in _AMOUNTS:
        yield from (t for t in reversed(parse.tokens[: amount.i]) if t.tag in PLURAL_TAGS)


def _praised(parse: Parse, token: Token) -> Iterator[Token]:
    """In "thanked X for his visit" the possessive is X."""
    preposition = next((t for t in parse.ancestors(token) if t.dep == "prep"), None)
    if preposition is not None and preposition.lower in _BLAME_OR_PRAISE:
        thing = parse.child(parse.head(preposition), "dobj")
        if thing is not None and thing.i < preposition.i:
            yield thing


def _own_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "She herself", "he hanged himself": the subject of the same clause."""
    for clause in parse.ancestors(token):
        subject = parse.child(clause, "nsubj", "nsubjpass")
        if subject is not None:
            yield subject
            return


def _criticised(parse: Parse, token: Token) -> Iterator[Token]:
    """In "criticised X, saying he should leave" the subject of what is said is X."""
    clause = parse.head(token)
    saying = parse.head(clause)
    if (
        token.dep not in _SUBJECT_DEPS
        or clause.dep != "ccomp"
        or saying.dep != "advcl"
        or saying.tag != "VBG"
    ):
        return
    judged = next((t for t in reversed(parse.tokens[: saying.i]) if t.is_verb), None)
    thing = parse.child(judged, "dobj") if judged is not None and judged.lemma in _JUDGING else None
    if thing is not None and judged is not None and judged.i < thing.i < saying.i:
        yield thing


def _subject_after(parse: Parse, token: Token) -> Iterator[Token]:
    """In "In his speech, X said" and "As he left, X said" the pronoun stands before the subject that it means."""
    for clause in parse.ancestors(token):
        verb = parse.head(clause)
        if clause.dep in ("prep", "advcl") and verb.is_verb and clause.i < verb.i:
            subject = parse.child(verb, "nsubj", "nsubjpass")
            if (
                subject is not None
                and subject.i > token.i
                and subject.is_noun
                and not _is_some(parse, subject)
            ):
                yield subject
            return


def _is_some(parse: Parse, noun: Token) -> bool:
    """ "If he left, *a source* said": somebody new, whom no pronoun goes before."""
    return any(t.lower in ("a", "an", "one", "some") for t in parse.children(noun, "det", "nummod"))


def _owner_of_words(parse: Parse, token: Token) -> Iterator[Token]:
    """ "His comment in which *he* said", "Ruiz's claim that *she*": whose words they are says them."""
    for clause in parse.ancestors(token):
        if clause.dep in ("relcl", "acl", "ccomp") and parse.head(clause).lemma in _WORDS_SAID:
            yield from (t for t in parse.children(parse.head(clause), "poss") if t.i < token.i)
            return


def named_after(parse: Parse, pronoun: Token) -> Iterator[Token]:
    """In "he called on *X*" and "he met *X*" somebody else than the subject is named."""
    if pronoun.dep not in _SUBJECT_DEPS or pronoun.tag != "PRP":
        return
    verb = parse.head(pronoun)
    phrases = [p for p in parse.children(verb, "prep", "dative", "agent") if p.i > verb.i]
    found = [
        *parse.children(verb, "dobj", "dative"),
        *(t for p in phrases for t in parse.children(p, "pobj")),
    ]
    yield from (t for t in found if t.is_proper)


def is_asked_of_other(parse: Parse, pronoun: Token, token: Token) -> bool:
    """ "*Ruiz* called for his resignation" is for somebody else's."""
    thing = parse.head(pronoun)
    if pronoun.dep != "poss" or thing.lemma not in _ASKED_OF_OTHERS:
        return False
    above = parse.head(thing)
    verb = parse.head(above) if above.dep == "prep" else above
    return verb.lemma in _ASKING and any(t.i == token.i for t in parse.children(verb, *_SUBJECT_DEPS))


def is_expletive(parse: Parse, token: Token) -> bool:
    """ "It is clear that", "made it clear that": the pronoun stands for the clause."""
    head = parse.head(token)
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "poss"):
        return True
    if head.tag.startswith("JJ") or (token.dep == "dobj" and parse.child(head, "ccomp", "acomp", "oprd")):
        return True
    said = next(iter(parse.children(head, "acomp", "attr")), None)
    if said is not None and (
        said.lemma in _OF_BEARERS or (said.dep == "attr" and head.dep in ("ccomp", "relcl"))
    ):
        return False
    return head.lemma in ("be", "'s", "’s", "seem", "appear", "happen", "take") and any(
        parse.children(head, "ccomp", "xcomp", "acomp", "advcl", "attr")
    )


def is_of_people(parse: Parse, token: Token) -> bool:
    """The subject of a verb of saying, thinking or wanting is no thing."""
    return token.dep in _SUBJECT_DEPS and parse.head(token).lemma in _OF_PEOPLE


def is_modifier(parse: Parse, token: Token) -> bool:
    """ "*U.S.* officials": what stands before a noun for others is hardly what "it" goes back to."""
    return token.dep in ("compound", "nmod", "amod") and parse.head(token).tag in PLURAL_TAGS


def is_authority(parse: Parse, token: Token) -> bool:
    """ "According to *the Post*, it ...": what is told by somebody is hardly of himself."""
    above = parse.head(token)
    return above.lower == "to" and parse.head(above).lower == "according"
