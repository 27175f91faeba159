"""What the reports of a story agree and differ on (codebook section 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model import Fact, FactKind, Position, Reading, Span, Stance, Status, Support
from dateline.stories.events.occurrences import Occurrence, occurrences, page_status
from dateline.stories.events.participants import Fit, side_fit
from dateline.stories.events.reports import EventReport, event_reports
from dateline.stories.facts.conflicts import details
from dateline.stories.facts.told_facts import told_facts
from dateline.stories.labels.sentences import event_text, plain_text

Families = Mapping[str, int]
"""The family of each article: copies have the same number."""


def story_occurrences(readings: Sequence[Reading], family_of: Families) -> list[Occurrence]:
    """The events of a story, in the order in which the pages first tell them."""
    return occurrences(event_reports(readings), family_of)


def story_facts(
    readings: Sequence[Reading], found: Sequence[Occurrence], family_of: Families
) -> tuple[Fact, ...]:
    """All facts: events by how many independent reports they have, each followed by what is said of its day, place and
    status, then what their words say beside events.
    """
    facts: list[Fact] = []
    for occurrence in sorted(found, key=lambda o: -independent(o.articles, family_of)):
        facts.append(_event_fact(occurrence, found, readings, family_of))
        facts.extend(details(occurrence, plain_text(occurrence), family_of))
    facts.extend(
        fact for fact in told_facts(readings, family_of) if not any(_is_same(fact, f) for f in facts)
    )
    return tuple(replace(fact, id=f"f{n}") for n, fact in enumerate(facts, 1))


def _is_same(a: Fact, b: Fact) -> bool:
    """True for facts of one kind and support that lie on the same words of at least two pages."""
    if (a.kind, a.support) != (b.kind, b.support):
        return False
    shared = {
        x.article
        for x in a.positions
        for y in b.positions
        if x.article == y.article and any(s.touches(t) for s in x.spans for t in y.spans)
    }
    return len(shared) > 1


def independent(articles: Sequence[str], family_of: Families) -> int:
    """How many families some articles belong to."""
    return len({family_of[article] for article in articles})


def _event_fact(
    occurrence: Occurrence, found: Sequence[Occurrence], readings: Sequence[Reading], family_of: Families
) -> Fact:
    positions = [_reports(list(reports)) for reports in _by_article(occurrence)]
    positions += [_omits(article) for article in _silent(occurrence, found, readings)]
    support = (
        Support.CORROBORATED if independent(occurrence.articles, family_of) > 1 else Support.SINGLE_SOURCE
    )
    return Fact("", FactKind.EVENT, event_text(occurrence), support, tuple(positions))


def _by_article(occurrence: Occurrence) -> Iterator[list[EventReport]]:
    for article in occurrence.articles:
        yield [report for report in occurrence.reports if report.article == article]


def _reports(reports: Sequence[EventReport]) -> Position:
    status = page_status(reports)
    best = max(reports, key=lambda report: (report.event.status is status, report.event.confidence))
    spans = sorted({Span(*report.event.evidence) for report in reports})
    normal = f"{best.event.plover} {status}"
    return Position(best.article, Stance.REPORTS, best.words, normal, tuple(spans))


def _omits(article: str) -> Position:
    return Position(article, Stance.OMITS, None, None, ())


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
