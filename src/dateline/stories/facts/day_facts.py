"""When, by the words of the pages: two days for one act (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.events import day_of, find_times, resolve_time
from dateline.model import BlockKind, DatePrecision, Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.ideas import Ideas, act_ideas, ideas_of
from dateline.stories.facts.news_acts import news_acts
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import PHASES, Clause, nearest_acts
from dateline.stories.terms import WORD

_SHARED = 1.2
_DAY_KINDS = ("iso", "day", "weekday", "near")
_SAID = re.compile(
    r"\b(?:said|says|told|tells|announced|wrote|added|reported|according|statement|confirmed)\b[^,;]{0,60}$"
)

_AHEAD = re.compile(
    r"\b(?:will|would|is to|are to|was to|were to|to be|to take|due|effective|next|must|should|again|plans?)\b"
    r"|\b(?:until|by|from|for)\s+$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:by|until|since|before|after|from|for)\s*$", re.IGNORECASE)
_APPOINTED = re.compile(
    r"\b(?:set|scheduled|fixed|planned|slated|due|appointed|called|down|booked|pencilled in|announced|calls?)\s+for\s*$",
    re.IGNORECASE,
)
"""What is appointed for a day happens on it."""
_TO_DO = re.compile(r"\s+(?:not )?to (?!reporters|a\b|the\b|an\b)[a-z]+")
_EARLY = re.compile(r"\b(?:early|small hours|before dawn)\b[^,;]{0,12}$|^\W*overnight", re.IGNORECASE)
_LATE = re.compile(r"\blate\b[^,;]{0,12}$|^(?:'s|’s)?\W*(?:overnight|night)", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?:at|around|about) \S+ (?:a|p)\.?m\b|^(?:'s|’s)?\W*(?:morning|noon|midday|afternoon|evening|night)|\bat (?:noon|dawn|dusk|midday)\b",
    re.IGNORECASE,
)
_HEADLINE_PLAN = re.compile(r"\bto [a-z]+\b[^,;]*$")
_CAME_ABOUT = re.compile(r"\bit (?:happened|occurred|took place|came about)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[^\Wa-z\d][^a-z\d\n]{2,40},[^.\n]{0,60}?\s[-–—]\s", re.MULTILINE)
_ONE_OF_SEVERAL = frozenset(
    "first second third fourth last initially originally also again earlier later".split()
)
_OPENING = 3
_SHARED_BY_NEWS = 1.0


@dataclass(frozen=True, eq=False)
class DayClaim(Claim):
    """The day that a page gives for an act. `acts` are the ideas of the nearest word for one; `is_ahead` says that the day lies after the
    page's own; `is_principal` marks the first past day of the page that is nobody's day of speaking: that of its news.
    """

    acts: Ideas
    around: Ideas
    time_ideas: Ideas
    is_ahead: bool
    is_principal: bool


def day_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on acts for which pages give different days."""
    claims = [_claims(page) for page in pages]
    every, news = [claim for page in claims for claim in page], news_acts(pages)

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, DayClaim) and isinstance(b, DayClaim)) or a.is_ahead != b.is_ahead:
            return 0.0
        if _is_news_to(a, b) or _is_news_to(b, a):
            return 0.0
        shared = _shared(a, b, about)
        if a.normal == b.normal:
            return shared
        if _are_news(a, b, about) and not (_gives(a, b, every) or _gives(b, a, every)):
            return max(shared, 2 * _SHARED)
        is_known = _gives(a, b, every, a.acts) or _gives(b, a, every, b.acts)
        if shared >= _SHARED and not is_known:
            return shared
        if _are_only_ahead(a, b, every, about):
            return _SHARED
        acts = a.acts & b.acts & news.get(a.article, frozenset()) & news.get(b.article, frozenset())
        return _SHARED if acts and _are_its_days(a, b, every, acts) else 0.0

    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _is_news_to(a: DayClaim, b: DayClaim) -> bool:
    """True for something done after the page of `b` came out."""
    published = b.clauses[0].reading.article.published
    return not a.is_ahead and published is not None and a.normal > published.value[:10]


def _are_news(a: DayClaim, b: DayClaim, about: Aboutness) -> bool:
    """True for the days of what two pages report as their news, where these have something in common: pages of one day that put it one
    day apart. Other days are those of other stages.
    """
    if not (a.is_principal and b.is_principal) or abs(_ordinal(a) - _ordinal(b)) > 1:
        return False
    published = [claim.clauses[0].reading.article.published for claim in (a, b)]
    days = {value.value[:10] for value in published if value is not None}
    return (
        len(days) == 1
        and bool(a.around & b.around & act_ideas() - PHASES)
        and about.weight((a.around & b.around) - a.time_ideas - b.time_ideas) >= _SHARED_BY_NEWS
    )


def _are_its_days(a: DayClaim, b: DayClaim, every: Sequence[DayClaim], acts: Ideas) -> bool:
    """Whether each is the only day that its page gives for what is the news of both, and the other page does not give it for anything."""
    if _counted(a) != _counted(b) or _gives(a, b, every) or _gives(b, a, every):
        return False
    return all(
        {other.normal for other in every if other.article == claim.article and other.acts & acts}
        == {claim.normal}
        for claim in (a, b)
    )


