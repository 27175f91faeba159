"""Lines of examples as pairs to learn from, varied anew each time: values put in, sides changed, weekdays and numbers moved, sentences set beside them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from training.pair_lines import KINDS, RELATIONS, Line, Value

AGREE, CONFLICT, OTHER = range(len(RELATIONS))
_BESIDE, _HEADLINE, _TWICE, _MOVED = 0.2, 0.1, 0.3, 0.5
"""Shares of rows with a sentence beside them, without their full stop, with two values put in, and of lines with other numbers."""
_NEIGHBOURS = 6
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile("|".join(_DAYS))
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*(?![\d.,]*\d)(?!-)")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Side:
    """A text and the values in it: where each begins and ends, and the number of its kind from one."""

    text: str
    values: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True)
class Row:
    """A pair to learn from. `is_marked` where it is known which words differ; else only that they do."""

    a: Side
    b: Side
    relation: int
    kinds: frozenset[int]
    is_marked: bool


def words_of_number(number: int) -> str:
    """A number below a hundred in words."""
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


_BY_WORDS = {words_of_number(n): n for n in range(2, 100)}
_IN_WORDS = re.compile(
    rf"\b(?:{'|'.join(sorted(_BY_WORDS, key=len, reverse=True))})\b(?![- ](?:hundred|thousand|million|billion))",
    re.IGNORECASE,
)


def rows(found: Sequence[Line], like: Sequence[Sequence[str]]) -> Iterator[Row]:
    """All pairs of some lines, varied by `random`; `like` has for each line sentences of others that are like it."""
    for line, others in zip(found, like, strict=True):
        for row in _rows(moved(line), others):
            yield _varied(row, line, others)


def rows_beside(paragraphs: Sequence[Sequence[str]], number: int) -> Iterator[Row]:
    """Some sentences that stand together in one paragraph: of one story, and of different matters."""
    for sentences in random.sample(paragraphs, min(number, len(paragraphs))):
        a, b = random.sample(sentences, 2)
        yield Row(Side(a), Side(b), OTHER, frozenset(), is_marked=True)


def _rows(line: Line, others: Sequence[str]) -> Iterator[Row]:
    a, b = Side(line.a), Side(line.b)
    yield Row(a, b, AGREE, frozenset(), is_marked=True)
    for value in line.values:
        if value.softer:
            vaguer = Side(put(line.b, value.b, random.choice(value.softer)))
            yield Row(a, vaguer, AGREE, frozenset(), is_marked=True)
    if not line.values:
        yield Row(a, b, AGREE, frozenset(), is_marked=True)
    for text in line.same:
        yield Row(a if random.random() < 0.7 else b, Side(text), AGREE, frozenset(), is_marked=True)
    yield from _twins(line)
    for value in line.values:
        yield _contradicted(line, [value])
    if len(line.values) > 1 and random.random() < _TWICE:
        two = random.sample(line.values, 2)
        yield _contradicted(line, two if _are_apart(line, two) else two[:1])
    for text in line.status:
        whole = a if random.random() < 0.7 else b
        yield Row(whole, Side(text), CONFLICT, frozenset((len(KINDS),)), is_marked=False)
    for text in random.sample(line.near, 1):
        yield Row(a if random.random() < 0.6 else b, Side(text), OTHER, frozenset(), is_marked=True)
    yield Row(a, Side(random.choice(others)), OTHER, frozenset(), is_marked=True)


def _twins(line: Line) -> Iterator[Row]:
    """The second text beside itself with another value, and with a vaguer one: what is compared stands in one place."""
    told = tuple(replace(value, a=value.b) for value in line.values)
    twin = replace(line, a=line.b, values=told)
    if told:
        yield _contradicted(twin, [random.choice(told)])
    vaguer = [value for value in told if value.softer]
    if vaguer:
        value = random.choice(vaguer)
        other = Side(put(line.b, value.b, random.choice(value.softer)))
        yield Row(Side(line.b), other, AGREE, frozenset(), is_marked=True)


def _contradicted(line: Line, values: Sequence[Value]) -> Row:
    """The second text with other values; all of them are marked."""
    ranked = sorted(values, key=lambda value: line.b.index(value.b))
    text, at, first, second = "", 0, [], []
    for value in ranked:
        start, words = line.b.index(value.b), random.choice(value.other)
        kind = KINDS.index(value.kind) + 1
        text += line.b[at:start]
        words = words[:1].upper() + words[1:] if not text else words
        second.append((len(text), len(text) + len(words), kind))
        first.append((line.a.index(value.a), line.a.index(value.a) + len(value.a), kind))
        text, at = text + words, start + len(value.b)
    b = Side(text + line.b[at:], tuple(second))
    kinds = frozenset(kind for *_, kind in second)
    return Row(Side(line.a, tuple(first)), b, CONFLICT, kinds, is_marked=True)


def _are_apart(line: Line, values: Sequence[Value]) -> bool:
    """Whether no values lie on the same words of the second text."""
    spans = sorted((line.b.index(value.b), line.b.index(value.b) + len(value.b)) for value in values)
    return all(one[1] <= other[0] for one, other in pairwise(spans))


def put(text: str, words: str, others: str) -> str:
    """A text with other words in the place of some; a capital stays at its beginning."""
    at = text.index(words)
    if at == 0:
        others = others[:1].upper() + others[1:]
    return text[:at] + others + text[at + len(words) :]


def _varied(row: Row, line: Line, others: Sequence[str]) -> Row:
    """A row with its sides in any order, now and then as a headline, or with another sentence beside it."""
    a, b = row.a, row.b
    if row.relation != OTHER and random.random() < _BESIDE:
        b = _beside(random.choice(line.near), b)
    elif random.random() < _BESIDE / 2:
        a = _beside(random.choice(others), a)
    if random.random() < _HEADLINE:
        a = _as_headline(a)
    return replace(row, a=a, b=b) if random.random() < 0.5 else replace(row, a=b, b=a)


def _as_headline(side: Side) -> Side:
    """A side without its full stop, in its values as well."""
    text = side.text.rstrip(".")
    return Side(text, tuple((start, min(end, len(text)), kind) for start, end, kind in side.values))


def _beside(sentence: str, side: Side) -> Side:
    """A side with another sentence before it or after it."""
    if random.random() < 0.5:
        return Side(f"{side.text} {sentence}", side.values)
    shift = len(sentence) + 1
    return Side(
        f"{sentence} {side.text}",
        tuple((start + shift, end + shift, kind) for start, end, kind in side.values),
    )


def moved(line: Line) -> Line:
    """A line of other weekdays, and half of the time of other numbers where a value is one on both sides."""
    days = random.randrange(7)

    def other_day(text: str) -> str:
        return _DAY.sub(lambda day: _DAYS[(_DAYS.index(day[0]) + days) % 7], text)

    line = _changed(line, other_day)
    for value in line.values:
        if value.kind in ("number", "amount") and random.random() < _MOVED:
            line = _renumbered(line, value)
    return line


def _changed(line: Line, change: object) -> Line:
    """A line all of whose texts are changed alike."""
    assert callable(change)

    def every(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(change(text) for text in texts)

    values = tuple(
        Value(v.kind, change(v.a), change(v.b), every(v.other), every(v.softer)) for v in line.values
    )
    same = every(line.same)
    return Line(change(line.a), change(line.b), values, every(line.status), every(line.near), same)


def _renumbered(line: Line, value: Value) -> Line:
    """The line with another number for a value that is one whole number, the same on both sides; its vaguer forms fall away."""
    numbers = [_only_number(text) for text in (value.a, value.b, *value.other)]
    if None in numbers or len(set(numbers[:2])) != 1 or not numbers[0] or numbers[0] < 2:
        return line
    own = max(2, round(numbers[0] * random.uniform(0.5, 2.0)))
    rest = [max(2, round(own * random.choice((0.4, 0.6, 0.75, 1.3, 1.6, 2.2)))) for _ in value.other]
    if own in rest:
        return line
    new = Value(
        value.kind,
        _with_number(value.a, own),
        _with_number(value.b, own),
        tuple(_with_number(text, number) for text, number in zip(value.other, rest, strict=True)),
        (),
    )
    a, b = put(line.a, value.a, new.a), put(line.b, value.b, new.b)
    values = tuple(new if v is value else v for v in line.values)
    changed = Line(a, b, values, line.status, line.near)  # what else agrees has the old number
    is_sound = all(a.count(v.a) == 1 and b.count(v.b) == 1 for v in values)
    return changed if is_sound else line


def _only_number(text: str) -> int | None:
    """The one exact number in a few words; None where there is none, or more, or it is hedged."""
    if re.search(
        r"\b(?:about|some|nearly|almost|over|least|than|around|up to|dozen|million|billion|point|per)\b", text
    ):
        return None
    digits, words = _DIGITS.findall(text), _IN_WORDS.findall(text)
    if len(digits) + len(words) != 1 or len(re.findall(r"\d+", text.replace(",", ""))) != len(digits):
        return None
    return int(digits[0].replace(",", "")) if digits else _BY_WORDS[words[0].lower()]


def _with_number(text: str, number: int) -> str:
    """The words with another number, written in one way or the other."""
    written = f"{number:,}"
    if number < 100 and "%" not in text and random.random() < 0.5:
        written = words_of_number(number)
    if match := _IN_WORDS.search(text):
        written = written.capitalize() if match[0][0].isupper() else written
        return text[: match.start()] + written + text[match.end() :]
    return _DIGITS.sub(written, text, count=1)


def like_sentences(found: Sequence[Line]) -> list[list[str]]:
    """For each line the sentences of other lines that share the rarest words with it."""
    bags = [Counter({w.lower() for w in _WORD.findall(f"{line.a} {line.b}") if len(w) > 3}) for line in found]
    often = Counter(word for bag in bags for word in bag)
    made = []
    for n, bag in enumerate(bags):
        scores = [
            (sum(log(len(bags) / often[word]) for word in bag & other), -m)
            for m, other in enumerate(bags)
            if m != n
        ]
        best = [-m for _, m in sorted(scores, reverse=True)[:_NEIGHBOURS]]
        made.append([text for m in best for text in (found[m].a, found[m].b)])
    return made
