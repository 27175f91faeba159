"""Who does an act to whom, and whether that makes it a political one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dateline.events.aimed_at import aimed_at
from dateline.events.clauses import subject
from dateline.events.figurative import is_in_words
from dateline.events.frames import Frame
from dateline.events.half_told import is_half_told
from dateline.events.joint_doers import partners
from dateline.events.meant import is_actor
from dateline.events.not_oneself import other_before
from dateline.events.owners_within import owners_within
from dateline.events.participants import Participants, is_first_person, without
from dateline.events.private_life import is_in_own_circle
from dateline.events.public_people import PublicPeople
from dateline.events.receivers import met_during, receivers
from dateline.events.scenes import is_scene
from dateline.events.slots import actors_at, fill, leaders, outer_modifiers
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Token

_NEEDS_SOURCE = frozenset("AGREE CONSULT SUPPORT COOPERATE AID REQUEST REJECT THREATEN CONCEDE".split())
_WARLIKE = frozenset(
    "aerial drone heavy-weapons explosives suicide-attack unconventional crowd-control targeted".split()
)
_LEGAL = ("allege", "investigate")
_VIOLENT = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OF_WORDS = frozenset("ACCUSE SUPPORT REJECT THREATEN".split())
_NO_OWNERS = (ActorKind.PLACE, ActorKind.OUTLET)
_BODIES = (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.COMPANY, ActorKind.ARMED_GROUP)
_OBJECTS = frozenset({"it", "him", "her", "them"})
"""Who stands so behind a noun has it done to himself: "weighed the charges against *it*"."""
_POINTING = ("these ", "those ", "such ")
Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


class Parties:
    """Fills source and target of the acts of one page."""

    def __init__(self, mentions: Mentions, participants: Participants, *, with_private: bool) -> None:
        """With `with_private`, acts among private people and firms count too, and aid whose receiver is not named."""
        self._mentions = mentions
        self._participants = participants
        self._public = PublicPeople(mentions, participants)
        self._with_private = with_private
        self._known: dict[tuple[int, str, bool], Sides | None] = {}

    def of(self, frame: Frame, parse: Parse, trigger: Token, *, among_private: bool = False) -> Sides | None:
        """Source and target of an act; None where nobody is named who makes it an event of the codebook. With `among_private`
        this one counts among private people too."""
        asked = (trigger.start, frame.id, among_private)
        if asked not in self._known:
            self._known[asked] = self._found(frame, parse, trigger, among_private=among_private)
        return self._known[asked]

    def _found(self, frame: Frame, parse: Parse, trigger: Token, *, among_private: bool) -> Sides | None:
        doers, others = self._words(frame, parse, trigger)
        source, target = self._sides(frame, parse, doers, others)
        if _is_of_author(doers, source) or _is_of_author(others, target):
            return None
        if not source and (
            all(_is_vague(p) for p in target) or not self._may_lack_doer(frame, parse, trigger)
        ):
            return None
        if is_in_words(frame, parse, trigger, doers, others, target, self._mentions):
            return None
        if frame.mutual and not source and len(target) > 1:
            source, target = target, ()
        if not target and is_half_told(frame, parse, trigger, doers, source, self._mentions):
            return None
        if not self._with_private and self._is_private(frame, parse, trigger, doers, others, target):
            return None
        if _is_war(frame, parse) and (source or target):
            return source, target
        is_open = self._with_private or among_private
        if not self._is_event(frame, source, target, doers, others, is_open=is_open):
            return None
        if not target and not self._are_described(others, trigger):
            target = self._somebody_else(parse, trigger, others, source) or self._owners(
                frame, parse, trigger, source
            )
        return source, target

    def _is_private(
        self,
        frame: Frame,
        parse: Parse,
        trigger: Token,
        doers: Sequence[Token],
        others: Sequence[Token],
        target: Sequence[Participant],
    ) -> bool:
        """Whoever only "arrived at the convention" has visited nobody ("his visit" is told elsewhere), nor does family count."""
        is_alone = frame.mode == "visit" and trigger.is_verb and not target
        has_no_host = is_alone and not self._names_scene(parse, trigger)
        return has_no_host or is_in_own_circle(frame, parse, doers, others, self._mentions)

    def _sides(self, frame: Frame, parse: Parse, doers: Sequence[Token], others: Sequence[Token]) -> Sides:
        """Those whom some words name; who stands behind a noun as "it" or "them" has its act done to himself."""
        source = self._participants.of(parse, doers)
        target = without(self._participants.of(parse, others), source)
        is_undergone = frame.pos == "n" and not target and any(t.lower in _OBJECTS for t in others)
        return ((), source) if is_undergone else (source, target)

    def _words(self, frame: Frame, parse: Parse, trigger: Token) -> tuple[list[Token], list[Token]]:
        """Words of those who do an act and of those to whom it is done."""
        doers = self._doers(frame, parse, trigger)
        others = self._others(frame, parse, trigger, self._participants.of(parse, doers))
        if self._are_themselves(parse, doers, others):
            theirs = self._participants.of(parse, others)
            doers = [
                t for t in self._above(parse, trigger) if without(self._participants.of(parse, [t]), theirs)
            ]
        others = others or receivers(parse, trigger, self._mentions)
        if not others and frame.mode == "visit" and frame.pos == "n":
            others = [t for t in met_during(parse, trigger) if is_actor(self._mentions, t)]
        others = others or aimed_at(frame, parse, trigger, self._mentions)
        return [*doers, *self._partners(parse, trigger, doers)], others

    def _partners(self, parse: Parse, trigger: Token, doers: Sequence[Token]) -> list[Token]:
        found = partners(parse, trigger) if doers and trigger.is_verb else []
        return [t for t in found if is_actor(self._mentions, t) and t not in doers]

    def _owners(
        self, frame: Frame, parse: Parse, trigger: Token, source: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """Those whose the thing is that somebody praises, scolds, threatens or turns down, where nobody else is its target."""
        if not source or frame.plover not in _OF_WORDS or (frame.mode == "investigate" and frame.pos == "v"):
            return ()
        for token in owners_within(parse, trigger):
            named = self._mentions.all_of(token)
            is_where = any(m.kind in _NO_OWNERS for m in named) or is_scene(parse, token, self._mentions)
            if not named or is_where:
                continue
            found = self._participants.of(parse, actors_at(parse, token, self._mentions))
            if without(found, source):
                return without(found, source)
            is_nearest = token.lower in ("his", "her") and parse.head(token).head == trigger.i
            if is_nearest and frame.plover == "ACCUSE" and found:
                return other_before(self._mentions, parse, token, source)
        return ()

    def _somebody_else(
        self, parse: Parse, trigger: Token, others: Sequence[Token], source: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """ "Beat Brandt, criticizing *him*": whoever the page's "he" is, it is not the one who does it."""
        pronouns = [
            t for t in others if t.lower in ("him", "her") and t.dep == "dobj" and t.head == trigger.i
        ]
        return other_before(self._mentions, parse, pronouns[0], source) if pronouns and source else ()

    def _others(
        self, frame: Frame, parse: Parse, trigger: Token, source: tuple[Participant, ...]
    ) -> list[Token]:
        """Words of the first target slot in which somebody else than the doer stands: "agreed to send its ships to *Malta*"."""
        first: list[Token] = []
        for slot in frame.target:
            led = leaders(parse, trigger)
            filled = fill((slot,), parse, trigger, self._mentions)
            found = [t for t in filled if t not in led and not is_scene(parse, t, self._mentions)]
            if without(self._participants.of(parse, found), source) or self._are_described(found, trigger):
                return found
            first = first or found
        return first

    def _are_described(self, words: Sequence[Token], trigger: Token) -> bool:
        """Words of a description that the act itself lies in: "*fighters who had opposed his father*"."""
        named = [mention for token in words for mention in self._mentions.all_of(token)]
        return any(mention.start <= trigger.start < mention.end for mention in named)

    def _are_themselves(self, parse: Parse, doers: Sequence[Token], others: Sequence[Token]) -> bool:
        """In "his talks with Ruiz" he is not Ruiz, whoever the page's "he" is."""
        if not others or not doers or any(t.tag not in ("PRP", "PRP$", "WP") for t in doers):
            return False
        named = self._participants.of(parse, [t for t in others if t.is_proper])
        source = self._participants.of(parse, doers)
        return bool(named) and bool(source) and not without(source, named)

    def _above(self, parse: Parse, trigger: Token) -> list[Token]:
        """Who does what the clauses around an act tell, the nearest first: "*Brandt* wrote of his talks with Ruiz"."""
        if trigger.dep == "relcl":
            return actors_at(parse, parse.head(trigger), self._mentions)
        for verb in (t for t in parse.ancestors(trigger) if t.is_verb):
            doer = subject(parse, verb)
            found = actors_at(parse, doer, self._mentions) if doer is not None else []
            if found:
                return found
        return []

    def _doers(self, frame: Frame, parse: Parse, trigger: Token) -> list[Token]:
        """Words of the source slot that may do the act."""
        found = [t for t in fill(frame.source, parse, trigger, self._mentions) if not self._is_place(t)]
        if not trigger.is_verb:
            found = [t for t in found if not self._are_described([t], trigger)]
        found = found or self._named_before(frame, parse, trigger) or self._its_own(parse, trigger)
        if frame.plover == "PROTEST":
            return [t for t in found if not any(_is_no_crowd(m, frame) for m in self._mentions.all_of(t))]
        return [t for t in found if not is_scene(parse, t, self._mentions)]

    def _named_before(self, frame: Frame, parse: Parse, trigger: Token) -> list[Token]:
        """Who leads an act, or whose force it is: "the *Maltese*-led raid", "*Maltese* drone strikes"."""
        before = leaders(parse, trigger)
        if frame.plover in _VIOLENT:
            before = [*before, *outer_modifiers(parse, trigger)]
        return [t for t in before if is_actor(self._mentions, t)]

    def _its_own(self, parse: Parse, trigger: Token) -> list[Token]:
        """ "Papers of *the bureau* about its inquiry": the body or state that is named last before "its"."""
        pronoun = next((t for t in parse.children(trigger, "poss") if t.lower == "its"), None)
        if pronoun is None or is_actor(self._mentions, pronoun):
            return []
        before = reversed(parse.tokens[: pronoun.i])
        return next(([t] for t in before if any(m.kind in _BODIES for m in self._mentions.all_of(t))), [])

    def _is_event(
        self,
        frame: Frame,
        source: tuple[Participant, ...],
        target: tuple[Participant, ...],
        doers: Sequence[Token],
        others: Sequence[Token],
        *,
        is_open: bool,
    ) -> bool:
        """Somebody must be named; for a noun of a cooperative act the one who does it (codebook section 5, rule 1)."""
        if not source and (not target or (frame.pos == "n" and frame.plover in _NEEDS_SOURCE)):
            return False
        if frame.plover == "AID" and not target and not self._with_private:
            return False
        if is_open or (frame.plover == "PROTEST" and source) or frame.mode in _WARLIKE:
            return True
        if frame.lemma == "be" and not _are_abroad(source, target):
            return False
        if frame.mode == "visit":
            return self._public.any_in(doers) and not self._public.are_premises(others)
        return self._public.any_in([*doers, *others])

    def _names_scene(self, parse: Parse, verb: Token) -> bool:
        """ "Visited the pens *in Belize*": on whose soil tells the host, before the next verb."""
        behind = takewhile(lambda t: not t.is_verb, parse.tokens[verb.i + 1 :])
        kinds = {m.kind for token in behind for m in self._mentions.all_of(token)}
        return bool(kinds & {ActorKind.STATE, ActorKind.PLACE})

    def _is_place(self, token: Token) -> bool:
        """A building or region that stands before a noun ("the Harbour Hall meeting") is where, not who."""
        named = self._mentions.all_of(token)
        return bool(named) and all(mention.kind == ActorKind.PLACE for mention in named)

    def _may_lack_doer(self, frame: Frame, parse: Parse, trigger: Token) -> bool:
        """A passive may leave out who did it, and so may a noun of force or of the law, and papers and bombs are somebody's;
        any other verb whose doer is unclear tells of nobody ("history demanded it", "the answer did not rebut it")."""
        if self._with_private:
            return True
        if not trigger.is_verb:
            return frame.plover in _VIOLENT or frame.mode in _LEGAL
        doer = subject(parse, trigger)
        return is_passive(parse, trigger) or (
            doer is not None and doer.lemma in word_set("papers") | word_set("deeds")
        )


def _are_abroad(source: Sequence[Participant], target: Sequence[Participant]) -> bool:
    """Presence is a visit only where the state of who is there is not the one he is in."""
    homes, hosts = ({p.state for p in side} for side in (source, target))
    return None not in homes | hosts and not homes & hosts


def _is_war(frame: Frame, parse: Parse) -> bool:
    return frame.plover == "ASSAULT" and any(t.lemma in word_set("weapons") for t in parse.tokens)


def _is_vague(participant: Participant) -> bool:
    """ "These countries" are named somewhere else."""
    return participant.actor is None and participant.name.lower().startswith(_POINTING)


def _is_of_author(words: Sequence[Token], participants: Sequence[Participant]) -> bool:
    """ "I" and "we" outside any statement are the author, who is no actor."""
    return not participants and any(is_first_person(t) for t in words)


def _is_no_crowd(mention: Mention, frame: Frame) -> bool:
    """In "the Belizean riots" the state is the scene; what a politician alone holds is a campaign rally, but one alone may fast."""
    if frame.mode == "hunger":
        return False
    is_one = mention.kind == ActorKind.PERSON and (mention.actor is not None or frame.pos == "n")
    return mention.kind == ActorKind.STATE or is_one
