"""Who is meant by a word in a slot: those who are counted, named behind a description, or hold a rank; and who is nobody."""

from __future__ import annotations

from dateline.events.owners import MODIFIERS
from dateline.events.participants import is_first_person, is_second_person
from dateline.events.phrases import conjuncts, phrases
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mentions, Parse, Token

_OPENING = frozenset("( , – — - --".split())
_BODIES = (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.COMPANY)
_COUNTING = frozenset("few many great dozen hundred thousand couple number lot handful".split())
_SOME = frozenset("some many most several both all each none few".split())
_NOT_OF_PEOPLE = {
    "union": frozenset({"civil", "same-sex"}),
    "campaign": frozenset("bombing bomb air ground aerial military medium ad smear disinformation".split()),
}


def is_actor(mentions: Mentions, token: Token) -> bool:
    """Whether a word names or stands for someone who can act or be acted on."""
    if is_first_person(token) or is_second_person(token):
        return True
    return any(mention.kind != ActorKind.INITIATIVE for mention in mentions.all_of(token))


def meant_by(parse: Parse, word: Token, mentions: Mentions) -> list[Token]:
    """Words of the actors that a word stands for; empty when it stands for none."""
    meant = _counted(parse, _first_part(parse, _named_before(parse, word, mentions), mentions), mentions)
    joint = _joint_states(parse, meant, mentions)
    if joint:
        return joint
    named = _named_behind(parse, meant, mentions)
    return [t for t in named if is_actor(mentions, t) and not is_nobody(parse, t, mentions)]


def _joint_states(parse: Parse, word: Token, mentions: Mentions) -> list[Token]:
    """ "*US* and *Filipino* troops" are of both."""
    if word.tag != "NNS":
        return []
    before = parse.children(word, *MODIFIERS)
    named = [t for first in before for t in (first, *parse.children(first, "conj"))]
    states = sorted({t for t in named if _is_state(mentions, t)}, key=lambda t: t.i)
    is_joined = len(states) == 2 and [t.lower for t in parse.tokens[states[0].i + 1 : states[1].i]] == ["and"]
    return states if is_joined else []


def _is_state(mentions: Mentions, token: Token) -> bool:
    return any(m.kind == ActorKind.STATE and m.end == token.end for m in mentions.all_of(token))


def holder_of(parse: Parse, token: Token) -> Token:
    """Who holds the rank that a word tells of, also where the parse takes a headline's verb for a noun."""
    return _ranked(parse, _in_headline(parse, token))


def _named_before(parse: Parse, word: Token, mentions: Mentions) -> Token:
    """ "*The African Union*, an alliance that Ruiz derides": a description right behind a name, wherever the parse hangs it."""
    left = parse.subtree(word)[0].i
    described = mentions.of_token(word)
    if word.dep != "appos" or word.is_proper or left < 2 or parse.tokens[left - 1].text != ",":
        return word
    if described is None or described.actor is not None or parse.tokens[left].lower not in ("a", "an", "the"):
        return word
    name = parse.tokens[left - 2]
    named = mentions.of_token(name)
    is_known = (
        named is not None and named.actor is not None and named.kind in (_BODIES if word.tag == "NN" else ())
    )
    return name if is_known else word


def _ranked(parse: Parse, token: Token) -> Token:
    """ "*She* was the first leader to visit", "*Brandt*, the only minister to resign": who holds the rank."""
    if not any(t.lower in word_set("ranks") for t in parse.children(token, "amod")):
        return token
    if token.dep == "attr":
        return parse.child(parse.head(token), "nsubj") or token
    if token.dep != "appos" or not parse.head(token).is_proper:
        return token
    return _right_before(parse, token) or parse.head(token)


def _right_before(parse: Parse, token: Token) -> Token | None:
    """The name right before an apposition that the parse hangs on another one: "Ruiz said *Brandt* -- the first minister to resign"."""
    left = parse.subtree(token)[0].i
    before = [t for t in parse.tokens[max(0, left - 2) : left] if t.text not in _OPENING]
    return before[-1] if before and before[-1].is_proper else None


def _in_headline(parse: Parse, token: Token) -> Token:
    """ "*Ruiz* delays lifting the ban", where the parse takes the verb for a noun."""
    if token.tag != "NNS" or token.head != token.i or token.text.istitle():
        return token
    before = [t for t in parse.children(token, "compound") if t.is_proper]
    return before[-1] if before else token


def _named_behind(parse: Parse, token: Token, mentions: Mentions) -> list[Token]:
    """ "Contenders *Ruiz* and *Brandt*", "two senators (*Ruiz* and *Brandt*)": the names right behind a description."""
    if token.tag == "NN":
        return [_name_behind(parse, token, mentions)]
    beside = parse.child(token, "appos") if token.tag == "NNS" else None
    if beside is None or not beside.is_proper or not _is_person(mentions, beside):
        return [token]
    names = conjuncts(parse, beside)
    between = parse.tokens[token.i + 1 : parse.subtree(beside)[0].i]
    is_beside = not between or (
        all(t.text in _OPENING for t in between) and all(_is_of_state(mentions, t) for t in names)
    )
    return names if len(names) > 1 and is_beside else [token]


