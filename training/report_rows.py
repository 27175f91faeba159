"""Pairs of sentences of two reports, as the reader of contradictions learns from them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from dateline.model import Span
from training.pair_lines import KINDS
from training.pair_rows import AGREE, CONFLICT, OTHER, Row, Side
from training.report_lines import Answers, ReportPair

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”\"’)]*(?=\s+[“\"‘(A-Z0-9])|(?=\n)|$)", re.MULTILINE)
_KIND = {
    "quantity": "number",
    "date": "date",
    "place": "place",
    "participant": "participant",
    "status": "status",
}
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_OTHERS = 8


def sentences(text: str) -> list[Span]:
    """The sentences of a report, its headline among them."""
    return [Span(*match.span()) for match in _SENTENCE.finditer(text)]


def report_rows(pair: ReportPair) -> Iterator[Row]:
    """Each two sentences that answer one question, and some of those that share words and answer none."""
    a, b = sentences(pair.a.text), sentences(pair.b.text)
    answered: dict[tuple[int, int], list[Answers]] = {}
    for fact in pair.facts:
        place = _at(a, fact.a), _at(b, fact.b)
        answered.setdefault(place, []).append(fact)
    for (i, j), facts in answered.items():
        yield _row(pair, a[i], b[j], facts)
    rest = [(i, j) for i in range(len(a)) for j in range(len(b)) if (i, j) not in answered]
    rest.sort(key=lambda at: -_shared(pair.a.text, a[at[0]], pair.b.text, b[at[1]]) - random.random())
    for i, j in rest[: _OTHERS // 2] + random.sample(rest, min(len(rest), _OTHERS // 2)):
        yield Row(
            Side(_text(pair.a.text, a[i])), Side(_text(pair.b.text, b[j])), OTHER, frozenset(), is_marked=True
        )


def _row(pair: ReportPair, a: Span, b: Span, facts: Sequence[Answers]) -> Row:
    rivals = [fact for fact in facts if fact.relation == "conflict"]
    first = tuple((f.a.start - a.start, f.a.end - a.start, _kind(f)) for f in rivals)
    second = tuple((f.b.start - b.start, f.b.end - b.start, _kind(f)) for f in rivals)
    kinds = frozenset(_kind(fact) for fact in rivals)
    return Row(
        Side(_text(pair.a.text, a), first),
        Side(_text(pair.b.text, b), second),
        CONFLICT if rivals else AGREE,
        kinds,
        is_marked=True,
    )


def _kind(fact: Answers) -> int:
    return KINDS.index(_KIND[fact.kind]) + 1


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _at(found: Sequence[Span], words: Span) -> int:
    return next((n for n, span in enumerate(found) if span.start <= words.start < span.end), len(found) - 1)


def _shared(first: str, a: Span, second: str, b: Span) -> int:
    words = [set(_WORD.findall(_text(text, span).lower())) for text, span in ((first, a), (second, b))]
    return len(words[0] & words[1])
