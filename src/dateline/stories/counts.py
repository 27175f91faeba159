"""How many: counts on several pages that speak of the same thing (codebook section 9)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model import Article, BlockKind, Fact, FactKind, Position, Reading, Span, Stance, Support
from dateline.stories.amounts import Amount, can_both_hold, find_amounts
from dateline.stories.likeness import published_day
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_COMMON = 0.2
_SHARED_CONTEXT = 2
_CONTEXT_SHARE = 0.3
_UNIT_WORDS = 3
_STOPS = word_list("ends a counted noun")
_TIME_UNITS = frozenset(stem(word) for word in word_list("unit of time"))
_PEOPLE = frozenset(stem(word) for word in word_list("person"))
_IRREGULAR = word_list("irregular plural")
_NO_UNIT = "people"


@dataclass(frozen=True)
class Count:
    """An amount of something, with the state it is counted in ("killed") and the words around it."""

    article: Article
    amount: Amount
    unit: str
    state: str | None
    is_running: bool
    context: frozenset[str]

    @property
    def key(self) -> tuple[str, str | None]:
        return self.unit, self.state


@cache
def _states() -> dict[str, tuple[str, bool]]:
    table = files("dateline.stories").joinpath("counted.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {stem(row["word"]): (row["state"], row["running"] == "yes") for row in rows}


def find_counts(article: Article) -> list[Count]:
    """The counts in headline and body, in order."""
    spans = article.spans_of(*_CONTENT_KINDS) or [Span(0, len(article.text))]
    return [
        count
        for span in spans
        for sentence in _sentences(article.text, span)
        for count in _in(article, sentence)
    ]


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _in(article: Article, sentence: Span) -> Iterator[Count]:
    text = article.text
    amounts = find_amounts(text, *sentence)
    for i, amount in enumerate(amounts):
        limit = amounts[i + 1].span.start if i + 1 < len(amounts) else sentence.end
        unit = _unit(text[amount.span.end : limit])
        state = _state(text, amount, sentence, limit)
        if unit is None and state is None:
            continue
        context = frozenset(_content(sentence.of(text))) - {unit or ""}
        label, running = state or (None, False)
        yield Count(article, amount, unit or _NO_UNIT, label, running, context)


def _unit(after: str) -> str | None:
    """The stem of what is counted: the last of the few words that follow without a break, plural first."""
    gap = re.match(r"\s*(?:of (?:the |them |those |these )?)?", after)
    tail = after[gap.end() :] if gap else after
    words: list[str] = []
    last = 0
    for match in WORD.finditer(tail):
        if tail[last : match.start()].strip() or match[0].lower() in _STOPS or len(words) == _UNIT_WORDS:
            break
        words.append(match[0].lower())
        last = match.end()
    for word in words:
        if stem(word) in _PEOPLE:
            return _NO_UNIT
        if word in _IRREGULAR:
            return stem(word)
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3 and stem(word) not in _states():
            return None if stem(word) in _TIME_UNITS else stem(word)
    return None


def _state(text: str, amount: Amount, sentence: Span, limit: int) -> tuple[str, bool] | None:
    """The state that is named nearest after the number, else just before it ("killing 12")."""
    after = WORD.findall(text[amount.span.end : min(limit, amount.span.end + 60)])[:5]
    before = WORD.findall(text[max(sentence.start, amount.span.start - 40) : amount.span.start])[-2:]
    for word in (*after, *reversed(before)):
        if stem(word.lower()) in _states():
            return _states()[stem(word.lower())]
    return None


def _content(sentence: str) -> set[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(sentence)}
    return {s for s in stems if usual_frequencies().get(s, 0.0) < _COMMON and not s.isdigit()}


def count_facts(readings: Sequence[Reading], family_of: Mapping[str, int]) -> list[Fact]:
    """Counts of one thing that two pages give, in the order of the pages; each count is used once."""
    by_page = [find_counts(reading.article) for reading in readings]
    groups: list[list[Count]] = []
    for page in by_page:
        taken: set[int] = set()
        for count in page:
            best = max(
                (n for n, group in enumerate(groups) if n not in taken and _fits(group, count)),
                key=lambda n: (max(_nearness(member, count) for member in groups[n]), -n),
                default=None,
            )
            if best is None:
                groups.append([count])
                taken.add(len(groups) - 1)
            else:
                groups[best].append(count)
                taken.add(best)
    facts = [_fact(group, by_page, family_of) for group in groups]
    return [fact for fact in facts if fact is not None]


def _fits(group: Sequence[Count], count: Count) -> bool:
    return all(member.article.id != count.article.id for member in group) and any(
        _same_thing(member, count) for member in group
    )


def _same_thing(a: Count, b: Count) -> bool:
    """The same unit and state, in sentences that have enough words in common."""
    if a.key != b.key:
        return False
    shared = len(a.context & b.context)
    return shared >= _SHARED_CONTEXT and shared >= _CONTEXT_SHARE * min(len(a.context), len(b.context))


def _nearness(a: Count, b: Count) -> float:
    return len(a.context & b.context) + 2 * can_both_hold(a.amount, b.amount) if _same_thing(a, b) else 0.0


def _fact(
    group: Sequence[Count], by_page: Sequence[Sequence[Count]], family_of: Mapping[str, int]
) -> Fact | None:
    """The fact of one group. A count that neither agrees with the others nor clashes with them has no position."""
    standard = min(group, key=lambda count: sum(_conflict(count, other, by_page) for other in group))
    differs = [count for count in group if _conflict(standard, count, by_page)]
    agrees = [count for count in group if _agree(standard, count)]
    apart = any(_is_independent(standard, count, family_of) for count in differs)
    if not apart and (differs or not any(_is_independent(standard, count, family_of) for count in agrees)):
        return None
    kept = [count for count in group if count in differs or count in agrees]
    if all(count.amount.value is None for count in kept):
        return None
    positions = tuple(_position(count, count in differs) for count in kept)
    label = " ".join(part for part in (_unit_word(standard), standard.state) if part)
    support = Support.CONFLICTING if apart else Support.CORROBORATED
    return Fact("", FactKind.QUANTITY, f"How many {label}", support, positions)


def _is_independent(a: Count, b: Count, family_of: Mapping[str, int]) -> bool:
    return family_of[a.article.id] != family_of[b.article.id]


def _agree(a: Count, b: Count) -> bool:
    return a is b or can_both_hold(a.amount, b.amount) or _is_update(a, b)


def _unit_word(count: Count) -> str:
    """What is counted, in the words of the page."""
    if count.unit == _NO_UNIT:
        return _NO_UNIT
    after = count.article.text[count.amount.span.end : count.amount.span.end + 80]
    return next(
        (word.lower() for word in WORD.findall(after) if stem(word.lower()) == count.unit), count.unit
    )


def _conflict(a: Count, b: Count, by_page: Sequence[Sequence[Count]]) -> bool:
    """Two counts that cannot both hold, unless one is the later state of a running total, or one page gives the other's
    number too.
    """
    if _agree(a, b):
        return False
    return not (_is_known_to(a, b.article, by_page) or _is_known_to(b, a.article, by_page))


def _is_known_to(count: Count, article: Article, by_page: Sequence[Sequence[Count]]) -> bool:
    return any(
        other.article.id == article.id
        and other.key == count.key
        and can_both_hold(other.amount, count.amount)
        for page in by_page
        for other in page
    )


def _is_update(a: Count, b: Count) -> bool:
    """True when the page of a later day has the higher running total."""
    first, second = published_day(a.article), published_day(b.article)
    if first is None or second is None or first == second or not (a.is_running and b.is_running):
        return False
    early, late = (a, b) if first < second else (b, a)
    return late.amount.high > early.amount.low


def _position(count: Count, differs: bool) -> Position:
    span = count.amount.span
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    return Position(count.article.id, stance, span.of(count.article.text), count.amount.normal, (span,))
