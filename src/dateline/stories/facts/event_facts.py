"""An event as a fact: which reports tell it, which deny it, which leave it out, and who alone names the doer (codebook section 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.model import Fact, FactKind, Position, Reading, Span, Stance, Status, Support
from dateline.stories.events.occurrences import Occurrence, page_status
from dateline.stories.events.participants import Fit, side_fit
from dateline.stories.events.reports import EventReport
from dateline.stories.labels.event_labels import doer_text, event_text, named_by_one

Families = Mapping[str, int]
"""The family of each article: copies have the same number."""

Tellings = Mapping[str, Sequence[EventReport]]
"""What each article reports of one event."""


def event_facts(
    occurrence: Occurrence, found: Sequence[Occurrence], readings: Sequence[Reading], family_of: Families
) -> Iterator[Fact]:
    """The event, and beside it who did it, where only one family names them."""
    told = {
        article: [report for report in occurrence.reports if report.article == article]
        for article in occurrence.articles
    }
    against = _against(told, occurrence.status, family_of)
    positions = [_position(reports, differs=article in against) for article, reports in told.items()]
    positions += [
        Position(article, Stance.OMITS, None, None, ()) for article in _silent(occurrence, found, readings)
    ]
    support = _support(told, against, occurrence.status, family_of)
    yield Fact("", FactKind.EVENT, event_text(occurrence), support, tuple(positions))
    naming = named_by_one(occurrence)
    if naming:
        yield _who(occurrence, naming)


def independent(articles: Sequence[str], family_of: Families) -> int:
    """How many families some articles belong to."""
    return len({family_of[article] for article in articles})


def _support(told: Tellings, against: Sequence[str], status: Status, family_of: Families) -> Support:
    """Conflicting where one family tells it and another denies it; else by the families that say of it what the label says. What was to
    come and was called off is told by those who tell that it was called off.
    """
    if against:
        return Support.CONFLICTING
    is_denied = status is Status.DENIED
    saying = [
        a
        for a, reports in told.items()
        if any((r.event.status is Status.DENIED) is is_denied for r in reports)
    ]
    return Support.CORROBORATED if independent(saying, family_of) > 1 else Support.SINGLE_SOURCE


def _against(told: Tellings, status: Status, family_of: Families) -> list[str]:
    """The articles that gainsay the label: of what happened those that deny it, of what did not those that tell it as done, where an
    article of another family says the contrary in words for the same act. A page that says both reports a quarrel, and what happened
    after the denial came out is news.
    """
    done = [reports for reports in told.values() if _is_told_as_done(reports)]
    denied = [reports for reports in told.values() if _is_denied(reports)]
    apart = [
        (yes[0].article, no[0].article)
        for yes in done
        for no in denied
        if family_of[yes[0].article] != family_of[no[0].article]
        and not _is_later(yes[0], no[0])
        and any(a.stem == b.stem or a.groups & b.groups for a in yes for b in no)
    ]
    if status is Status.HAPPENED:
        return list(dict.fromkeys(no for _, no in apart))
    return list(dict.fromkeys(yes for yes, _ in apart)) if status is Status.DENIED else []


def _is_told_as_done(reports: Sequence[EventReport]) -> bool:
    """Whether an article tells the act as done, and nowhere denies it."""
    statuses = {report.event.status for report in reports}
    return Status.HAPPENED in statuses and Status.DENIED not in statuses


def _is_denied(reports: Sequence[EventReport]) -> bool:
    """Whether an article denies the act, and nowhere tells it as done; where its headline denies it, in its own voice or as most of the
    article does, it may name what is denied ("calling reports of his resignation false").
    """
    denied = [report.event.status is Status.DENIED for report in reports]
    headline = [report for report in reports if report.is_in_headline]
    if all(denied) or not headline or any(r.event.status is not Status.DENIED for r in headline):
        return all(denied)
    return sum(denied) > len(denied) / 2 or all(r.event.statement is None for r in headline)


def _is_later(a: EventReport, b: EventReport) -> bool:
    """Whether the page of the first came out after that of the second, as far as both times tell."""
    times = [report.reading.article.published for report in (a, b)]
    first, second = (time.value if time else "" for time in times)
    shortest = min(len(first), len(second))
    return first[:shortest] > second[:shortest]


def _position(reports: Sequence[EventReport], *, differs: bool) -> Position:
    status = page_status(reports)
    best = max(reports, key=lambda report: (report.event.status is status, report.event.confidence))
    spans = sorted({Span(*report.event.evidence) for report in reports})
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    return Position(best.article, stance, best.words, f"{best.event.plover} {status}", tuple(spans))


def _who(occurrence: Occurrence, naming: Sequence[EventReport]) -> Fact:
    """Who did it, by the reports of the one family that says so."""
    by_article = {report.article: report for report in reversed(naming)}
    positions = tuple(_named(by_article[a]) for a in occurrence.articles if a in by_article)
    return Fact("", FactKind.PARTICIPANT, f"Who: {doer_text(occurrence)}", Support.SINGLE_SOURCE, positions)


def _named(report: EventReport) -> Position:
    doer = report.event.source[0]
    spans = doer.spans or (Span(*report.event.evidence),)
    return Position(report.article, Stance.REPORTS, doer.name, doer.actor or doer.name, tuple(spans))


def _silent(
    occurrence: Occurrence, found: Sequence[Occurrence], readings: Sequence[Reading]
) -> Iterator[str]:
    """Pages that tell of the same parties' dealings, came out no earlier, and leave this event out."""
    if occurrence.status not in (Status.HAPPENED, Status.PLANNED):
        return
    tellers = {article for other in found if _same_dealings(occurrence, other) for article in other.articles}
    known = [
        r.article.published.value
        for r in readings
        if r.article.id in occurrence.articles and r.article.published
    ]
    for reading in readings:
        article, published = reading.article.id, reading.article.published
        if article in occurrence.articles or article not in tellers:
            continue
        if published is None or not known or published.value[:10] >= min(known)[:10]:
            yield article


def _same_dealings(a: Occurrence, b: Occurrence) -> bool:
    """Two events of one kind between the same named parties."""
    if a is b or a.model.event.plover != b.model.event.plover:
        return False
    first, second = a.model.event, b.model.event
    fits = (side_fit(first.source, second.source), side_fit(first.target, second.target))
    return min(fits) is Fit.SAME
