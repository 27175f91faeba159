"""Whose president, army or officials: the mention that a description's words name, and the state that it gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.genders import Genders, gender_of_pronoun
from dateline.actors.pronouns import HE, IT
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind, Mention, Parse, Token

PRIVATE_OWNERS = {ActorKind.COMPANY: "BUS", ActorKind.OUTLET: "MED"}
"""Owners that give those whom they own a sector, and no state."""
_OF_HIS = re.compile(r"\s?['’]")
_SUBJECTS = ("nsubj", "nsubjpass")


class Owners:
    """Finds the owners of the descriptions of one page."""

    def __init__(self, parses: Mapping[int, Parse], found: FoundMentions, genders: Genders) -> None:
        self._parses, self._found, self._genders = parses, found, genders

    def of(self, text: str, parse: Parse, description: Description) -> Resolved | None:
        """Whose president, army or officials: the mention at the first word that may say so, pronouns last."""
        for offset in description.owners:
            named = self._found.covering(offset)
            if named is not None:
                return named
        owners = (self._by_pronoun(text, parse, offset) for offset in description.owners)
        return next((owner for owner in owners if owner is not None), None)

    def _by_pronoun(self, text: str, parse: Parse, offset: int) -> Resolved | None:
        """The one behind "his" in "his government": the first person of the sentence, else one before it."""
        token = parse.token_at(offset)
        if token is not None and token.lower == "whose":
            return self._before_clause(parse, token)
        if token is None or token.lower not in HE | IT:
            return None
        if token.lower in HE:
            joined = self._joined_before(parse, token)
            if joined is not None:
                return joined
            before = self._found.people_before(offset)
        else:
            before = (r for r in self._found.bodies_before(offset) if r.mention.kind == ActorKind.STATE)
        last = next(before, None)
        if last is None:
            return None
        if last.mention.start < parse.sentence.start:
            return self._subject_before(text, parse, token) or last
        near = [last, *takewhile(lambda r: parse.sentence.start <= r.mention.start, before)]
        doers = {t.start for verb in parse.ancestors(token) for t in parse.children(verb, *_SUBJECTS)}
        return next((r for r in near if r.mention.start in doers), near[-1])

    def _before_clause(self, parse: Parse, whose: Token) -> Resolved | None:
        """ "*Malta*, whose ministers left": the state that the clause hangs on."""
        clause = next((t for t in parse.ancestors(whose) if t.dep == "relcl"), None)
        named = self._found.covering(parse.head(clause).start) if clause is not None else None
        return named if named is not None and named.mention.kind == ActorKind.STATE else None

    def _joined_before(self, parse: Parse, pronoun: Token) -> Resolved | None:
        """ "Ruiz welcomed Brandt and *his* wife": whoever stands right before in the same list."""
        thing = parse.head(pronoun)
        before = parse.head(thing)
        if pronoun.dep != "poss" or thing.dep != "conj" or before.i > pronoun.i:
            return None
        named = self._found.covering(before.start)
        return named if named is not None and named.mention.kind == ActorKind.PERSON else None

    def _subject_before(self, text: str, parse: Parse, pronoun: Token) -> Resolved | None:
        """ "Ruiz felt for Brandt's people. *His* government": the subject goes before objects and possessors."""
        if pronoun.lower not in HE:
            return None
        earlier = self._parses.get(parse.sentence.index - 1)
        named = self._subject_of(earlier) if earlier is not None else self._first_named(text, parse)
        if named is None or named.mention.kind != ActorKind.PERSON:
            return None
        return named if self._genders.of(named.mention) in (None, gender_of_pronoun(pronoun.lower)) else None

    def _subject_of(self, sentence: Parse) -> Resolved | None:
        root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
        subject = sentence.child(root, *_SUBJECTS) if root is not None else None
        return self._found.covering(subject.start) if subject is not None else None

    def _first_named(self, text: str, parse: Parse) -> Resolved | None:
        """Of a sentence that nothing made worth parsing the person whom it names first, unless something of his is meant."""
        earlier = self._parses.get(parse.sentence.index - 2)
        if earlier is None:
            return None
        first = next(iter(self._found.people_after(earlier.sentence.end)), None)
        is_inside = first is not None and first.mention.end < parse.sentence.start
        return (
            first if first is not None and is_inside and not _OF_HIS.match(text, first.mention.end) else None
        )


def state_of(owner: Resolved | None) -> str | None:
    """A firm and an outlet give those whom they own no state."""
    if owner is None or owner.mention.kind in PRIVATE_OWNERS:
        return None
    return owner.mention.state


def is_local_state(mention: Mention) -> bool:
    """A state that only the page knows."""
    return mention.kind == ActorKind.STATE and mention.state is None
