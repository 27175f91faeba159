"""Who does an act to whom, and whether that makes it a political one."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.clauses import DOCUMENTS, subject
from dateline.events.frames import Frame
from dateline.events.participants import Participants, is_first_person, without
from dateline.events.slots import accused_in_clause, fill, is_actor
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Token

_NEEDS_SOURCE = frozenset("AGREE CONSULT SUPPORT COOPERATE AID REQUEST REJECT THREATEN CONCEDE".split())
_WARLIKE = frozenset(
    "aerial drone heavy-weapons explosives suicide-attack unconventional crowd-control targeted".split()
)
_WEAPONS = frozenset(
    (
        "rocket missile shelling airstrike bombardment drone warplane artillery mortar bomb bomber bombing grenade landmine "
        "gunman militant militia insurgent jihadist crossfire ceasefire frontline"
    ).split()
)
_PUBLIC_SECTORS = frozenset("COP GOV JUD LEG MIL PTY REB SPY OPP IGO NGO LAB REL".split())
_PAPERS = DOCUMENTS | frozenset(
    (
        "lawsuit suit report complaint indictment law act order ruling filing ad advertisement editorial article book plan "
        "agreement deal treaty accord pact measure legislation amendment constitution regulation rule bid paper survey "
        "document text draft communique declaration brief motion charter"
    ).split()
)
_DEEDS = frozenset(
    (
        "attack strike airstrike raid bomb bombing blast explosion shelling fire gunfire missile rocket drone shooting war "
        "assault offensive operation clash fighting protest rally march move decision action policy programme program "
        "campaign investigation inquiry probe sanction tariff ban visit trip meeting talk call comment remark criticism"
    ).split()
)
_PRIVATE_KINDS = (ActorKind.COMPANY, ActorKind.OUTLET)
Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


class Parties:
    """Fills source and target of the acts of one page."""

    def __init__(self, mentions: Mentions, participants: Participants, *, with_private: bool) -> None:
        """With `with_private`, acts among private people and firms count too."""
        self._mentions = mentions
        self._participants = participants
        self._with_private = with_private

    def of(self, frame: Frame, parse: Parse, trigger: Token) -> Sides | None:
        """Source and target of an act; None where nobody is named who makes it an event of the codebook."""
        doers = [t for t in fill(frame.source, parse, trigger, self._mentions) if not self._is_place(t)]
        if frame.plover == "ASSAULT" and frame.pos == "n":
            doers = [t for t in doers if not self._is_scene(t)]
        if frame.plover == "PROTEST":
            doers = [t for t in doers if not any(_is_no_crowd(m) for m in self._mentions.all_of(t))]
        others = fill(frame.target, parse, trigger, self._mentions)
        source = self._participants.of(parse, doers)
        if not source and any(is_first_person(t) for t in doers):
            return None
        if not source and self._is_done_by_thing(frame, parse, trigger):
            return None
        if not others and frame.plover == "ACCUSE":
            others = [t for t in accused_in_clause(parse, trigger) if is_actor(self._mentions, t)]
        target = without(self._participants.of(parse, others), source)
        if frame.mutual and not source and len(target) > 1:
            source, target = target, ()
        if (
            frame.plover == "ASSAULT"
            and (source or target)
            and any(t.lemma in _WEAPONS for t in parse.tokens)
        ):
            return source, target
        if not self._is_event(frame, source, target, [*doers, *others]):
            return None
        return source, target

    def _is_event(
        self,
        frame: Frame,
        source: tuple[Participant, ...],
        target: tuple[Participant, ...],
        words: Iterable[Token],
    ) -> bool:
        """Somebody must be named; for a noun of a cooperative act the one who does it (codebook section 5, rule 1)."""
        if not source and (not target or (frame.pos == "n" and frame.plover in _NEEDS_SOURCE)):
            return False
        if frame.plover == "AID" and not target:
            return False
        if self._with_private or (frame.plover == "PROTEST" and source) or frame.mode in _WARLIKE:
            return True
        return any(self._is_public(token) for token in words)

    def _is_place(self, token: Token) -> bool:
        """A building or region that stands before a noun ("the Harbour Hall meeting") is where, not who."""
        named = self._mentions.all_of(token)
        return bool(named) and all(mention.kind == ActorKind.PLACE for mention in named)

    def _is_scene(self, token: Token) -> bool:
        """In "the Paris attacks" the capital is where."""
        named = self._mentions.of_token(token)
        return (
            named is not None
            and named.kind == ActorKind.STATE
            and token.dep in ("compound", "nmod", "amod")
            and token.is_proper
            and named.name.lower() != token.lower
            and (self._mentions.code_of(named) or "").endswith("GOV")
        )

    def _is_done_by_thing(self, frame: Frame, parse: Parse, verb: Token) -> bool:
        """ "History demanded it", "the answer did not rebut it": what is neither somebody nor somebody's paper does no act."""
        if not verb.is_verb or "subj" not in frame.source:
            return False
        doer = subject(parse, verb)
        return (
            doer is not None
            and doer.tag in ("NN", "NNS")
            and not self._mentions.all_of(doer)
            and doer.lemma not in _PAPERS | _DEEDS
        )

    def _is_public(self, token: Token) -> bool:
        """A state, a body or person of the tables, or people with a public task. Private people and firms alone act in
        no political event; "we" is whoever speaks."""
        named = self._mentions.all_of(token)
        if not named:
            return True
        return any(_is_public(mention, self._mentions.code_of(mention) or "") for mention in named)


def _is_public(mention: Mention, code: str) -> bool:
    if mention.kind in _PRIVATE_KINDS:
        return False
    is_known = mention.actor is not None and not mention.actor.startswith("local:")
    if mention.kind == ActorKind.PERSON:
        return is_known or code[-3:] in _PUBLIC_SECTORS
    return is_known or bool(mention.state) or code[-3:] in _PUBLIC_SECTORS


def _is_no_crowd(mention: Mention) -> bool:
    """In "the Belizean riots" the state is the scene; what a politician alone holds is a campaign rally."""
    return mention.kind == ActorKind.STATE or (mention.kind == ActorKind.PERSON and mention.actor is not None)