def _are_only_ahead(a: DayClaim, b: DayClaim, every: Sequence[DayClaim], about: Aboutness) -> bool:
    """Whether each is the only day to come that its page gives, in sentences that have much in common."""
    if not (a.is_ahead and b.is_ahead) or _counted(a) != _counted(b):
        return False
    for claim in (a, b):
        if {o.normal for o in every if o.article == claim.article and o.is_ahead} != {claim.normal}:
            return False
    return about.of(a.clauses[0], b.clauses[0], a.time_ideas | b.time_ideas) >= _SHARED_BY_NEWS


def _ordinal(claim: DayClaim) -> int:
    return date.fromisoformat(claim.normal).toordinal()


def _gives(a: DayClaim, b: DayClaim, every: Sequence[DayClaim], acts: Ideas | None = None) -> bool:
    """True where the page of `b` gives the day of `a` too, for one of some acts or for anything."""
    return any(
        other.article == b.article and other.normal == a.normal and (acts is None or bool(acts & other.acts))
        for other in every
    )


def _shared(a: DayClaim, b: DayClaim, about: Aboutness) -> float:
    """How much two claims share, if they share an act, and do not count one of several ("the first package was found")."""
    if not a.acts & b.acts or _counted(a) != _counted(b):
        return 0.0
    acts = a.acts & b.acts
    beside = about.of(a.clauses[0], b.clauses[0], a.time_ideas | b.time_ideas | acts)
    return beside + about.weight(acts) if beside else 0.0


def _counted(claim: DayClaim) -> set[str]:
    return {word.form.lower() for word in claim.clauses[0].words} & _ONE_OF_SEVERAL


def _clash(a: Claim, b: Claim) -> bool | None:
    """Two days, unless one is late in the evening and the other early the next day."""
    if not (isinstance(a, DayClaim) and isinstance(b, DayClaim)):
        return None
    if a.normal == b.normal:
        return False
    first, second = sorted((a, b), key=_ordinal)
    late, early = _is_at(first, _LATE), _is_at(second, _EARLY)
    is_one_night = (
        (late and early) or (late and not _is_at(second, _HOUR)) or (early and not _is_at(first, _HOUR))
    )
    is_one_night &= _ordinal(second) - _ordinal(first) == 1
    return None if is_one_night else True


def _is_at(claim: DayClaim, hour: re.Pattern[str]) -> bool:
    """True where the words around a day put it at one end of the night."""
    text, span = claim.clauses[0].reading.article.text, claim.spans[0]
    before = text[claim.clauses[0].span.start : span.start]
    return hour.search(before + " ") is not None or hour.match(text[span.end :][:20].lstrip()) is not None


def _claims(page: Sequence[Clause]) -> list[DayClaim]:
    """The days of a page for what is not of another occasion."""
    found: list[DayClaim] = []
    opening = frozenset(idea for clause in page[:_OPENING] for idea in clause.around)
    for clause in page:
        for span, day, published in _days(clause):
            text = clause.reading.article.text
            before = text[clause.span.start : span.start]
            if (
                (_SAID.search(before) and not _TO_DO.match(text, span.end))
                or (_BOUND.search(before) and not _APPOINTED.search(before))
                or (_BOUND.match(span.of(text).split()[0]) and not _APPOINTED.search(before + " for"))
                or clause.is_elsewhen
            ):
                continue
            is_ahead = day > published
            is_first = not is_ahead and all(c.is_ahead for c in found)
            own = frozenset(idea for word in WORD.findall(span.of(text)) for idea in ideas_of(word))
            acts, around = nearest_acts(clause, span.start), clause.around
            if _CAME_ABOUT.search(clause.text):
                acts, around = acts | (opening & act_ideas()), around | opening
            question = asked("When", clause)
            claim = DayClaim(
                FactKind.DATE,
                question,
                day.isoformat(),
                (clause,),
                (span,),
                acts,
                around,
                own,
                is_ahead,
                is_first,
            )
            found.append(claim)
    return found


def _days(clause: Clause) -> Iterator[tuple[Span, date, date]]:
    """The days that a clause names, where, and the day of the page."""
    article = clause.reading.article
    published = day_of(article.published.value) if article.published else None
    if published is None:
        return
    headlines = article.spans_of(BlockKind.HEADLINE)
    datelines = [Span(*match.span()) for match in _DATELINE.finditer(article.text, 0, clause.sentence.end)]
    for words in find_times(article.text, *clause.span):
        before = article.text[clause.span.start : words.span.start]
        ahead = _AHEAD.search(before) is not None
        ahead |= any(h.covers(clause.span) for h in headlines) and _HEADLINE_PLAN.search(before) is not None
        when = resolve_time(words, published, is_future=ahead)
        day = day_of(when.value) if when and when.precision is DatePrecision.DAY else None
        is_heading = any(words.span.touches(heading) for heading in datelines)
        if words.kind in _DAY_KINDS and day is not None and not is_heading:
            yield Span(*words.span), day, published
