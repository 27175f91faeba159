"""Whether the conditions of a frame hold at a trigger."""

from __future__ import annotations

from functools import cache

from dateline.events.clauses import direct_object, marked_subject, shared_object, subject
from dateline.events.frames import Condition, Frame
from dateline.events.phrases import beside, phrases
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, BlockKind, Mention, Mentions, Parse, Token

_ACTORS = frozenset(kind for kind in ActorKind if kind != ActorKind.PLACE)
_CLASSES = {
    "@actor": _ACTORS,
    "@person": frozenset({ActorKind.PERSON}),
    "@state": frozenset({ActorKind.STATE}),
    "@group": frozenset({ActorKind.GROUP}),
    "@party": frozenset({ActorKind.PARTY}),
    "@place": frozenset({ActorKind.PLACE}),
    "@outlet": frozenset({ActorKind.OUTLET}),
    "@org": frozenset(
        {ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.COMPANY, ActorKind.OUTLET, ActorKind.ARMED_GROUP}
    ),
}
_PERSONAL = frozenset("i you he she they we me him her them us who whom".split())
_SINGULAR = frozenset("i he she me him her who whom".split())
_COLLECTIVE = frozenset({"it", "they", "which"})
_BODIES = frozenset({"@actor", "@state", "@org", "@party", "@group", "@armed", "@military"})
_SECTORS = {"@armed": ("MIL", "REB", "COP", "SPY"), "@military": ("MIL", "REB")}
CLASSES = frozenset({*_CLASSES, *_SECTORS, "@holder"})
"""What stands for actors of a kind in the conditions of frames."""


class Site:
    """A word that may bear an act, with what stands around it: each thing is looked up once for all frames of the word."""

    def __init__(self, parse: Parse, trigger: Token, mentions: Mentions) -> None:
        self._parse, self._trigger, self._mentions = parse, trigger, mentions
        self._found: dict[tuple[str, str | None, bool], list[Token]] = {}

    def bears(self, frame: Frame) -> bool:
        """True when every condition of the frame is met and its particle is there."""
        if frame.particle is not None and not _has_particle(self._parse, self._trigger, frame.particle):
            return False
        return all(self._meets(need) != need.negated for need in frame.needs)

    def _meets(self, need: Condition) -> bool:
        parse, trigger = self._parse, self._trigger
        if need.role == "prep":
            prepositions = _prepositions(need, parse, trigger)
            return bool(prepositions & need.values) if need.values else bool(prepositions)
        if need.role == "prt":
            return any(_has_particle(parse, trigger, value) for value in need.values)
        found = self._dependents(need)
        if not need.values:
            return bool(found)
        whole = need.role in ("dobj", "pobj", "subj")
        return any(_is_one_of(need.values, parse, token, self._mentions, whole=whole) for token in found)

    def _dependents(self, need: Condition) -> list[Token]:
        sought = (need.role, need.preposition, bool(need.values) and not need.negated)
        if sought not in self._found:
            self._found[sought] = _dependents(need, self._parse, self._trigger)
        return self._found[sought]


def _has_particle(parse: Parse, trigger: Token, particle: str) -> bool:
    words = particle.split()
    following = [t.lower for t in parse.tokens[trigger.i + 1 : trigger.i + 1 + len(words)]]
    if following == words:
        return True
    return len(words) == 1 and any(t.lower == words[0] for t in parse.children(trigger, "prt", "advmod"))


def _prepositions(need: Condition, parse: Parse, trigger: Token) -> set[str]:
    """Those under a trigger, and where one is asked for also inside its object: the parse may hang "gave a ship *to* Malta" on either."""
    found = {t.lower for t in parse.children(trigger, "prep", "agent", "dative", "prt")}
    if marked_subject(parse, trigger) is not None:
        found.add("for")
    if need.negated or not trigger.is_verb or not found.isdisjoint(need.values):
        return found
    thing = direct_object(parse, trigger)
    words = [*_ways(parse, trigger), *([thing] if thing else [])]
    return found | {t.lower for word in words for t in parse.children(word, "prep")}


def _ways(parse: Parse, verb: Token) -> list[Token]:
    """Words that say where to, and take the phrase: "backed *away* from"."""
    return parse.children(verb, "prt", "advmod") if verb.is_verb else []


def _complements(parse: Parse, verb: Token, role: str) -> list[Token]:
    """Infinitives that the parse calls aim or attribute of the object count as well: "allowed them to *leave*", "signed a decree to *free*
    them"; beside an object, what it calls an open complement is a clause."""
    own = parse.children(verb, role)
    thing = direct_object(parse, verb) if verb.is_verb else None
    loose = parse.children(verb, "advcl")
    if thing is not None:
        loose += parse.children(thing, "acl", "relcl") + (
            parse.children(verb, "xcomp") if role == "ccomp" else []
        )
    return own + [t for t in loose if any(a.lower == "to" for a in parse.children(t, "aux"))]


