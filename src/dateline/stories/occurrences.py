"""Event reports joined into events, first within a page, then across pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from dateline.model import Status
from dateline.stories.clusters import Pair
from dateline.stories.participants import is_area
from dateline.stories.reports import SAME_EVENT, EventReport, sameness
from dateline.stories.speakers import is_known

_NOT_COMPARED = 0.1
_SURENESS = (Status.HAPPENED, Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)


@dataclass(frozen=True)
class Occurrence:
    """One event, with all its reports in the order of the pages."""

    reports: tuple[EventReport, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(report.article for report in self.reports))

    @cached_property
    def status(self) -> Status:
        """The surest status that a page gives, the page's own voice before what it reports others to say. What was planned
        is no longer so when a later page denies that it took place.
        """
        own = [r for r in self.reports if r.event.statement is None] or list(self.reports)
        by_page: dict[str, list[EventReport]] = {}
        for report in own:
            by_page.setdefault(report.article, []).append(report)
        pages = [(_day(reports[0]), page_status(reports)) for reports in by_page.values()]
        surest = min((status for _, status in pages), key=_SURENESS.index)
        if surest is not Status.PLANNED:
            return surest
        planned = max(day for day, status in pages if status is Status.PLANNED)
        later = any(day and day > planned for day, status in pages if status is Status.DENIED)
        return Status.DENIED if later else surest

    @cached_property
    def is_disputed(self) -> bool:
        """True when one page has it done and another denies that."""
        done = {report.article for report in self.reports if report.event.status is Status.HAPPENED}
        denied = {report.article for report in self.reports if report.event.status is Status.DENIED}
        return bool(done and denied) and len(done | denied) > 1

    @cached_property
    def model(self) -> EventReport:
        """The report that says most about who and where, to speak for the event."""

        targets = Counter(_names(report) for report in self.reports)
        acts = Counter(report.stem for report in self.reports)

        def fullness(report: EventReport) -> tuple[float, float]:
            event = report.event
            known = sum(is_known(party) for party in (*event.source, *event.target))
            exact = bool(event.target) and not all(is_area(party) for party in event.target)
            agreed = (targets[_names(report)] + acts[report.stem]) / len(self.reports)
            details = 2 * min(known, 2) + (event.place is not None) + 3 * (event.status == self.status)
            return 4 * _sides(report) + 2 * exact + 3 * agreed + details, event.confidence

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


def occurrences(reports: Sequence[EventReport]) -> list[Occurrence]:
    """Events of a story, in the order of their first reports.

    Clusters are joined best pair first, and only while no two members are at odds, so that a chain of half-fitting
    reports does not tie two events together. Equal reports, as copies have them, are compared once.
    """
    equal = _equal_reports(reports)
    scores = _scores([reports[alike[0]] for alike in equal])
    members: dict[int, list[int]] = {i: [i] for i in range(len(equal))}
    home = {i: i for i in range(len(equal))}
    best_first = sorted((-score, pair) for pair, score in scores.items() if score >= SAME_EVENT)
    for _, (i, j) in best_first:
        a, b = sorted((home[i], home[j]))
        if a == b or not _all_fit(members[a], members[b], scores):
            continue
        members[a] += members.pop(b)
        home |= dict.fromkeys(members[a], a)
    groups = [sorted(k for i in group for k in equal[i]) for group in members.values()]
    return [Occurrence(tuple(reports[k] for k in group)) for group in sorted(groups)]


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


def _scores(reports: Sequence[EventReport]) -> dict[Pair, float]:
    """Sameness of pairs. Only those that share a root, a word for the act or a group are compared."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        for key in {report.event.plover, "=" + report.stem, *("+" + group for group in report.groups)}:
            buckets[key].append(i)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    return {pair: sameness(reports[pair[0]], reports[pair[1]]) for pair in sorted(pairs)}


def _all_fit(a: Sequence[int], b: Sequence[int], scores: dict[Pair, float]) -> bool:
    """True when at least half of the pairs across two clusters fit, and none is at odds."""
    found = [scores.get((min(i, j), max(i, j)), _NOT_COMPARED) for i in a for j in b]
    return min(found) > 0 and 2 * sum(score >= SAME_EVENT for score in found) >= len(found)
