"""Counts and measures that belong to an act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.events.phrases import phrases
from dateline.model import MONTHS, Parse, Quantity, Span, Token

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: n for n, word in enumerate((*_UNITS, *_TEENS))} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
"""Words for whole numbers below a hundred, without those of two parts ("twenty-one")."""
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""Words that multiply the number before them."""
_BOUNDS = (
    (
        "at_least",
        re.compile(
            r"(?:at least|no fewer than|no less than|more than|over|upwards of|as many as)\s+\S{0,1}$",
            re.IGNORECASE,
        ),
    ),
    (
        "at_most",
        re.compile(r"(?:at most|up to|fewer than|less than|under|nearly|almost)\s+\S{0,1}$", re.IGNORECASE),
    ),
    (
        "about",
        re.compile(
            r"(?:about|around|some|roughly|approximately|an estimated|close to)\s+\S{0,1}$", re.IGNORECASE
        ),
    ),
)
_NOT_COUNTS = frozenset((*MONTHS, "percent", "%", "year"))


_PEOPLE = "people"
"""What is counted where those who take part are a bare number: "killed *12*"."""


def quantities_of(
    text: str, parse: Parse, trigger: Token, taking_part: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Numbers that modify a noun under the trigger, or its subject or object, and those who take part of whom only the number is told."""
    found = []
    below = {t.i for t in parse.subtree(trigger)} - {
        t.i
        for clause in parse.children(trigger, "conj", "ccomp", "relcl", "advcl")
        for t in parse.subtree(clause)
    }
    for token in parse.tokens:
        quantity = None
        if token.dep == "nummod" and token.i in below:
            quantity = _quantity(text, parse, token)
        elif token.tag == "CD" and any(span.start <= token.start < span.end for span in taking_part):
            quantity = _of_people(text, parse, token)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity(text: str, parse: Parse, number: Token) -> Quantity | None:
    counted = parse.head(number)
    if counted.lemma in _NOT_COUNTS or not counted.is_noun or counted.is_proper:
        return None
    return _counted(text, parse, number, counted.lemma, counted.end)


def _of_people(text: str, parse: Parse, number: Token) -> Quantity | None:
    """ "Killed *12*", "expelled *three of the diplomats*"."""
    if number.dep in ("nummod", "compound", "quantmod"):
        return None
    whole = next((t for t in phrases(parse, number, "of") if t.is_noun and not t.is_proper), None)
    if whole is not None:
        return _counted(text, parse, number, whole.lemma, whole.end)
    return _counted(text, parse, number, _PEOPLE, number.end)


def _counted(text: str, parse: Parse, number: Token, unit: str, end: int) -> Quantity | None:
    """A number with its unit and what bounds it; None where it cannot be read."""
    words = [t for t in parse.subtree(number) if t.i <= number.i and (t.tag == "CD" or t.lower in SCALES)]
    value = number_of([t.lower for t in words])
    if value is None:
        return None
    start = words[0].start
    before = text[max(parse.sentence.start, start - 24) : start]
    bound = next((name for name, pattern in _BOUNDS if pattern.search(before)), "exact")
    return Quantity(value, unit, bound, Span(start, end))


def number_of(words: list[str]) -> float | None:
    """The value of a number in figures or words ("1,200", "twenty-one", "3.5 million"); None where it cannot be read."""
    total, current, seen = 0.0, 0.0, False
    for word in (part for w in words for part in w.replace(",", "").split("-")):
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            current += float(word)
        else:
            continue
        seen = True
    return total + current if seen else None