def _name_behind(parse: Parse, token: Token, mentions: Mentions) -> Token:
    """ "The rights group *the Harbour League*", "her rival *Oru Tavik*": the name right behind tells more than what the words may stand for."""
    beside = parse.child(token, "appos")
    if beside is None or not beside.is_proper or token.is_proper:
        return token
    between = parse.tokens[token.i + 1 : parse.subtree(beside)[0].i]
    described, named = mentions.of_token(token), mentions.of_token(beside)
    if between or described is None or named is None or described.actor == named.actor:
        return token
    is_body = named.kind in _BODIES and named.kind != ActorKind.STATE
    return beside if is_body or (named.kind == ActorKind.PERSON and described.actor is None) else token


def _is_of_state(mentions: Mentions, name: Token) -> bool:
    """Of somebody who is known; of others the description tells more than the name."""
    named = mentions.of_token(name)
    return named is not None and named.state is not None


def is_nobody(parse: Parse, token: Token, mentions: Mentions) -> bool:
    """Words that name a body elsewhere, and none here: "*a president of Malta*" is not hers, nor are "civil *unions*", "a bombing *campaign*",
    "strong *opposition*", "his *presidency*" and "Rocket *Tests*" anybody."""
    if _is_any_holder(parse, token, mentions) or _names_building(parse, token, mentions):
        return True
    if token.tag == "NNS" and token.text.islower() and _has_single_article(parse, token):
        return True
    if token.dep in MODIFIERS and mentions.all_of(token) == mentions.all_of(parse.head(token)):
        token = parse.head(token)
    modifiers = {t.lemma for t in parse.children(token, *MODIFIERS)}
    if token.lemma == "presidency" and parse.children(token, "poss"):
        return True
    if token.tag == "NNPS" and token.lower.removesuffix("s") in word_set("deeds"):
        return True
    if token.lemma == "opposition" and token.text.islower():
        return not parse.children(token, "det", "poss", "compound")
    return bool(modifiers & _NOT_OF_PEOPLE.get(token.lemma, frozenset()))


def _has_single_article(parse: Parse, token: Token) -> bool:
    """ "*A move growers* say is late" is no growers."""
    before = {t.lower for t in parse.children(token, "amod", "nummod", "quantmod", "compound")}
    is_one = any(t.lower in ("a", "an") for t in parse.children(token, "det"))
    return (
        is_one and not before & _COUNTING and not any(t.tag == "CD" for t in parse.children(token, "nummod"))
    )


def _names_building(parse: Parse, token: Token, mentions: Mentions) -> bool:
    """ "The *Ruiz* Tower meeting" is not hers."""
    behind = parse.tokens[token.i + 1 : token.i + 2]
    is_inside = token.dep in MODIFIERS and token.is_proper and bool(behind) and behind[0].tag == "NNP"
    return is_inside and behind[0].lower in word_set("premises") and mentions.of_token(behind[0]) is None


def _is_any_holder(parse: Parse, token: Token, mentions: Mentions) -> bool:
    """ "A visit by *a president of Malta*" is not one by hers."""
    named = mentions.of_token(token) if token.tag == "NN" and token.text.islower() else None
    if named is None or named.kind != ActorKind.PERSON or (named.actor or "local:").startswith("local:"):
        return False
    return any(t.lower in ("a", "an") for t in parse.children(token, "det"))


def _first_part(parse: Parse, token: Token, mentions: Mentions) -> Token:
    """Of a name that a hyphen or the finder of names divides the part that is known: "*Tavik Oru* - an", "*Tavik Oru* An"; of a name and a
    day the name: "*Ana Ruiz* Sunday"."""
    parts = parse.children(token, "compound")
    if token.is_proper and parts and token.lemma in word_set("time") and mentions.of_token(token) is None:
        return parts[-1]
    is_rest = token.is_proper and bool(parts) and parts[-1].i == token.i - 1
    if is_rest and mentions.of_token(token) is None and _is_person(mentions, parts[-1]):
        return parts[-1]
    is_divided = (
        token.text.islower() and token.i > 1 and parse.tokens[token.i - 1].text == "-" and bool(parts)
    )
    if not is_divided or mentions.of_token(token) is not None or parts[-1].i != token.i - 2:
        return token
    return parts[-1] if parts[-1].is_proper and mentions.of_token(parts[-1]) is not None else token


def _counted(parse: Parse, token: Token, mentions: Mentions) -> Token:
    """ "Thousands of activists" are activists."""
    inner = next(iter(phrases(parse, token, "of")), None)
    if inner is None:
        return token
    if (
        token.lemma in word_set("amounts")
        and inner.tag in ("NNS", "NNPS", "PRP")
        and is_actor(mentions, inner)
    ):
        return inner
    is_amount = token.lemma in word_set("amounts") or token.tag == "CD" or token.lower in _SOME
    return inner if is_amount and not is_actor(mentions, token) else token


def _is_person(mentions: Mentions, token: Token) -> bool:
    named = mentions.of_token(token)
    return named is not None and named.kind == ActorKind.PERSON
