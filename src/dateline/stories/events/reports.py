"""Reports of events, and whether two of them mean one event (codebook section 8, rules 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import BlockKind, Event, Place, Reading, Status
from dateline.stories.events.acts import SYMMETRIC_ROOTS, act_stem, groups_of
from dateline.stories.events.days import Days, days_of, gap
from dateline.stories.events.joining import NOT_SHOWN
from dateline.stories.events.kindred import kin_of_trigger
from dateline.stories.events.participants import Fit, is_area, pooled_fits, side_fit
from dateline.stories.speakers import name_words, same_name
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies

_DAYS_APART = 3
_FUNCTION_SHARE = 0.2
_FIT_SCORE = {Fit.AT_ODDS: 0.0, Fit.VAGUE: 0.2, Fit.UNKNOWN: 0.4, Fit.LOOSE: 0.8, Fit.SAME: 1.0}
_NEAR_ROOTS = (
    frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE"}),
    frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE"}),
    frozenset({"SANCTION", "COERCE", "REJECT"}),
    frozenset({"CONCEDE", "RETREAT", "YIELD"}),
)
_BOTH_SIDES = 0.9
_ACT_OF_ONE_PAGE = 0.8
_FEW_AT_ONCE = frozenset({"CONSULT"})
_WORDS_OF_MANY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
_BEFORE_CLAUSE = re.compile(r",\s|;\s|\b(?:and|but)\s")
_SPECIFIC_PLACES = ("point", "city")


@dataclass(frozen=True)
class EventReport:
    """An event with the page that reports it."""

    reading: Reading
    event: Event

    @property
    def article(self) -> str:
        return self.reading.article.id

    @cached_property
    def words(self) -> str:
        return self.event.evidence.of(self.reading.article.text)

    @cached_property
    def is_in_headline(self) -> bool:
        at = self.event.trigger.start
        blocks = self.reading.article.blocks
        return any(block.kind is BlockKind.HEADLINE and block.start <= at < block.end for block in blocks)

    @cached_property
    def stem(self) -> str:
        return act_stem(self.event)

    @cached_property
    def groups(self) -> frozenset[str]:
        groups = groups_of(self.event, self.reading.article.text)
        return groups | {"summit"} if "meeting" in groups and self._is_gathering else groups

    @cached_property
    def kin(self) -> frozenset[str]:
        """The kinds of act that the trigger's words may tell of."""
        return kin_of_trigger(self.reading.article.text, self.event.trigger.span)

    @property
    def _is_gathering(self) -> bool:
        """True when one body of states meets: its meeting is its summit."""
        return len(self.event.source) == 1 and not self.event.target and bool(self.bodies)

    @property
    def bodies(self) -> frozenset[str]:
        """The international bodies among the parties."""
        parties = (*self.event.source, *self.event.target)
        return frozenset(party.actor or party.name for party in parties if (party.code or "")[:3] == "IGO")

    @cached_property
    def days(self) -> Days | None:
        return days_of(self.event.date)

    @cached_property
    def subject(self) -> frozenset[str]:
        """Stems of the evidence that are neither parties nor common words nor the act itself."""
        parties = (*self.event.source, *self.event.target)
        named = {stem(word) for party in parties for word in name_words(party.name)}
        text, trigger = self.reading.article.text, self.event.trigger
        clause = _BEFORE_CLAUSE.split(text[self.event.evidence.start : trigger.start])[-1]
        words = WORD.findall(clause) + WORD.findall(text[trigger.end : self.event.evidence.end])
        stems = {stem(word.lower().replace("’", "'")) for word in words} - named - {self.stem}
        return frozenset(s for s in stems if usual_frequencies().get(s, 0.0) < _FUNCTION_SHARE)


def event_reports(readings: Sequence[Reading]) -> list[EventReport]:
    """All events of some readings, in their order."""
    return [EventReport(reading, event) for reading in readings for event in reading.events]


def sameness(a: EventReport, b: EventReport) -> float:
    """From 0, at odds and so two events, to 1, one event; from `SAME_EVENT` on the two may be joined."""
    if not _statuses_go_together(a, b):
        return 0.0
    root, act = _root_fit(a, b), _act_fit(a, b)
    fit = _journey_fit(a, b) or _gathering_fit(a, b) or _parties_fit(a.event, b.event)
    if fit is None or act is None:
        return 0.0
    if not root or (a.article == b.article and act < _ACT_OF_ONE_PAGE):
        return NOT_SHOWN
    subject = _subject_fit(a, b)
    is_loose = act < 1.0 or (a.event.plover in _WORDS_OF_MANY and _names_other_sides(a.event, b.event))
    if fit < _BOTH_SIDES and is_loose and not subject and a.event.plover not in _FEW_AT_ONCE:
        return NOT_SHOWN
    score = 0.3 * root + 0.3 * fit + 0.2 * act + 0.2 * subject
    strong = fit >= 0.9 and act == 1.0 and a.article != b.article
    when, where = _when_fit(a, b, strong), _where_fit(a.event.place, b.event.place, strong)
    if when is None or where is None:
        return 0.0
    return min(1.0, score + 0.05 * (when + where))


