"""Where, by the words of the pages: two named places for one act (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import MONTHS, WEEKDAYS, ActorKind, Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.ideas import Ideas, ideas_of
from dateline.stories.facts.news_acts import news_acts
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import Clause, nearest_acts
from dateline.stories.speakers import name_words
from dateline.stories.terms import WORD
from dateline.stories.wordlists import word_list

_SHARED = 1.2
_SHARED_BY_SITES = 0.8
_PLACE = re.compile(
    r"\b(?P<prep>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s+(?P<place>(?:(?:the|a|an)\s+(?:[a-z-]+\s+){1,4}?(?:of|at|in)\s+)?(?:the\s+)?"
    r"(?P<name>[^\W\da-z_][\w’'-]+(?:\s+(?:(?:de|del|da|la|al|el|of|the|and)\s+)?[^\W\da-z_][\w’'-]+)*))"
)
_SITE = re.compile(
    r"\b(?:in|into|onto|at|inside|on|near|outside|against|struck|hit|rocked|(?:tore|ripped|swept) through)\s+(?P<place>(?:a|an|the|his|her|their|its|(?-i:[A-Z])[\w’'-]+)\s+(?:[\w-]+\s+){0,3}?"
    rf"(?P<name>{'|'.join(sorted(word_list('site'), key=len, reverse=True))}))\b(?!\s+(?:of|[a-z]+s\b))",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|never|nobody|none)\b|n['’]t\b", re.IGNORECASE)
_NOT_PLACES = frozenset(
    (*WEEKDAYS, *MONTHS, "spring", "summer", "autumn", "winter", "christmas", "easter", "ramadan")
)


@dataclass(frozen=True, eq=False)
class PlaceClaim(Claim):
    """A named place that a page gives for an act: the ideas of the nearest word for one, and those of the name. `is_site` where it
    is no name but a kind of place ("a bus station"), `is_beside` where what happened did so near or outside it.
    """

    acts: Ideas
    name: str
    name_ideas: Ideas
    is_site: bool
    is_beside: bool


def place_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on acts for which pages name different places, neither of which the other page knows."""

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim)):
            return 0.0
        if a.is_site != b.is_site or _is_known(a, b) or _is_known(b, a):
            return 0.0
        shared = about.of(a.clauses[0], b.clauses[0], a.name_ideas | b.name_ideas)
        if a.clauses[0].is_elsewhen != b.clauses[0].is_elsewhen or not (a.acts & b.acts or a.is_site):
            return 0.0
        if shared >= _SHARED and a.acts & b.acts:
            return shared
        if a.is_site and shared >= _SHARED_BY_SITES and _is_only(a, every) and _is_only(b, every):
            return shared
        acts = a.acts & b.acts & news.get(a.article, frozenset()) & news.get(b.article, frozenset())
        return _SHARED if acts and _are_scenes(a, b, every, acts) else 0.0

    claims, news = [list(_claims(page)) for page in pages], news_acts(pages)
    every = [claim for page in claims for claim in page]
    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _are_scenes(a: PlaceClaim, b: PlaceClaim, every: Sequence[PlaceClaim], acts: Ideas) -> bool:
    """Whether each is the only place of its kind that its page gives for what is the news of both. A town and its province would be two names for one
    place: of names only those that it happened near are compared.
    """
    return (a.is_site or (a.is_beside and b.is_beside)) and all(
        _is_only(claim, every, acts) and not claim.clauses[0].is_elsewhen for claim in (a, b)
    )


def _is_only(claim: PlaceClaim, every: Sequence[PlaceClaim], acts: Ideas | None = None) -> bool:
    names = {
        other.normal.lower()
        for other in every
        if other.article == claim.article
        and other.is_site == claim.is_site
        and (acts is None or other.acts & acts)
    }
    return len(names) == 1


def _is_known(a: PlaceClaim, b: PlaceClaim) -> bool:
    """True where the page of `b` has the name, or a word for the site, of `a` too."""
    reading = b.clauses[0].reading
    words = WORD.findall(reading.article.text)
    if a.is_site and {a.normal.lower(), b.normal.lower()} <= word_list("dwelling"):
        return True
    if a.is_site:
        return any(a.name_ideas & ideas_of(word) for word in words)
    named = name_words(a.name)
    return not named or named[-1] in {word.lower() for word in words}


def _clash(a: Claim, b: Claim) -> bool | None:
    return a.normal != b.normal


def _claims(page: Sequence[Clause]) -> Iterator[PlaceClaim]:
    for clause in page:
        text = clause.reading.article.text
        if _DENIED.search(text, *clause.span):
            continue
        for pattern in (_PLACE, _SITE):
            for match in pattern.finditer(text, *clause.span):
                name, acts = match["name"], nearest_acts(clause, match.start())
                is_site = pattern is _SITE
                if acts and (is_site or not _is_no_place(clause, name, Span(*match.span("name")))):
                    own = frozenset(idea for word in WORD.findall(name) for idea in ideas_of(word))
                    question, span = asked("Where", clause), Span(*match.span("place"))
                    is_beside = match.group().lower().startswith(("near", "outside"))
                    yield PlaceClaim(
                        FactKind.PLACE,
                        question,
                        name,
                        (clause,),
                        (span,),
                        acts,
                        name,
                        own,
                        is_site,
                        is_beside,
                    )


def _is_no_place(clause: Clause, name: str, span: Span) -> bool:
    return bool(set(name_words(name)) & _NOT_PLACES) or _is_area(clause, span)


def _is_area(clause: Clause, span: Span) -> bool:
    """True for a state, a person or a body: no place of one precision with a town."""
    kinds = {m.kind for m in clause.reading.mentions if span.touches((m.start, m.end)) and m.end >= span.end}
    return bool(
        kinds
        & {ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.OUTLET}
    )
