"""Where the participants of an act stand."""

from __future__ import annotations

from dateline.events.accused import is_sufferer, same_as_before
from dateline.events.clauses import direct_object, shared_object, subject
from dateline.events.light import lending_verbs, light_verbs
from dateline.events.lists import listed
from dateline.events.meant import holder_of, is_actor, is_nobody, meant_by
from dateline.events.noun_status import lead_noun
from dateline.events.owners import MODIFIERS, is_suffered, issuers, owners, possessors, whose
from dateline.events.phrases import beside, conjuncts, governor, phrases, relative_bearer
from dateline.events.status_words import governing_lemma
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import BlockKind, Mentions, Parse, Token

_BEARING = frozenset({"in", "on", "for", "into", "with", "at"})
_TOWARDS = ("with", "to", "for", "against", "between")
_ABOUT = ("into", "against", "over", "prep:into")


def fill(slots: tuple[str, ...], parse: Parse, trigger: Token, mentions: Mentions) -> list[Token]:
    """Words of the first slot in which an actor stands, coordinated ones included; empty when none does."""
    for slot in slots:
        found = (holder_of(parse, token) for token in _tokens(slot, parse, trigger))
        tokens = [t for token in found for t in listed(parse, token, mentions)]
        if slot == "subj":
            tokens = [t for t in tokens if t.i < trigger.i or tokens[0].i > trigger.i]
        if slot == "subj" and parse.sentence.kind == BlockKind.HEADLINE:
            tokens = [*_before_comma(parse, tokens), *tokens]
        actors = [t for word in tokens for t in meant_by(parse, word, mentions)]
        if slot == "subj" and not actors:
            makers = [
                t
                for paper in tokens
                for maker in issuers(parse, paper)
                for t in listed(parse, maker, mentions)
            ]
            actors = [t for t in makers if is_actor(mentions, t)]
        if not actors:
            named = [t for t in _owners_in(slot, parse, tokens) if is_actor(mentions, t)]
            actors = [t for t in named if not is_nobody(parse, t, mentions)]
        if actors:
            return actors
    return []


def actors_at(parse: Parse, token: Token, mentions: Mentions) -> list[Token]:
    """Those who are named in one list with a word, itself included."""
    return [t for word in listed(parse, token, mentions) for t in meant_by(parse, word, mentions)]


def _owners_in(slot: str, parse: Parse, things: list[Token]) -> list[Token]:
    """Whose the thing in a slot is: "talks about *Malta*'s debts", "a probe into the *Ruiz* campaign", "an inquiry of *Maltese* meddling"."""
    done = word_set("conduct") | word_set("belongings")
    if slot in _ABOUT and any(thing.lemma in word_set("conduct") for thing in things):
        return [t for thing in things if thing.lemma in done for t in whose(parse, thing)]
    if slot in _ABOUT or slot.startswith("prep:"):
        kinds = ("poss", *MODIFIERS) if slot in _ABOUT else ("poss",)
        led = [
            t
            for thing in things
            if thing.lemma in word_set("led")
            for head in phrases(parse, thing, "of")
            for t in conjuncts(parse, head)
        ]
        return [
            *(t for thing in things if not _is_of_others(thing, slot) for t in parse.children(thing, *kinds)),
            *led,
        ]
    if slot in ("of", "dobj", "on", "at"):
        return [t for thing in things if thing.lemma in done for t in whose(parse, thing)]
    return []


def _is_of_others(thing: Token, slot: str) -> bool:
    """Whose death or whose charges are looked into is not the one who is under suspicion."""
    return is_suffered(thing) or (slot in _ABOUT and thing.lemma in word_set("charges"))


def _before_comma(parse: Parse, tokens: list[Token]) -> list[Token]:
    """Headlines put a comma for "and": "Ruiz, Brandt meet"."""
    first = min(tokens, key=lambda t: t.i, default=None)
    left = parse.subtree(first)[0].i if first is not None and first.is_proper else 0
    if left < 2 or parse.tokens[left - 1].text != "," or not parse.tokens[left - 2].is_proper:
        return []
    return [parse.tokens[left - 2]]