def _dependents(need: Condition, parse: Parse, trigger: Token) -> list[Token]:
    if need.role in ("dobj", "subj"):
        return _core(need.role, parse, trigger)
    if need.role == "pobj":
        return _in_phrases(need, parse, trigger)
    if need.role in ("xcomp", "ccomp") and need.values and not need.negated:
        return _complements(parse, trigger, need.role)
    if need.role in ("xcomp", "ccomp", "relcl"):
        return parse.children(trigger, need.role)
    if need.role in ("iobj", "light_iobj"):
        is_borne = need.role == "light_iobj"
        verb = parse.head(trigger) if is_borne else trigger
        return parse.children(verb, "dative", "iobj") if not is_borne or trigger.dep == "dobj" else []
    if need.role in ("amod", "compound", "poss"):
        deps: tuple[str, ...] = ("poss",) if need.role == "poss" else ("amod", "compound", "nmod")
        return parse.children(trigger, *deps)
    if need.role in ("sentence", "past", "passive"):
        return _told(need.role, parse, trigger)
    found = phrases(parse, trigger, need.role)
    if need.role == "for" and not found:
        marked = marked_subject(parse, trigger)
        found = [marked] if marked is not None else []
    return found or ([] if trigger.is_verb else beside(parse, trigger, need.role))


def _core(role: str, parse: Parse, verb: Token) -> list[Token]:
    """Subject or object; of "they were granted asylum" both what is granted and who gets it stand as objects."""
    if role == "subj":
        own = subject(parse, verb)
        return [own] if own is not None else []
    thing = direct_object(parse, verb) or shared_object(parse, verb)
    kept = parse.children(verb, "dobj") if is_passive(parse, verb) else []
    return [t for t in (thing, *kept) if t is not None]


def _in_phrases(need: Condition, parse: Parse, trigger: Token) -> list[Token]:
    """What follows a preposition under a trigger, under its object, or beside a noun under the verb that bears it."""
    thing = direct_object(parse, trigger) if trigger.is_verb else None
    words = [trigger, *_ways(parse, trigger), *([thing] if thing else [])]
    found = [token for word in words for token in phrases(parse, word, need.preposition)]
    return found or ([] if trigger.is_verb else beside(parse, trigger, need.preposition))


def _told(role: str, parse: Parse, trigger: Token) -> list[Token]:
    """The whole sentence, or the trigger itself where it is told as done or in the passive."""
    if role == "sentence":
        return [token for token in parse.tokens if token.i != trigger.i]
    if role == "past":
        is_told = trigger.tag in ("VBD", "VBN", "VBG") or parse.sentence.kind == BlockKind.HEADLINE
    else:
        is_told = is_passive(parse, trigger)
    return [trigger] if is_told else []


def _is_one_of(
    values: frozenset[str], parse: Parse, token: Token, mentions: Mentions, *, whole: bool
) -> bool:
    if token.lemma in values or token.lower in values:
        return True
    if whole and any(
        t.lemma in values for t in parse.children(token, "compound", "amod", "nmod", "quantmod")
    ):
        return True
    if whole and any(t.lemma in values for t in _measured(parse, token)):
        return True
    classes = _classes(values)
    if not classes:
        return False
    mention = mentions.of_token(token)
    if mention is None:
        return _may_stand_for(token, classes)
    if "@holder" in classes and mention.kind == ActorKind.PERSON and mention.role is not None:
        return True
    code = mentions.code_of(mention) or ""
    return any(mention.kind in _CLASSES.get(name, ()) or _is_armed(name, mention, code) for name in classes)


@cache
def _classes(values: frozenset[str]) -> frozenset[str]:
    return frozenset(value for value in values if value.startswith("@"))


def _measured(parse: Parse, token: Token) -> list[Token]:
    """What an amount is of: "a *shipment* of vaccines", "two *million* dollars' *worth* of food", "40 *million* in aid"."""
    if token.tag != "CD" and token.lemma not in word_set("measures"):
        return []
    inner = [thing for preposition in ("of", "in") for thing in phrases(parse, token, preposition)]
    return [
        found
        for thing in inner
        for found in (thing, *parse.children(thing, "compound", "amod"), *_measured(parse, thing))
    ]


def _may_stand_for(token: Token, classes: frozenset[str]) -> bool:
    """Whether a pronoun that is not resolved may stand for an actor of a class."""
    if token.lower in _SINGULAR and "@person" in classes:
        return True
    if token.lower in _COLLECTIVE and not _BODIES.isdisjoint(classes):
        return True
    return token.lower in _PERSONAL and "@actor" in classes


def _is_armed(name: str, mention: Mention, code: str) -> bool:
    """Forces, by the sector of their code, for the classes `@armed` and `@military`."""
    return name in _SECTORS and (mention.kind == ActorKind.ARMED_GROUP or code[-3:] in _SECTORS[name])
