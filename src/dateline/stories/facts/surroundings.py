"""What stands around a value of a page: the words of its sentence, its neighbours, what is counted, what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_values import AskedValue, is_short
from dateline.stories.facts.counted_nouns import counted_noun, unit_of
from dateline.stories.facts.counted_states import PART, state_of
from dateline.stories.facts.ideas import Ideas, act_ideas, is_past_form
from dateline.stories.facts.tellings import PHASES
from dateline.stories.facts.told_sentences import Told
from dateline.stories.stems import stem
from dateline.stories.terms import usual_frequencies

_COMMON, _NOTHING, _LEAST = 0.3, 0.05, 0.1
"""Share of pages from which a stem tells nothing, what it weighs then, and what a telling one weighs at least."""
_BEFORE = 8
"""How many words off the sentence before counts as being."""
_MORE = re.compile(
    r"[^.;:]{0,30}?\b(?:more|fewer|less|higher|lower|cheaper|dearer)\b(?! than)", re.IGNORECASE
)
_EARLY = 2


@dataclass(frozen=True, eq=False, slots=True)
class Surroundings:
    """`words` are the telling stems of the sentence, each with the number of words between it and the value; `left` and `right` the nearest of
    them, `link` the word before the value, `verbs` the two nearest verbs or acts and `acts` what they stand for, `names` the stems with capitals beside it,
    `noun` and `unit` what is counted, `state` what became of it; `is_change` says that the value is a difference ("two more").
    """

    value: AskedValue
    words: tuple[tuple[str, int], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    link: str
    verbs: tuple[str, ...]
    acts: Ideas
    names: frozenset[str]
    noun: str
    unit: str
    state: str | None
    is_part: bool
    is_change: bool
    is_early: bool

    @property
    def stems(self) -> set[str]:
        """All stems that are compared."""
        return {s for s, _ in self.words} | {*self.left, *self.right, *self.verbs} | ({self.noun} - {""})


def surroundings_of(value: AskedValue) -> Surroundings:
    """What stands around a value."""
    told, span, page = value.told, value.span, value.page
    before = [word for word in reversed(told.words) if word.end <= span.start]
    after = [word for word in told.words if word.start >= span.end]
    verbs = _verbs(value, before, after)
    tail = page[span.end : told.span.end]
    noun, state = _counted(value, tail)
    return Surroundings(
        value,
        tuple(_words(value, before, after)),
        _telling(before)[:1],
        _telling(after)[:1],
        before[0].form.lower() if before else "",
        tuple(_stem(word) for word in verbs),
        frozenset(i for word in verbs for i in word.ideas & act_ideas() - PHASES),
        frozenset(_stem(w) for w in (*before, *after) if w.form[0].isupper()),
        stem(noun) if noun else "",
        unit_of(noun) if noun else "",
        state,
        PART.match(tail) is not None,
        _MORE.match(tail) is not None,
        page.count("\n\n", 0, span.start) < _EARLY,
    )


@lru_cache(maxsize=65_536)
def weight(stem_: str) -> float:
    """How much a stem tells: the rarer, the more."""
    often = usual_frequencies().get(stem_, 0.0)
    if often >= _COMMON or stem_.isdigit():
        return _NOTHING
    return max(_LEAST, min(1.0, -log10(max(often, 0.001)) / 2))


def _words(value: AskedValue, before: Sequence[Told], after: Sequence[Told]) -> list[tuple[str, int]]:
    """The telling stems of the sentence, and those of the one before where that is read with it."""
    found = [(_stem(word), n) for words in (before, after) for n, word in enumerate(words)]
    told = value.told
    if told.before is not None and is_short(told):
        found += [(_stem(word), _BEFORE) for word in told.before.words]
    return [(s, n) for s, n in found if weight(s) > _NOTHING]


def _telling(words: Sequence[Told]) -> tuple[str, ...]:
    return tuple(_stem(word) for word in words if weight(_stem(word)) > _NOTHING)


def _verbs(value: AskedValue, before: Sequence[Told], after: Sequence[Told]) -> list[Told]:
    """The two words for an act or a past form that are nearest to a value."""
    acts = [w for w in (*before, *after) if w.ideas & act_ideas() - PHASES or is_past_form(w.form)]
    span = value.span
    return sorted(acts, key=lambda w: span.start - w.end if w.end <= span.start else w.start - span.end)[:2]


def _counted(value: AskedValue, tail: str) -> tuple[str, str | None]:
    """The word for what is counted and what became of it."""
    if value.question is not Question.HOW_MANY or value.amount is None:
        return "", None
    state = state_of(value.page, value.amount, value.told.span, value.told.span.end)
    return counted_noun(tail, lasting=False)[0], state.name if state else None


def _stem(word: Told) -> str:
    return stem(word.form.lower())
