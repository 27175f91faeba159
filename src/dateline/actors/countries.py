"""Which state "the country" means: one of its own sentence, of the sentence before, or the one that the page is about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.home import Home, clearly_first
from dateline.actors.resolved import Resolved
from dateline.knowledge import Entity
from dateline.model import ActorKind, Mention, Parse

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
        near = [r for r in self._inside(parse, span.start) if not is_the or not self._is_of_others(parse, r)]
        if near:
            return near[0].moved_to(span, text) if len({r.mention.actor for r in near}) == 1 else None
        about = clearly_first(self._home.times_of_states(span.start))
        last = self._told_of_before(parse) if is_the and not _is_all_over(parse, description) else set()
        if len(last) == 1:
            about = next(iter(last))
        entity = self._states.get(about) if about else None
        if entity is None:
            return None
        words_here = text[span.start : span.end]
        mention = Mention(
            "", span.start, span.end, words_here, ActorKind.STATE, entity.id, entity.name, None, about
        )
        return Resolved(mention, about)

    def _inside(self, parse: Parse, before: int) -> list[Resolved]:
        """The states named in a sentence before a place, the last one first."""
        bodies = takewhile(
            lambda r: r.mention.start >= parse.sentence.start, self._found.bodies_before(before)
        )
        return [r for r in bodies if r.mention.kind == ActorKind.STATE]

    def _is_of_others(self, parse: Parse, named: Resolved) -> bool:
        """ "*U.S.* diplomats" and "the *Iraq* war" are not the state itself, "the *Maltese* president" speaks for it."""
        token = parse.token_at(named.mention.end - 1)
        if token is None or token.dep not in _MODIFIERS:
            return False
        above = parse.head(token)
        holder = self._found.covering(above.start)
        is_part = holder is None or holder.mention.kind not in (ActorKind.PERSON, ActorKind.STATE)
        return is_part and above.start >= named.mention.end

    def _told_of_before(self, parse: Parse) -> set[str]:
        """The states of which the sentence before tells, by name or by somebody of them who does something."""
        earlier = self._parses.get(parse.sentence.index - 1)
        if earlier is None:
            return set()
        inside = self._inside(earlier, earlier.sentence.end)
        named = [r.mention.state for r in inside if not self._is_of_others(earlier, r)]
        for token in (t for t in earlier.tokens if t.dep in _SUBJECTS):
            people = self._found.ending_at(token.span)
            named += [r.mention.state for r in people if r.mention.kind == ActorKind.PERSON]
        return {state for state in named if state is not None}


def _is_all_over(parse: Parse, description: Description) -> bool:
    """ "Across the country": where things happen at home."""
    return parse.head(description.head).lower in _ALL_OVER
