"""The headline of a story: its principal event in plain words, else the page title most like the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Article, BlockKind, Reading, Status
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.facts.amounts import find_amounts
from dateline.stories.labels.event_labels import doer_text
from dateline.stories.labels.sentences import names_of, plain_text
from dateline.stories.speakers import is_known
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list
from dateline.syndication import is_from

_FUNCTION_SHARE = 0.2
_IN_HEADLINE, _IN_DEK, _IN_LEAD, _NEAR_LEAD, _FURTHER_DOWN = 3.0, 2.0, 2.0, 0.8, 0.25
_STATUS = {Status.HAPPENED: 1.0, Status.PLANNED: 0.8, Status.DENIED: 0.5, Status.HYPOTHETICAL: 0.2}
_NEAR = 3
_REPORTED = 0.8
_ENOUGH = 0.6
_FEWEST_WORDS = 3


def story_headline(
    readings: Sequence[Reading], found: Sequence[Occurrence], family_of: Mapping[str, int]
) -> str:
    """The label of the event that headlines and openings tell, over all families; what happened before what is planned,
    denied or possible. Without one that says enough, or where it is disputed, the title most like the others.
    """
    telling = _title_terms(readings)
    titles = frozenset().union(*(_terms(r.article.title or "") for r in readings))
    is_alone = len(readings) == 1
    families = len(set(family_of.values()))
    best, label = 0.0, ""
    for occurrence in found:
        text = plain_text(occurrence)
        if (
            not _is_sayable(occurrence, text)
            or (is_alone and not _is_of_a_title(text, titles))
            or max(map(_prominence, occurrence.reports)) < _REPORTED * _IN_LEAD
        ):
            continue
        value = (
            _weight(occurrence, family_of) / families * _overlap(text, telling) * _STATUS[occurrence.status]
        )
        if value > best:
            best, label = value, doer_text(occurrence)
    return label if best >= _ENOUGH else _common_title(readings, found) or label


def _is_sayable(occurrence: Occurrence, text: str) -> bool:
    """True for an event that nobody disputes and whose parties have names of their own."""
    event = occurrence.model.event
    parties = (*event.source, *event.target)
    if occurrence.is_disputed or not parties or len(text.split()) < _FEWEST_WORDS:
        return False
    if all(_is_counted(party.name) for party in parties):
        return False
    names = [names_of(side).split()[0].lower() for side in (event.source, event.target) if side]
    return not set(names) & word_list("pronoun") and not set(names) & word_list("pronoun of the speaker")


def _is_counted(name: str) -> bool:
    """ "Seven people", of whom other reports may give another number."""
    return any(amount.span.start == 0 for amount in find_amounts(name, 0, len(name)))


def _is_of_a_title(text: str, titles: frozenset[str]) -> bool:
    """Whether a label has a word of the headline; where there is no headline, any has."""
    return not titles or bool(_terms(text) & titles)


def _weight(occurrence: Occurrence, family_of: Mapping[str, int]) -> float:
    """For each family the most prominent place where it tells the event; named actors and both sides add to it."""
    places: dict[int, float] = {}
    for report in occurrence.reports:
        family = family_of[report.article]
        places[family] = max(places.get(family, 0.0), _prominence(report))
    event = occurrence.model.event
    known = any(is_known(party) for party in (*event.source, *event.target))
    return sum(places.values()) * (1.0 + 0.15 * bool(event.source and event.target) + 0.1 * known)


def _prominence(report: EventReport) -> float:
    """By the block and paragraph of the trigger; what only a source says counts a little less."""
    article, at = report.reading.article, report.event.trigger.start
    kind = next((b.kind for b in article.blocks if b.start <= at < b.end), BlockKind.BODY)
    voice = 1.0 if report.event.statement is None else _REPORTED
    if kind in (BlockKind.HEADLINE, BlockKind.DEK):
        return voice * (_IN_HEADLINE if kind is BlockKind.HEADLINE else _IN_DEK)
    before = _paragraphs_before(article, at)
    return voice * (_IN_LEAD if before == 0 else _NEAR_LEAD if before < _NEAR else _FURTHER_DOWN)


def _paragraphs_before(article: Article, at: int) -> int:
    """How many paragraphs of the body end before a place in the text."""
    count = 0
    for span in article.spans_of(BlockKind.BODY):
        text = article.text[span.start : min(span.end, at)]
        count += sum(bool(line.strip()) for line in text.split("\n")) - (span.start <= at < span.end)
    return max(0, count)


def _title_terms(readings: Sequence[Reading]) -> list[frozenset[str]]:
    """What each page's headline and standfirst speak of."""
    return [
        _terms(
            " ".join(
                [r.article.title or "", *(s.of(r.article.text) for s in r.article.spans_of(BlockKind.DEK))]
            )
        )
        for r in readings
    ]


def _overlap(text: str, titles: Sequence[frozenset[str]]) -> float:
    """From .4 for a label without a word of any headline to 1.2: how many of its words headlines have, and of how many."""
    mine = _terms(text)
    if not mine:
        return 0.4
    anywhere = len(mine & frozenset().union(*titles)) / len(mine)
    mean = sum(len(mine & title) for title in titles) / (len(mine) * max(1, len(titles)))
    return 0.4 + 0.4 * anywhere + 0.4 * mean


def _common_title(readings: Sequence[Reading], found: Sequence[Occurrence]) -> str:
    """The title that shares most with the others, leaving out those that tell a disputed event as done and those in
    another language than most.
    """
    disputed = {
        report.article
        for occurrence in found
        if occurrence.is_disputed
        for report in occurrence.reports
        if report.event.status is Status.HAPPENED and _prominence(report) >= _IN_HEADLINE
    }
    titled = [r.article for r in readings if r.article.title and not is_from(r.article, r.article.title)]
    coded = [a for a in titled if a.coded] or titled
    titles = [a.title or "" for a in coded if a.id not in disputed] or [a.title or "" for a in coded]
    terms = [_terms(title) for title in titles]
    everywhere = [_terms(a.title or "") for a in titled]

    def shared(i: int) -> float:
        return (sum(len(terms[i] & other) for other in everywhere) - len(terms[i])) / (2 + len(terms[i]))

    return titles[max(range(len(titles)), key=lambda i: (shared(i), -i))] if titles else ""


def _terms(title: str) -> frozenset[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(title)}
    return frozenset(s for s in stems if usual_frequencies().get(s, 0.0) < _FUNCTION_SHARE)
