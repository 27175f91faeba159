"""Counts in a report: an amount, what is counted, and the state it is counted in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dateline.model import Article, BlockKind, Span
from dateline.stories.amounts import Amount, find_amounts
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_COMMON = 0.2
_UNIT_WORDS = 3
_STATE_WORDS = 5
_STATE_CHARACTERS = 60
_STOPS = word_list("ends a counted noun")
_TIME_UNITS = frozenset(stem(word) for word in word_list("unit of time"))
_PEOPLE = frozenset(stem(word) for word in word_list("person"))
_IRREGULAR = word_list("irregular plural")
_PART = re.compile(r"\s*of\s+(?:the|them|those|these|his|her|its|their)\b", re.IGNORECASE)
_TOLL = re.compile(r"\btoll\b[^.;:]*\b(?:to|at|of|is|was|reached)\s+$", re.IGNORECASE)
_LASTING = re.compile(r"\bfor\s+$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()]|\band\b|\bwhen\b|\bafter\b|\bwho\b", re.IGNORECASE)
PEOPLE = "people"


@dataclass(frozen=True)
class Count:
    """An amount of something on one page, with all the places where the page gives it.

    `unit` is the stem of what is counted, `noun` the page's word for it, `words` the stems up to it; `state` is what became
    of them ("killed"), `is_running` whether such a number may grow, `is_part` whether it counts some of a larger number
    ("three of them"), `is_early` whether it stands in headline or opening, `contexts` the telling stems around each place.
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
    spans: tuple[Span, ...]
    contexts: tuple[frozenset[str], ...]

    @property
    def is_time(self) -> bool:
        """True when it says how long something lasted."""
        return self.unit in _TIME_UNITS

    @property
    def key(self) -> tuple[str, str | None]:
        return self.unit, self.state


@cache
def _states() -> dict[str, tuple[str, bool]]:
    table = files("dateline.stories").joinpath("counted.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {stem(row["word"]): (row["state"], row["running"] == "yes") for row in rows}


def find_counts(article: Article) -> list[Count]:
    """The counts in headline and body, in order; what a page gives several times is one count."""
    found: dict[tuple[str, str | None, str, bool], Count] = {}
    for count in _mentioned(article):
        key = (*count.key, count.amount.normal, count.is_part)
        known = found.get(key)
        found[key] = count if known is None else _joined(known, count)
    return list(found.values())


def _joined(a: Count, b: Count) -> Count:
    return replace(
        a,
        words=a.words | b.words,
        is_early=a.is_early or b.is_early,
        spans=(*a.spans, *b.spans),
        contexts=(*a.contexts, *b.contexts),
    )


def _mentioned(article: Article) -> Iterator[Count]:
    spans = article.spans_of(*_CONTENT_KINDS) or [Span(0, len(article.text))]
    early = _opening(article)
    for span in spans:
        for sentence in _sentences(article.text, span):
            yield from _in(article, sentence, sentence.start < early)


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


def _in(article: Article, sentence: Span, is_early: bool) -> Iterator[Count]:
    text = article.text
    amounts = find_amounts(text, *sentence)
    for i, amount in enumerate(amounts):
        limit = amounts[i + 1].span.start if i + 1 < len(amounts) else sentence.end
        after = text[amount.span.end : limit]
        lasting = _LASTING.search(text, sentence.start, amount.span.start) is not None
        noun, words = _counted(after, lasting)
        state = _state(text, amount, sentence, limit)
        if not noun and state is None:
            continue
        unit = _unit(noun)
        context = frozenset(_content(sentence.of(text))) - {unit}
        label, running = state or (None, False)
        is_part = _PART.match(after) is not None
        spans, contexts = (Span(*amount.span),), (context,)
        yield Count(
            article, amount, unit, noun or PEOPLE, words, label, running, is_part, is_early, spans, contexts
        )


def _counted(after: str, lasting: bool) -> tuple[str, frozenset[str]]:
    """The word for what is counted, with the stems up to it: of the few words that follow without a break the first in
    the plural. Units of time count only where something lasts ("for three hours").
    """
    gap = re.match(r"\s*(?:of (?:the |them |those |these )?(?:were |are )?)?", after)
    tail = after[gap.end() :] if gap else after
    words: list[str] = []
    last = 0
    for match in WORD.finditer(tail):
        word = match[0].lower()
        is_end = word in _STOPS and not (lasting and stem(word) in _TIME_UNITS)
        if tail[last : match.start()].strip() or is_end or len(words) == _UNIT_WORDS:
            break
        words.append(word)
        last = match.end()
        if _is_counted(word) or (lasting and stem(word) in _TIME_UNITS):
            is_time = stem(word) in _TIME_UNITS and not lasting
            return ("", frozenset()) if is_time else (word, frozenset(stem(w) for w in words))
    return "", frozenset()


def _is_counted(word: str) -> bool:
    if stem(word) in _PEOPLE or word in _IRREGULAR:
        return True
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and stem(word) not in _states()


def _unit(noun: str) -> str:
    return PEOPLE if not noun or stem(noun) in _PEOPLE else stem(noun)


def _state(text: str, amount: Amount, sentence: Span, limit: int) -> tuple[str, bool] | None:
    """The state that the word just before the number names ("killing 12"), or a toll, else the nearest after the number
    in its clause ("12 people were killed"). Of "two of the wounded died" it is what became of the two.
    """
    start = amount.span.start
    before = text[sentence.start : start]
    if _TOLL.search(before):
        return _states()[stem("dead")]
    near = WORD.findall(before)[-1:] if before[-1:].isspace() else []
    tail = text[amount.span.end : min(limit, amount.span.end + _STATE_CHARACTERS)]
    part = _PART.match(tail)
    end = _CLAUSE_END.search(tail)
    after = WORD.findall(tail[: end.start()] if end else tail)[: _STATE_WORDS + bool(part)]
    known = [_states()[stem(w.lower())] for w in (*near, *after) if stem(w.lower()) in _states()]
    return known[1 if part and len(known) > 1 else 0] if known else None


def _content(sentence: str) -> set[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(sentence)}
    return {s for s in stems if usual_frequencies().get(s, 0.0) < _COMMON and not s.isdigit()}
