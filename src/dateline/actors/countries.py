"""Which state "the country" means: one of its own sentence, of the sentence before, or the one that the page is about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.home import Home, clearly_first
from dateline.actors.resolved import Resolved
from dateline.knowledge import Entity
from dateline.model import ActorKind, Mention, Parse, Token

COUNTRIES = frozenset(("country", "nation"))
_MODIFIERS = ("compound", "nmod", "amod")
_ALL_OVER = frozenset(("across", "around", "throughout"))
_SUBJECTS = ("nsubj", "nsubjpass")


class Countries:
    """Resolves "the country" and "the nation" of one page."""

    def __init__(
        self, parses: Mapping[int, Parse], found: FoundMentions, home: Home, states: Mapping[str, Entity]
    ) -> None:
        self._parses, self._found, self._home, self._states = parses, found, home, states

    def meant(self, text: str, parse: Parse, description: Description) -> Resolved | None:
        """The only state named before in the sentence, else the one that the page is about; of "the country" the one of which the sentence
        before tells."""
        words = {t.lower for t in parse.children(description.head, "det", "poss")}
        if not description.definite or "your" in words or description.role.words not in COUNTRIES:
            return None
        span, is_the = description.span, "the" in words
        near = self._near(parse, span.start, is_the)
        if len({r.mention.actor for r in near}) > 1:
            return None
        if near and near[0].mention.state is None:
            return near[0].moved_to(span, text)
        about = near[0].mention.state if near else self._about(parse, description, is_the)
        entity = self._states.get(about) if about else None
        if entity is None:
            return None
        words_here = text[span.start : span.end]
        mention = Mention(
            "", span.start, span.end, words_here, ActorKind.STATE, entity.id, entity.name, None, about
        )
        return Resolved(mention, about)

    def _near(self, parse: Parse, before: int, is_the: bool) -> list[Resolved]:
        """The states named in the sentence before a place: as themselves, else before things; "*U.S.* diplomats" tell of another."""
        inside = self._inside(parse, before)
        if not is_the:
            return inside
        themselves = [r for r in inside if self._modified(parse, r) is None]
        return themselves or [r for r in inside if not self._is_of_people(self._modified(parse, r))]

    def _about(self, parse: Parse, description: Description, is_the: bool) -> str | None:
        """The state of which the sentence before tells, else the one that the page is about; none where it is only the place."""
        home = clearly_first(self._home.times_of_states(description.span.start))
        earlier = self._parses.get(parse.sentence.index - 1)
        if earlier is None or not is_the or _is_all_over(parse, description):
            return home
        told = self._told_of(earlier)
        if len(told) != 1:
            return home
        state, is_doing = next(iter(told.items()))
        return state if is_doing or home in (None, state) else None

    def _inside(self, parse: Parse, before: int) -> list[Resolved]:
        """The states named in a sentence before a place, the last one first."""
        bodies = takewhile(
            lambda r: r.mention.start >= parse.sentence.start, self._found.bodies_before(before)
        )
        return [r for r in bodies if r.mention.kind == ActorKind.STATE]

    def _modified(self, parse: Parse, named: Resolved) -> Token | None:
        """What the name stands before: "*U.S.* diplomats", "the *Iraq* war"; not "the *Maltese* president", who speaks for the state."""
        token = parse.token_at(named.mention.end - 1)
        if token is None or token.dep not in _MODIFIERS:
            return None
        above = parse.head(token)
        holder = self._found.covering(above.start)
        is_one = holder is not None and holder.mention.kind in (ActorKind.PERSON, ActorKind.STATE)
        return above if above.start >= named.mention.end and not is_one else None

    def _is_of_people(self, above: Token | None) -> bool:
        return above is not None and above.tag == "NNS" and self._found.covering(above.start) is not None

    def _told_of(self, earlier: Parse) -> dict[str, bool]:
        """The states of which a sentence tells, by name or by somebody of them who does something, and whether they are more than its place."""
        told: dict[str, bool] = {}
        for named in self._inside(earlier, earlier.sentence.end):
            token, state = earlier.token_at(named.mention.end - 1), named.mention.state
            if state is not None and token is not None and self._modified(earlier, named) is None:
                told[state] = told.get(state, False) or token.dep != "pobj"
        for token in (t for t in earlier.tokens if t.dep in _SUBJECTS):
            for person in self._found.ending_at(token.span):
                if person.mention.kind == ActorKind.PERSON and person.mention.state is not None:
                    told[person.mention.state] = True
        return told


def _is_all_over(parse: Parse, description: Description) -> bool:
    """ "Across the country": where things happen at home."""
    return parse.head(description.head).lower in _ALL_OVER