def _statuses_go_together(a: EventReport, b: EventReport) -> bool:
    """Planned and happened may be one act, happened and denied a quarrel over one; a mere possibility is neither. What a
    page in its own voice says both to have happened and not to have happened are two acts.
    """
    first, second = a.event.status, b.event.status
    if a.article == b.article and {first, second} == {Status.HAPPENED, Status.DENIED}:
        return a.event.statement is not None or b.event.statement is not None
    return first == second or Status.HYPOTHETICAL not in (first, second)


def _names_other_sides(a: Event, b: Event) -> bool:
    """True when one names a source or target and the other does not."""
    return (bool(a.source), bool(a.target)) != (bool(b.source), bool(b.target))


def _root_fit(a: EventReport, b: EventReport) -> float:
    first, second = a.event.plover, b.event.plover
    if first == second:
        return 1.0
    if any({first, second} <= near for near in _NEAR_ROOTS) and _same_act_words(a, b):
        return 0.7
    return 0.5 if a.event.quad == b.event.quad and a.stem == b.stem else 0.0


def _same_act_words(a: EventReport, b: EventReport) -> bool:
    return a.stem == b.stem or bool(a.groups & b.groups)


def _parties_fit(a: Event, b: Event) -> float | None:
    """The mean fit of both sides; None where they are at odds or nothing holds them together."""
    straight = (side_fit(a.source, b.source), side_fit(a.target, b.target))
    options = [straight]
    if a.plover in SYMMETRIC_ROOTS and b.plover in SYMMETRIC_ROOTS:
        options.append(pooled_fits((*a.source, *a.target), (*b.source, *b.target)))
    sound = [fits for fits in options if Fit.AT_ODDS not in fits]
    if not sound:
        return None
    best = max(sound, key=lambda fits: sum(_FIT_SCORE[fit] for fit in fits))
    return sum(_FIT_SCORE[fit] for fit in best) / 2


def _journey_fit(a: EventReport, b: EventReport) -> float | None:
    """The same visitor in a part of the world and in a state: one journey, told more or less exactly."""
    if not ("visit" in a.groups & b.groups and a.event.target and b.event.target):
        return None
    areas = [all(is_area(party) for party in report.event.target) for report in (a, b)]
    if areas[0] == areas[1] or side_fit(a.event.source, b.event.source) is not Fit.SAME:
        return None
    return (_FIT_SCORE[Fit.SAME] + _FIT_SCORE[Fit.LOOSE]) / 2


def _gathering_fit(a: EventReport, b: EventReport) -> float | None:
    """A body's summit in a place, and somebody at a summit in that place: its host opens it."""
    first, second = a.event.place, b.event.place
    if not ("summit" in a.groups & b.groups and first and second and same_place(first, second)):
        return None
    bodies = a.bodies | b.bodies
    return _FIT_SCORE[Fit.LOOSE] if len(bodies) == 1 and first.precision in _SPECIFIC_PLACES else None


def _act_fit(a: EventReport, b: EventReport) -> float | None:
    """Same word 1, same kind of act .8, unknown .3; None for two kinds of meeting, such as a visit and a reception."""
    if a.stem == b.stem:
        return 1.0
    if a.groups & b.groups:
        return 0.8
    if a.groups and b.groups and a.event.plover == b.event.plover == "CONSULT":
        return None
    if a.event.plover == b.event.plover and a.kin & b.kin:
        return 0.8
    return 0.0 if a.groups and b.groups else 0.3


def _subject_fit(a: EventReport, b: EventReport) -> float:
    shortest = min(len(a.subject), len(b.subject))
    return len(a.subject & b.subject) / shortest if shortest else 0.0


def _when_fit(a: EventReport, b: EventReport, strong: bool) -> float | None:
    if a.days is None or b.days is None:
        return 0.0
    apart = gap(a.days, b.days)
    if apart == 0:
        return 1.0 if a.days == b.days else 0.5
    return 0.0 if may_be_days_apart(a, b, apart) or (strong and apart <= _DAYS_APART) else None


def may_be_days_apart(a: EventReport, b: EventReport, apart: int) -> bool:
    """True for an act that lasts: a summit opens on one day and ends on another."""
    return "summit" in a.groups & b.groups and apart <= _DAYS_APART


def _where_fit(a: Place | None, b: Place | None, strong: bool) -> float | None:
    if a is None or b is None:
        return 0.0
    if same_place(a, b):
        return 1.0
    both_exact = a.precision in _SPECIFIC_PLACES and b.precision in _SPECIFIC_PLACES
    if not both_exact and a.precision != b.precision:
        return 0.0
    return 0.0 if strong else None


def same_place(a: Place, b: Place) -> bool:
    """Equal by id, else by name."""
    if a.id is not None and b.id is not None:
        return a.id == b.id
    return same_name(a.name, b.name)
