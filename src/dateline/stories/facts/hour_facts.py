"""At what hour, by the words of the pages: two hours for one act (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.ideas import Ideas
from dateline.stories.facts.news_acts import news_acts
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import Clause, nearest_acts

_HOUR = re.compile(
    r"\b(?P<hedge>about|around|shortly (?:before|after)|just (?:before|after)|some time (?:before|after)|before|after|by|until|from|since)?\s*"
    r"(?P<time>(?P<hour>1[0-2]|0?\d)(?:[.:](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?<=at )(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?!\d)|(?P<word>midnight|noon|midday)\b)",
    re.IGNORECASE,
)
_BOUNDS = frozenset(("before", "after", "by", "until", "from", "since"))
_SAID = re.compile(r"\b(?:said|told|statement|announced|published|posted|by)\b[^,;]{0,40}$")
_SHARED = 0.8
_APART, _APART_ROUGHLY = 30, 75
_DAY = 24 * 60


@dataclass(frozen=True, eq=False)
class HourClaim(Claim):
    """The minute of the day that a page gives for an act, and whether it is meant roughly; `acts` are the ideas of the nearest word for one."""

    minute: int
    is_rough: bool
    acts: Ideas


def hour_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on acts for which pages give different hours, where each gives but one."""
    claims, news = [list(_claims(page)) for page in pages], news_acts(pages)
    every = [claim for page in claims for claim in page]

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, HourClaim) and isinstance(b, HourClaim)) or not a.acts & b.acts:
            return 0.0
        if not (_is_only(a, every) and _is_only(b, every)):
            return 0.0
        shared = about.of(a.clauses[0], b.clauses[0], a.acts & b.acts)
        is_news = a.acts & b.acts & news.get(a.article, frozenset()) & news.get(b.article, frozenset())
        return max(shared, _SHARED) if is_news or shared >= _SHARED else 0.0

    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _is_only(claim: HourClaim, every: Sequence[HourClaim]) -> bool:
    """Whether its page gives no other hour for the act."""
    return all(
        other.minute == claim.minute
        for other in every
        if other.article == claim.article and other.acts & claim.acts
    )


def _clash(a: Claim, b: Claim) -> bool | None:
    if not (isinstance(a, HourClaim) and isinstance(b, HourClaim)):
        return None
    apart = abs(a.minute - b.minute)
    apart = min(apart, _DAY - apart)
    return apart > (_APART_ROUGHLY if a.is_rough or b.is_rough else _APART)


def _claims(page: Sequence[Clause]) -> Iterator[HourClaim]:
    """The hours of a page for what is not of another occasion, without bounds and hours of speaking."""
    for clause in page:
        text = clause.reading.article.text
        for match in _HOUR.finditer(text, *clause.span) if not clause.is_elsewhen else ():
            hedge = (match["hedge"] or "").lower()
            if hedge in _BOUNDS or _SAID.search(text, clause.span.start, match.start()):
                continue
            minute, span = _minute(match), Span(*match.span("time"))
            yield HourClaim(
                FactKind.DATE,
                asked("When", clause),
                f"{minute // 60:02d}:{minute % 60:02d}",
                (clause,),
                (span,),
                minute,
                bool(hedge) or match["word"] is not None,
                nearest_acts(clause, span.start),
            )


def _minute(match: re.Match[str]) -> int:
    if match["word"]:
        return 0 if match["word"].lower() == "midnight" else _DAY // 2
    if match["hour24"]:
        return int(match["hour24"]) * 60 + int(match["minute24"])
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + int(match["minute"] or 0)