def _tokens(slot: str, parse: Parse, trigger: Token) -> list[Token]:
    name, _, preposition = slot.replace("light:", "light_prep:").partition(":")
    if name == "prep":
        return _prepositional(parse, trigger, preposition)
    if name == "deep":
        return _further_on(parse, trigger, preposition)
    if name in ("subj", "dobj", "iobj"):
        return _core(name, parse, trigger)
    if name == "xprep":
        clauses = parse.children(trigger, "xcomp", "ccomp")
        return [t for clause in clauses for t in _prepositional(parse, clause, preposition)]
    if name in ("xsubj", "xdobj"):
        return _of_complement(name, parse, trigger)
    if name == "subj_poss":
        doer = subject(parse, trigger)
        return whose(parse, doer) if doer is not None else []
    if name == "obj_poss":
        return owners(parse, trigger)
    if name.startswith("light"):
        return _of_light_verb(name, preposition, parse, trigger)
    if name == "poss":
        return possessors(parse, trigger)
    if name in ("amod", "compound"):
        return [*parse.children(trigger, *MODIFIERS), *leaders(parse, trigger)]
    if name == "head":
        return [parse.head(trigger)] if trigger.head != trigger.i else []
    return _prepositional(parse, trigger, name)


def _core(name: str, parse: Parse, trigger: Token) -> list[Token]:
    if name == "subj":
        found = subject(parse, trigger)
    elif name == "dobj":
        found = direct_object(parse, trigger) or shared_object(parse, trigger)
    else:
        found = parse.child(trigger, "dative", "iobj") or _granted(parse, trigger)
        if found is not None and not found.is_noun and found.lower == "to":
            found = parse.child(found, "pobj")
    return [found] if found is not None else []


def _granted(parse: Parse, verb: Token) -> Token | None:
    """ "*They* were granted asylum": whoever gets what a passive keeps as its object."""
    return parse.child(verb, "nsubjpass") if parse.child(verb, "dobj") is not None else None


def outer_modifiers(parse: Parse, noun: Token) -> list[Token]:
    """Words before the word before a noun: "*Maltese* drone strikes"."""
    inner = parse.children(noun, "compound")
    return [t for word in inner if not word.is_proper for t in parse.children(word, *MODIFIERS)]


def leaders(parse: Parse, noun: Token) -> list[Token]:
    """Who does the act of a noun, by a participle: "the Hamas-led attack", "Oman-brokered talks"."""
    made = [t for t in parse.children(noun, "amod") if t.tag == "VBN"]
    return [t for participle in made for t in parse.children(participle, "npadvmod", "compound", "nmod")]


def _of_light_verb(name: str, preposition: str, parse: Parse, trigger: Token) -> list[Token]:
    """Participants at the verb that a noun hangs on: its subject, its object, whom it is paid to, or a phrase."""
    verb = governor(parse, trigger)
    if (
        verb is None
        and not preposition
        and trigger.dep == "appos"
        and (parse.head(trigger).lemma, "object") in light_verbs()
    ):
        return [parse.head(trigger)]
    bearer = relative_bearer(parse, trigger) if name == "light" and not preposition else None
    if bearer is not None and bearer.lemma in word_set("receiving"):
        return []
    if bearer is not None:
        return parse.children(bearer, "nsubj")
    if verb is None or (name == "light" and not preposition and _is_received(trigger, verb)):
        return []
    if preposition:
        return [t for t in phrases(parse, verb, preposition) if t.i != trigger.i]
    if name == "light_iobj":
        return _core("iobj", parse, verb)
    if name == "light_dobj":
        found = direct_object(parse, verb)
    else:
        lead = lead_noun(parse, trigger)
        is_object = {trigger.dep, lead.dep} & {"dobj", "nsubjpass", "conj", "attr"}
        relation = "object" if is_object else "phrase"
        if relation == "phrase" and not _is_own_phrase(parse, trigger, verb):
            relation = ""
        is_ahead = (
            trigger.dep == "pobj"
            and parse.head(parse.head(trigger)).lower == "ahead"
            and (trigger.tag != "NNS" or parse.child(trigger, "det", "poss", "nummod") is not None)
        )
        lends = (
            _is_stage(parse, trigger, verb)
            or (verb.lemma, relation) in light_verbs()
            or (relation == "object" and verb.lemma in lending_verbs())
            or (trigger.dep == "dobj" and _is_journey_off(parse, trigger, verb))
        )
        lends = lends and not (
            trigger.lemma in word_set("inquiries") and verb.lemma in word_set("not_inquiring")
        )
        found = subject(parse, verb) if is_ahead or lends or _is_manner(parse, trigger) else None
    return [found] if found is not None and found.i != trigger.i else []


def _is_journey_off(parse: Parse, trigger: Token, verb: Token) -> bool:
    """ "*Ruiz* called off a visit": what others had planned with her is none."""
    return trigger.lemma in word_set("journeys") and governing_lemma(parse, verb) in word_set("calling_off")


