"""Who: one that only one can be, such as the head of a gang or the winner, named differently by pages (codebook section 9, rule 2)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model import MONTHS, WEEKDAYS, Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.ideas import Ideas, ideas_of
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import is_of_other_time
from dateline.stories.speakers import name_words, same_name
from dateline.stories.terms import WORD

_SHARED = 0.35
_LEAST = 0.1
_CAPITAL = r"(?-i:[^\W\d_a-z][\w’'-]*)"
_NAME = (
    r"(?:(?:an?|the) (?:[\w-]+ ){0,5}?(?:named|called) |(?:an?|the|its|their|his|her) (?:[\w’'-]+ ){0,7}?[\w-]+, )?(?:the )?"
    rf"(?P<name>{_CAPITAL}(?:(?:\s+(?:de|del|da|la|al|el|of|the|van|von|bin))?\s+{_CAPITAL}){{0,5}})"
)
_ASIDE = r"(?:,[^.;\n]{1,140},)?"
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|none|may|might|could|if|whether|deny|denie[sd])\b|n['’]t\b", re.IGNORECASE
)
_NO_NAMES = frozenset(
    (
        *WEEKDAYS,
        *MONTHS,
        *"i he she it they we in on at the a an but and his her its their this that god others police".split(),
    )
)


@dataclass(frozen=True, eq=False)
class RoleClaim(Claim):
    """Who a page says has a role that only one can have; `name_ideas` are those of the name; `is_of_story` where a story has one such
    holder, so that the sentences need nothing else in common.
    """

    role: str
    name_ideas: Ideas
    is_of_story: bool


def role_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on roles for which pages name different holders, neither of whom the other page knows."""

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, RoleClaim) and isinstance(b, RoleClaim)) or a.role != b.role:
            return 0.0
        if same_name(a.normal, b.normal):
            return 1.0
        if _is_known(a, b) or _is_known(b, a):
            return 0.0
        shared = _LEAST + about.of(a.clauses[0], b.clauses[0], a.name_ideas | b.name_ideas)
        return shared if a.is_of_story or shared >= _SHARED else 0.0

    claims = [list(_claims(page)) for page in pages]
    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _clash(a: Claim, b: Claim) -> bool | None:
    return not same_name(a.normal, b.normal)


def _is_known(a: RoleClaim, b: RoleClaim) -> bool:
    """True where the page of `b` has a word of the name of `a`, or its initials, or a name of which it is a form ("Danish", "Danes")."""
    there = {word.lower() for word in WORD.findall(b.clauses[0].reading.article.text)}
    words = name_words(a.normal)
    initials = "".join(word[0] for word in words)
    return bool(set(words) & there) or not words or (len(words) > 1 and initials in there)


def _claims(page: Sequence[Clause]) -> Iterator[RoleClaim]:
    """The holders of roles that a page names, each once."""
    seen: set[tuple[str, str]] = set()
    for clause in sentence_openers(page):
        text = clause.reading.article.text
        for role, is_of_story, pattern in _roles():
            for match in pattern.finditer(text, *clause.sentence):
                span = Span(*match.span("name"))
                name = re.sub(r"['’]s?$", "", match["name"])
                words = [word.lower() for word in WORD.findall(name)]
                is_denied = _DENIED.search(text[max(clause.sentence.start, match.start() - 20) : match.end()])
                if set(words) <= _NO_NAMES or is_denied or (role, name) in seen:
                    continue
                if _is_elsewhen(page, clause, match.end()):
                    continue
                seen.add((role, name))
                own = frozenset(idea for word in words for idea in ideas_of(word))
                question = f"Who is {role}: {match.group().strip()}"
                yield RoleClaim(
                    FactKind.PARTICIPANT, question, name, (clause,), (span,), role, own, is_of_story
                )


def sentence_openers(page: Sequence[Clause]) -> Iterator[Clause]:
    """One clause of each sentence."""
    last: Span | None = None
    for clause in page:
        if clause.sentence != last:
            yield clause
        last = clause.sentence


def _is_elsewhen(page: Sequence[Clause], opener: Clause, end: int) -> bool:
    """True where a sentence speaks of another occasion up to the clause that ends a match; what follows is an aside."""
    if not opener.is_elsewhen:
        return False
    inside = [
        clause.span for clause in page if clause.sentence == opener.sentence and clause.span.start < end
    ]
    text = opener.reading.article.text
    return opener.leans or is_of_other_time(text[opener.sentence.start : max(span.end for span in inside)])


@cache
def _roles() -> list[tuple[str, bool, re.Pattern[str]]]:
    table = files("dateline.stories").joinpath("data", "roles.csv").read_text(encoding="utf-8")
    return [
        (
            row["role"],
            row["scope"] == "story",
            re.compile(
                r"\b" + row["pattern"].replace("{NAME}", _NAME).replace("{ASIDE}", _ASIDE), re.IGNORECASE
            ),
        )
        for row in csv.DictReader(table.splitlines())
    ]
