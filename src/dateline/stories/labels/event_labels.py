"""What a fact on an event may say: what its reports share, on whose word it rests, and whether pages disagree that it took place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Party, Status
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.participants import Fit, side_fit
from dateline.stories.events.reports import EventReport
from dateline.stories.labels.sentences import plain_text
from dateline.stories.speakers import is_known, same_party
from dateline.stories.wordlists import word_list

_ARTICLE = re.compile(r"^(?:A|An|The)(?= [a-z])")
_VERBAL = (1, 3)
_FITS = (Fit.SAME, Fit.LOOSE)


def event_text(occurrence: Occurrence) -> str:
    """The event in words that its reports share, by whose account, and whether pages disagree that it took place."""
    text = attributed(shared_text(occurrence), occurrence)
    return text + (" (disputed)" if occurrence.is_disputed else "")


def attributed(text: str, occurrence: Occurrence) -> str:
    """A label with the speaker on whom all reports of the event rest, where there is one."""
    speaker = sole_speaker(occurrence)
    return f"{text}, as said by {_ARTICLE.sub(_in_small, speaker)}" if speaker else text


def _in_small(article: re.Match[str]) -> str:
    return article.group().lower()


def shared_text(occurrence: Occurrence) -> str:
    """The event without a doer whom only one of several families names, where it can be told without."""
    others = _without_doer(occurrence) if named_by_one(occurrence) else []
    if not others:
        return plain_text(occurrence)
    families = tuple(occurrence.families[occurrence.reports.index(report)] for report in others)
    return plain_text(occurrence, Occurrence(tuple(others), families).model)


def named_by_one(occurrence: Occurrence) -> tuple[EventReport, ...]:
    """The reports that name who did it, where these are of one family and reports of another name nobody; else none."""
    source = occurrence.slots.source
    naming = [
        (report, family)
        for report, family in zip(occurrence.reports, occurrence.families, strict=True)
        if report.event.source
    ]
    families = {family for _, family in naming}
    if not source or len(families) != 1 or not _without_doer(occurrence):
        return ()
    return tuple(report for report, _ in naming if side_fit(source, report.event.source) in _FITS)


def _without_doer(occurrence: Occurrence) -> list[EventReport]:
    """Reports that say whom it was done to and not by whom, of families that nowhere say it."""
    naming = {f for r, f in zip(occurrence.reports, occurrence.families, strict=True) if r.event.source}
    return [
        report
        for report, family in zip(occurrence.reports, occurrence.families, strict=True)
        if family not in naming and report.event.target
    ]


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