def _is_received(trigger: Token, verb: Token) -> bool:
    return trigger.dep == "dobj" and verb.lemma in word_set("receiving")


def _is_manner(parse: Parse, trigger: Token) -> bool:
    """ "Walked out in protest", "barricaded themselves in rebellion"."""
    is_in = trigger.dep == "pobj" and parse.head(trigger).lower == "in"
    return is_in and not parse.child(trigger, "det", "poss", "amod", "compound")


def _is_stage(parse: Parse, trigger: Token, verb: Token) -> bool:
    """ "Began a tour with a *stop* in Malta": what a journey opens or ends with is done by who makes it."""
    thing = direct_object(parse, verb)
    is_with = trigger.dep == "pobj" and parse.head(trigger).lower == "with"
    return is_with and thing is not None and thing.lemma in word_set("journeys")


def _is_own_phrase(parse: Parse, trigger: Token, verb: Token) -> bool:
    """ "Arrived on a visit", "flew there for talks"; not "came under criticism", "spoke in response to the charge"."""
    preposition = parse.head(trigger)
    if any(t.lower == "under" for t in parse.children(verb, "prep")):
        return False
    return preposition.lower in _BEARING and preposition.head == verb.i


def _of_complement(name: str, parse: Parse, trigger: Token) -> list[Token]:
    thing = None if is_passive(parse, trigger) else direct_object(parse, trigger)
    borne = [] if thing is None or name != "xdobj" else parse.children(thing, "acl")
    to_do = [
        c for c in parse.children(trigger, "relcl") if any(t.lower == "to" for t in parse.children(c, "aux"))
    ]
    for clause in (
        *parse.children(trigger, "xcomp", "ccomp", "acl"),
        *to_do,
        *borne,
        *_reasons(parse, trigger),
    ):
        if name == "xsubj" and trigger.lemma in word_set("accusing") and is_sufferer(parse, clause):
            continue
        found = direct_object(parse, clause) if name == "xdobj" else parse.child(clause, "nsubj")
        left = _land_left(parse, clause) if name == "xdobj" else []
        if left:
            return left
        before = same_as_before(parse, trigger, found) if name == "xsubj" and found is not None else []
        if before:
            return before
        if found is not None:
            return [found]
        if name == "xdobj":
            return [t for prep in _TOWARDS for t in phrases(parse, clause, prep)][:1]
    return []


def _land_left(parse: Parse, clause: Token) -> list[Token]:
    """ "Promised to pull all troops out of *Malta*": whom it concerns is where they stand."""
    if clause.lemma not in word_set("pulling_out"):
        return []
    ways = (clause, *parse.children(clause, "advmod", "prt", "prep"), *parse.children(clause, "dobj"))
    return [t for way in ways for word in ("from", "of") for t in phrases(parse, way, word) if t.is_proper]


def _reasons(parse: Parse, trigger: Token) -> list[Token]:
    """ "An apology for *striking* the envoy"."""
    preps = [prep for prep in parse.children(trigger, "prep") if prep.lower == "for"]
    return [clause for prep in preps for clause in parse.children(prep, "pcomp")]


def _prepositional(parse: Parse, trigger: Token, preposition: str) -> list[Token]:
    """Objects of a preposition under the trigger, under its object, or beside it under the verb that bears it. What stands before a verb says
    where: "*on Radio Vaal* she called for calm"."""
    found = phrases(parse, trigger, preposition)
    if trigger.is_verb and preposition == "on":
        found = [t for t in found if t.i > trigger.i]
    found = found or [
        t for way in parse.children(trigger, "advmod") for t in phrases(parse, way, preposition)
    ]
    if found:
        return found
    if not trigger.is_verb:
        inner = [t for thing in phrases(parse, trigger, "of") for t in phrases(parse, thing, "by")]
        return inner if inner and preposition == "by" else beside(parse, trigger, preposition)
    thing = None if is_passive(parse, trigger) else direct_object(parse, trigger)
    return phrases(parse, thing, preposition) if thing is not None else []


def _further_on(parse: Parse, trigger: Token, preposition: str) -> list[Token]:
    """A phrase later in the clause that the parse has hung on another noun: "met in the hall of the fort *with* X"."""
    for prep in parse.tokens[trigger.i + 1 :]:
        if prep.is_verb and prep.dep not in ("amod", "acl"):
            return []
        if prep.dep == "prep" and prep.lower == preposition:
            return parse.children(prep, "pobj")
    return []
