"""Whether and how: pages that say opposite things of one matter (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Fact, FactKind, Span, StatementType
from dateline.stories.alike_words import AlikeWords
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.doers import are_of_two_persons
from dateline.stories.facts.ideas import Ideas
from dateline.stories.facts.opposites import are_opposite, keys_of
from dateline.stories.facts.outcome_facts import are_hours_apart
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import COMMON, Told
from dateline.stories.stems import stem
from dateline.stories.terms import usual_frequencies
from dateline.stories.wordlists import word_list

_REACH = 2
_ALIKE = 0.6
_LEAST = 0.1
_CLOSE = 1.3
_UNREAL = re.compile(
    r"\b(?:may|might|could|can|should|must|if|unless|whether|until|would|fears?|likely|possible|possibly|no|not|never|nobody|none|without|nor"
    r"|neither|to|plans?|planned|expected|expects?|hopes?|hoped|wants?|wanted|urged|asked|called for|refus\w+|fail\w+|den\w+|before|after|since|when|once)\b|n['’]t\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|you|your)\b")
_OF_NOTHING = frozenset(
    "again once above below have been were other more than most some many year day time".split()
)


@dataclass(frozen=True, eq=False)
class OppositeClaim(Claim):
    """A word that has an opposite, by what it is looked up by, with the telling words beside it."""

    keys: frozenset[str]
    heads: tuple[tuple[str, Ideas], ...]


def opposite_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on matters of which one page says the opposite of another, and neither page both."""
    single = [list(_claims(page)) for page in pages]
    alike = AlikeWords(head for page in single for claim in page for head, _ in claim.heads)
    claims = [_merged(page, alike) for page in single]
    every = [claim for page in claims for claim in page]

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, OppositeClaim) and isinstance(b, OppositeClaim)) or not _clash(a, b):
            return 0.0
        if are_hours_apart(a, b) or are_of_two_persons(a, b):
            return 0.0
        if not _are_told_of_one(a, b, alike, about):
            return 0.0
        if any(_gainsays(claim, other, alike) for claim in (a, b) for other in every):
            return 0.0
        return _LEAST + max(about.of(x, y) for x in a.clauses for y in b.clauses)

    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _merged(claims: Sequence[OppositeClaim], alike: AlikeWords) -> list[OppositeClaim]:
    """What a page says of one matter several times, as one."""
    found: list[OppositeClaim] = []
    for claim in claims:
        at = next(
            (
                n
                for n, c in enumerate(found)
                if not c.keys.isdisjoint(claim.keys) and _are_of_one(c, claim, alike)
            ),
            None,
        )
        if at is None:
            found.append(claim)
        else:
            known = found[at]
            found[at] = replace(
                known,
                clauses=(*known.clauses, *claim.clauses),
                spans=(*known.spans, *claim.spans),
                heads=(*known.heads, *claim.heads),
            )
    return found


def _clash(a: Claim, b: Claim) -> bool | None:
    if not (isinstance(a, OppositeClaim) and isinstance(b, OppositeClaim)):
        return None
    return are_opposite(a.keys, b.keys)


def _gainsays(claim: OppositeClaim, other: OppositeClaim, alike: AlikeWords) -> bool:
    """Whether one page says both of one matter: a quarrel that it reports, or a change."""
    if other.article != claim.article or not _clash(claim, other):
        return False
    sentences = {clause.sentence for clause in claim.clauses}
    return _are_of_one(claim, other, alike) or any(clause.sentence in sentences for clause in other.clauses)


def _are_of_one(a: OppositeClaim, b: OppositeClaim, alike: AlikeWords) -> bool:
    """True where a word beside the one is a word beside the other, or much like it."""
    return any(x & y or alike.of(s, t) >= _ALIKE for s, x in a.heads for t, y in b.heads)


def _are_of_counterparts(a: OppositeClaim, b: OppositeClaim, about: Aboutness) -> bool:
    """True in sentences that are each other's closest."""
    return any(about.closeness(x, y) >= _CLOSE for x in a.clauses for y in b.clauses)


def _are_told_of_one(a: OppositeClaim, b: OppositeClaim, alike: AlikeWords, about: Aboutness) -> bool:
    """Whether the words beside them or the sentences say that two claims are of one matter; both must where only their groups are opposites."""
    if _are_of_one(a, b, alike):
        return not _are_groups(a, b) or _are_of_counterparts(a, b, about)
    return not _are_groups(a, b) and _are_of_counterparts(a, b, about)


def _are_groups(a: OppositeClaim, b: OppositeClaim) -> bool:
    """True where no words themselves are opposites, but groups to which they belong."""
    plain = [frozenset(key for key in claim.keys if not key.startswith("=")) for claim in (a, b)]
    return not are_opposite(*plain)


def _claims(page: Sequence[Clause]) -> Iterator[OppositeClaim]:
    for clause in page:
        if clause.is_elsewhen or _FIRST_PERSON.search(clause.text) or _is_quoted(clause):
            continue
        text = clause.reading.article.text
        for n, word in enumerate(clause.words):
            keys = keys_of(word)
            if not keys or _UNREAL.search(text, clause.span.start, word.start):
                continue
            heads = tuple((stem(w.form.lower()), w.ideas) for w in _beside(clause.words, n))
            span = Span(word.start, word.end)
            question = asked("Whether", clause)
            yield OppositeClaim(FactKind.STATUS, question, word.form, (clause,), (span,), keys, heads)


def _beside(words: Sequence[Told], at: int) -> list[Told]:
    """The telling words of a clause that stand nearest to a word, before it and after it."""
    own = words[at].ideas
    telling = [(n, word) for n, word in enumerate(words) if _is_telling(word) and word.ideas.isdisjoint(own)]
    before, after = ([word for n, word in telling if n < at], [word for n, word in telling if n > at])
    return before[-_REACH:] + after[:_REACH]


def _is_telling(word: Told) -> bool:
    """True for a word that is neither common nor a number, nor itself the opposite of something."""
    own = stem(word.form.lower())
    if (
        word.form.lower() in word_list("preposition") | _OF_NOTHING
        or own.isdigit()
        or len(own) < 3
        or keys_of(word)
    ):
        return False
    return usual_frequencies().get(own, 0.0) < COMMON


def _is_quoted(clause: Clause) -> bool:
    """Whether somebody's own words tell it."""
    return any(
        span.covers(clause.span)
        for statement in clause.reading.statements
        if statement.type is StatementType.DIRECT
        for span in statement.content
    )
