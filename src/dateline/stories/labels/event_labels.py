"""What a fact on an event may say: what its reports share, on whose word it rests, and whether pages disagree that it took place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model import Participant, Party, Status
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.labels.sentences import plain_text
from dateline.stories.speakers import is_known, same_party
from dateline.stories.wordlists import word_list

_FIRST = re.compile(r"^(?:A|An|The|His|Her|Its|Their)(?= [a-z])")
_VERBAL = (1, 3)
_MATERIAL = (2, 4)
_SOMEBODY = Participant(None, "Somebody", None, None, ())


def event_text(occurrence: Occurrence) -> str:
    """The event in words that its reports share, by whose account, and whether pages disagree that it took place."""
    text = attributed(shared_text(occurrence), occurrence)
    return text + (" (disputed)" if occurrence.is_disputed else "")


def attributed(text: str, occurrence: Occurrence) -> str:
    """A label with the speaker on whom all reports of the event rest, where there is one."""
    speaker = sole_speaker(occurrence)
    return f"{text}, as said by {_FIRST.sub(_in_small, speaker)}" if speaker else text


def _in_small(word: re.Match[str]) -> str:
    return word.group().lower()


def shared_text(occurrence: Occurrence) -> str:
    """The event without a doer whom only one of several families names: "People are killed", "Somebody raids a depot"."""
    naming = named_by_one(occurrence)
    if not naming:
        return plain_text(occurrence)
    named = {report.article for report in naming}
    others = [report for report in occurrence.reports if report.article not in named and report.event.target]
    if others:
        return plain_text(occurrence, only(occurrence, others).model)
    told = only(occurrence, naming).model
    return plain_text(occurrence, EventReport(told.reading, replace(told.event, source=(_SOMEBODY,))))


def doer_text(occurrence: Occurrence) -> str:
    """The event with its doer, by the reports that name one, and by whose account."""
    naming = named_by_one(occurrence)
    part = only(occurrence, naming) if naming else occurrence
    return attributed(plain_text(occurrence, part.model), part)


def only(occurrence: Occurrence, reports: Sequence[EventReport]) -> Occurrence:
    """The event as some of its reports tell it."""
    kept = [pair for pair in zip(occurrence.reports, occurrence.families, strict=True) if pair[0] in reports]
    return Occurrence(tuple(report for report, _ in kept), tuple(family for _, family in kept))


def named_by_one(occurrence: Occurrence) -> list[EventReport]:
    """The reports that name who did it, where they are of one family and another family names nobody; else none. An act of words that was
    done to nobody cannot be told without its doer.
    """
    told = list(zip(occurrence.reports, occurrence.families, strict=True))
    naming = [report for report, _ in told if report.event.source]
    families = {family for report, family in told if report.event.source}
    if len(families) != 1 or families == set(occurrence.families):
        return []
    silent = [report for report, family in told if family not in families]
    is_told_without = any(r.event.target for r in silent) or occurrence.model.event.quad in _MATERIAL
    return naming if is_told_without else []


def sole_speaker(occurrence: Occurrence) -> str | None:
    """Who alone says it: the one speaker of the statements in which all reports of the event stand. None where a page says it in its own
    voice, where several say it, and where saying it is the act itself.
    """
    speakers = list(_speakers(occurrence))
    first = next((s for s in speakers if s is not None and is_known(s)), speakers[0] if speakers else None)
    if first is None or first.name.lower() in word_list("pronoun"):
        return None
    return first.name if all(s is not None and same_party(first, s) for s in speakers) else None


def _speakers(occurrence: Occurrence) -> Iterator[Party | None]:
    """The speaker of each report that says of the act what the label says; None for a page's own voice."""
    is_denied = occurrence.status is Status.DENIED
    for report in occurrence.reports:
        event = report.event
        if (event.status is Status.DENIED) is not is_denied:
            continue
        said = (s for s in report.reading.statements if s.id == event.statement)
        speaker = next((statement.speaker for statement in said), None)
        is_act = event.quad in _VERBAL and speaker and any(same_party(speaker, p) for p in event.source)
        yield None if is_act else speaker
