"""Counts in a report: an amount, what is counted, and the state it is counted in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Article, BlockKind, Span
from dateline.stories.facts.amounts import Amount, can_both_hold, find_amounts
from dateline.stories.facts.counted_nouns import PEOPLE, counted_noun, is_time_unit, unit_of
from dateline.stories.facts.counted_states import PART, noughts, state_of, states_in
from dateline.stories.facts.ideas import base_stem
from dateline.stories.facts.measures import find_measures
from dateline.stories.facts.tellings import Clause
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_COMMON = 0.2
_OF_NAMED = re.compile(r"\s*of\s+the\s+[a-z]+(?:s|en|ople)\b", re.IGNORECASE)
_LASTING = re.compile(r"\bfor\s+$", re.IGNORECASE)
_STATES_OF_PEOPLE = frozenset(
    (
        *"killed injured missing arrested displaced evacuated rescued ill hospitalised aboard trapped stranded".split(),
        *"convicted charged kidnapped released expelled present invited".split(),
        *("at the protest", "on strike", "laid off", "at large"),
    )
)
_ANIMALS = frozenset(base_stem(word) for word in word_list("animal"))
_WHOLE = re.compile(r"\bthere (?:were|are) $", re.IGNORECASE)
_HOUR = re.compile(r"\b(?:at|by|until|around) $", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+(?:out )?of (?:the |its |their |his |her )?", re.IGNORECASE)
_STANDS = re.compile(r"\b(?:stands?|stood|put|puts|estimated|given|now) at $", re.IGNORECASE)
_SINCE_A_YEAR = re.compile(r"\bsince (?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_FURTHER = frozenset(stem(word) for word in word_list("of further ones"))
_ROW = re.compile(r"\s+(?:[\w-]+\s+){1,3}and\s+")


@dataclass(frozen=True)
class Count:
    """An amount of something on one page, with all the places where the page gives it.

    `unit` is the stem of what is counted, `noun` the page's word for it, `words` the stems up to it; `state` is what became
    of them ("killed"), `is_running` whether such a number may grow, `is_part` whether it counts some of a larger number
    ("three of them"), `is_early` whether it stands in headline or opening, `is_elsewhen` whether it belongs to
    another occasion ("last year's flood"), `contexts` the telling stems around each place, `clauses` the clauses there, `is_only` whether the page
    counts nothing else of the kind: things of this unit, or people of this state, `is_part_of_named` that it counts
    some of people who are named by a noun ("of the strikers") and has a state.
    """

    article: Article
    amount: Amount
    unit: str
    noun: str
    words: frozenset[str]
    state: str | None
    is_running: bool
    is_part: bool
    is_early: bool
    is_elsewhen: bool
    spans: tuple[Span, ...]
    contexts: tuple[frozenset[str], ...]
    clauses: tuple[Clause, ...]
    is_only: bool = False
    is_part_of_named: bool = False

    @property
    def is_time(self) -> bool:
        """True when it says how long something lasted."""
        return is_time_unit(self.unit)

    @property
    def is_of_people(self) -> bool:
        """True for people in general and for what only people can be: "workers killed", not "cattle killed"."""
        return self.unit == PEOPLE or (
            self.state in _STATES_OF_PEOPLE and base_stem(self.noun) not in _ANIMALS
        )

    @property
    def key(self) -> tuple[str, str | None]:
        return self.unit, self.state


def find_counts(article: Article, clauses: Sequence[Clause]) -> list[Count]:
    """The counts in headline and body, in order; what a page gives several times for one occasion is one count."""
    found: dict[tuple[str, str | None, str, bool, bool], Count] = {}
    for count in _mentioned(article, clauses):
        key = (*count.key, count.amount.normal, count.is_part, count.is_elsewhen)
        known = found.get(key)
        found[key] = count if known is None else _joined(known, count)
    return _without_repeated(list(found.values()))


def _without_repeated(counts: Sequence[Count]) -> list[Count]:
    """ "Seven dead" and "seven workers were killed" on one page are one count; "thousands" is said again by "9,000"."""
    found: list[Count] = []
    for count in counts:
        if count.amount.value is None and any(_says_exactly(other, count) for other in counts):
            continue
        same = [
            n
            for n, other in enumerate(found)
            if PEOPLE in (count.unit, other.unit)
            and count.is_of_people
            and other.is_of_people
            and (count.state, count.amount.normal, count.is_part, count.is_elsewhen)
            == (other.state, other.amount.normal, other.is_part, other.is_elsewhen)
        ]
        if same and count.state is not None:
            found[same[0]] = _joined(found[same[0]], count)
        else:
            found.append(count)
    return found


def _says_exactly(a: Count, b: Count) -> bool:
    occasion = (a.key, a.is_part, a.is_elsewhen) == (b.key, b.is_part, b.is_elsewhen)
    return (
        occasion and a.state is not None and a.amount.value is not None and can_both_hold(a.amount, b.amount)
    )


def _joined(a: Count, b: Count) -> Count:
    return replace(
        a,
        amount=max((a.amount, b.amount), key=lambda amount: amount.high - amount.low),
        words=a.words | b.words,
        is_early=a.is_early or b.is_early,
        spans=(*a.spans, *b.spans),
        contexts=(*a.contexts, *b.contexts),
        clauses=(*a.clauses, *b.clauses),
    )


def _mentioned(article: Article, clauses: Sequence[Clause]) -> Iterator[Count]:
    spans = article.spans_of(*_CONTENT_KINDS) or [Span(0, len(article.text))]
    early = _opening(article)
    before: Span | None = None
    for span in spans:
        for sentence in _sentences(article.text, span):
            yield from _in(article, sentence, clauses, before, sentence.start < early)
            before = sentence


def _opening(article: Article) -> int:
    """Where the first sentence of the body ends: what stands before is headline and opening."""
    body = article.spans_of(BlockKind.BODY)
    return next(_sentences(article.text, body[0])).end if body else 0


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _in(
    article: Article, sentence: Span, clauses: Sequence[Clause], before: Span | None, is_early: bool
) -> Iterator[Count]:
    text = article.text
    written = sorted(
        (*find_amounts(text, *sentence), *noughts(text, sentence)), key=lambda amount: amount.span.start
    )
    measured = [m.span for m in find_measures(text, *sentence) if m.unit != "day"] if written else []
    amounts = [n for n in written if not any(n.span.touches(span) for span in measured)]
    for i, amount in enumerate(amounts):
        limit = amounts[i + 1].span.start if i + 1 < len(amounts) else sentence.end
        after = text[amount.span.end : limit]
        is_out_of = _OUT_OF.fullmatch(after) is not None
        if is_out_of:
            limit = amounts[i + 2].span.start if i + 2 < len(amounts) else sentence.end
            after = text[amounts[i + 1].span.end : limit]
        elif i and _OUT_OF.fullmatch(text[amounts[i - 1].span.end : amount.span.start]):
            continue
        lasting = _LASTING.search(text, sentence.start, amount.span.start) is not None
        noun, words = counted_noun(after, lasting)
        if amount.high == 1 and noun.endswith("s") and not after.lstrip().startswith("of "):
            continue  # "one more rocket falls"
        state = state_of(text, amount, sentence, limit)
        if state is None and noun and i + 1 < len(amounts) and _ROW.fullmatch(after):
            state = state_of(text, amounts[i + 1], sentence, sentence.end)
        whole = _WHOLE.search(text, sentence.start, amount.span.start)
        if state is None and before is not None and whole and whole.end() == amount.span.start:
            state = next(iter(states_in(WORD.findall(before.of(text)))), None)
        if not noun and (state is None or _is_hour(text, sentence.start, amount.span.start)):
            continue
        here = tuple(clause for clause in clauses if clause.span.touches(amount.span))
        yield Count(
            article,
            amount,
            unit_of(noun),
            noun or PEOPLE,
            words,
            state.name if state else None,
            is_running=state is not None and state.is_running,
            is_part=(PART.match(after) is not None and whole is None) or bool(words & _FURTHER) or is_out_of,
            is_early=is_early,
            is_elsewhen=any(c.is_elsewhen or _SINCE_A_YEAR.search(text, *c.sentence) for c in here),
            spans=(Span(*amount.span),),
            contexts=(frozenset(_content(sentence.of(text))) - {unit_of(noun)},),
            clauses=here,
            is_part_of_named=state is not None and _OF_NAMED.match(after) is not None,
        )


def _is_hour(text: str, start: int, end: int) -> bool:
    """True before "9 p.m.", but not where a number "stands at 9"."""
    return bool(_HOUR.search(text, start, end)) and not _STANDS.search(text, start, end)


def _content(sentence: str) -> set[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(sentence)}
    return {s for s in stems if usual_frequencies().get(s, 0.0) < _COMMON and not s.isdigit()}
