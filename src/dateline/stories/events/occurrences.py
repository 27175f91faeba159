"""Event reports joined into events, first within a page, then across pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Status
from dateline.stories.events.joining import join, pairs_sharing
from dateline.stories.events.participants import is_area
from dateline.stories.events.reports import EventReport, sameness
from dateline.stories.events.slots import Slots, best_dated, best_placed, best_side, supports_side, without
from dateline.stories.speakers import is_known

_SURENESS = (Status.HAPPENED, Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)


@dataclass(frozen=True)
class Occurrence:
    """One event, with all its reports in the order of the pages, and the family of the page of each: copies share one."""

    reports: tuple[EventReport, ...]
    families: tuple[int, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(report.article for report in self.reports))

    @cached_property
    def status(self) -> Status:
        """The surest status that a page gives, the page's own voice before what it reports others to say. What was planned
        is no longer so when a later page denies that it took place; what is said to have happened is not, when more families
        deny it.
        """
        told = list(zip(self.reports, self.families, strict=True))
        own = [pair for pair in told if pair[0].event.statement is None] or told
        by_page: dict[str, list[EventReport]] = {}
        for report, _ in own:
            by_page.setdefault(report.article, []).append(report)
        family_of = {report.article: family for report, family in own}
        pages = [
            (_day(reports[0]), page_status(reports), family_of[page]) for page, reports in by_page.items()
        ]
        surest = min((status for _, status, _ in pages), key=_SURENESS.index)
        if surest is Status.HAPPENED:
            done, denied = (
                {f for _, status, f in pages if status is asked} for asked in (Status.HAPPENED, Status.DENIED)
            )
            return Status.DENIED if len(denied) > len(done) else surest
        if surest is not Status.PLANNED:
            return surest
        planned = max(day for day, status, _ in pages if status is Status.PLANNED)
        later = any(day and day > planned for day, status, _ in pages if status is Status.DENIED)
        return Status.DENIED if later else surest

    @cached_property
    def is_disputed(self) -> bool:
        """True when one page has it done and another denies that."""
        done = {report.article for report in self.reports if report.event.status is Status.HAPPENED}
        denied = {report.article for report in self.reports if report.event.status is Status.DENIED}
        return bool(done and denied) and len(done | denied) > 1

    @cached_property
    def slots(self) -> Slots:
        """The best-supported value of each slot."""
        placed, dated = (best(self.reports, self.families) for best in (best_placed, best_dated))
        target = best_side([report.event.target for report in self.reports], self.families)
        source = best_side([report.event.source for report in self.reports], self.families)
        return Slots(
            without(source, target),
            target,
            placed.event.place if placed else None,
            dated.event.date if dated else None,
            self.status,
        )

    @cached_property
    def model(self) -> EventReport:
        """The report that says most about who and where, in agreement with most families, to speak for the event."""
        told = list(zip(self.reports, self.families, strict=True))
        families = len(set(self.families))

        def fullness(report: EventReport) -> tuple[float, bool, float]:
            event = report.event
            known = sum(is_known(party) for party in (*event.source, *event.target))
            exact = bool(event.target) and not all(is_area(party) for party in event.target)
            whom = {family for other, family in told if _names(other) == _names(report)}
            act = {family for other, family in told if other.stem == report.stem}
            agreed = (len(whom) + len(act)) / families
            details = 2 * min(known, 2) + (event.place is not None) + 3 * (event.status == self.status)
            best = sum(
                bool(mine) and supports_side(mine, side)
                for mine, side in ((event.source, self.slots.source), (event.target, self.slots.target))
            )
            full = 4 * _sides(report) + 2 * exact + 3 * agreed + best + details
            return full, report.is_in_headline, event.confidence

        return max(self.reports, key=fullness)


def _day(report: EventReport) -> str:
    """The day of publication, empty where it is not known."""
    published = report.reading.article.published
    return published.value[:10] if published else ""


def _names(report: EventReport) -> frozenset[str]:
    return frozenset(party.actor or party.name for party in report.event.target)


def page_status(reports: Sequence[EventReport]) -> Status:
    """The status that a page gives most often where it names both sides; as often to come as done means to come."""
    most_sides = max(_sides(report) for report in reports)
    counts = Counter(report.event.status for report in reports if _sides(report) == most_sides)
    most = max(counts.values())
    return max((status for status in counts if counts[status] == most), key=_SURENESS.index)


def _sides(report: EventReport) -> int:
    return bool(report.event.source) + bool(report.event.target)


def occurrences(reports: Sequence[EventReport], family_of: Mapping[str, int]) -> list[Occurrence]:
    """Events of a story, in the order of their first reports. Equal reports, as copies have them, are compared once."""
    equal = _equal_reports(reports)
    one_of_each = [reports[alike[0]] for alike in equal]
    pairs = pairs_sharing([_keys(report) for report in one_of_each])
    scores = {(i, j): sameness(one_of_each[i], one_of_each[j]) for i, j in pairs}
    groups = [sorted(k for i in group for k in equal[i]) for group in join(len(equal), scores)]
    members = [tuple(reports[k] for k in group) for group in sorted(groups)]
    return [Occurrence(own, tuple(family_of[report.article] for report in own)) for own in members]


def _equal_reports(reports: Sequence[EventReport]) -> list[list[int]]:
    """Reports in the same words with the same slots together."""
    equal: dict[tuple[object, ...], list[int]] = {}
    for i, report in enumerate(reports):
        event = report.event
        parties = [tuple((p.actor, p.name) for p in side) for side in (event.source, event.target)]
        when = event.date.value if event.date else None
        where = event.place.name if event.place else None
        key = (event.plover, event.status, event.trigger.lemma, report.words, when, where, *parties)
        equal.setdefault(key, []).append(i)
    return list(equal.values())


def _keys(report: EventReport) -> set[str]:
    """What two reports must share one of to be compared: the root, the word for the act, or a group or kind of act."""
    groups = {"+" + group for group in report.groups}
    return {report.event.plover, "=" + report.stem} | groups | {"~" + kind for kind in report.kin}
