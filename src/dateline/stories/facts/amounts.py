"""Numbers as they are written, and whether two of them can both be true (codebook section 9, rule 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, inf, log10

from dateline.events import NUMBER_WORDS, SCALES
from dateline.model import Span

_VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 99_999),
    "millions": (2_000_000, 999_999_999),
    "several": (3, 20),
    "few": (2, 20),
    "couple": (2, 4),
    "many": (3, inf),
}
_ROUND = {"a hundred": 100.0, "a thousand": 1_000.0, "a million": 1_000_000.0}
_SINGLE = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_TENS = [word for word, value in NUMBER_WORDS.items() if value >= 20]
_UNITS = [word for word, value in NUMBER_WORDS.items() if 1 <= value <= 9]
HEDGE = r"""(?P<hedge>(?:at\ least|at\ most|(?:(?:a\ )?(?:little|bit|well|just|slightly|far|no|not)\ )?(?:more|fewer|less)\ than
        |as\ many\ as|as\ much\ as|as\ few\ as|up\ to|upwards\ of|(?:(?:just|well|a\ little|slightly)\ )?(?:over|under|above|below)
        |about|around|some|nearly|almost|roughly|approximately|an\ estimated|close\ to|not\ quite|in\ the\ region\ of)\s+)?"""
"""Words before a number that say how exactly it is meant; for a verbose, case-blind expression."""
_NUMBER = re.compile(
    rf"""{HEDGE}
    (?P<number>(?<![\w.,$€£-])\d{{1,3}}(?:,\d{{3}})+(?![\w%]|,\d)|(?<![\w.,$€£:/-])\d+(?:\.\d+)?(?![\w%:/-]|[.,]\d)
        |(?<![\w-])(?:a\ (?:hundred|thousand|million)|a\ dozen|half\ a\ dozen|two\ dozen|three\ dozen
        |(?:{"|".join(_TENS)})[-\s](?:{"|".join(_UNITS)})|{_SINGLE})(?![\w-])
        |(?<![\w-])(?P<vague>{"|".join(_VAGUE)})(?![\w-]))
    (?:\s+(?P<scale>{"|".join(SCALES)})(?!\w))?""",
    re.VERBOSE | re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"at least|(?:(?!no |not )\w+ |a little )?more than|(?:no|not) (?:fewer|less) than|.*\b(?:over|above)|upwards of"
)
_AT_MOST = re.compile(
    r"at most|(?:no|not) more than|(?:(?!no |not )\w+ |a little )?(?:fewer|less) than|up to|as (?:many|much) as|.*\b(?:under|below)"
)
_ROUNDING = 0.05
_ONE_OF = re.compile(r"one\s+of\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\bno\s+$", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*|\.)"
_AFTER_MONTH = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_BEFORE_MONTH = re.compile(rf"(?:st|nd|rd|th)?\s+{_MONTH}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: the values that it allows, and the one it names (None for "dozens")."""

    low: float
    high: float
    value: float | None
    span: Span

    @property
    def normal(self) -> str:
        """A digit, or the range of a vague word."""
        if self.value is not None:
            return f"{self.value:g}" if self.value < 1e6 else f"{self.value:.0f}"
        return f"{self.low:g}+" if self.high == inf else f"{self.low:g}-{self.high:g}"

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


def find_amounts(text: str, start: int, end: int) -> list[Amount]:
    """The amounts of a stretch of text, without years, shares, sums of money and times."""
    found = []
    for match in _NUMBER.finditer(text, start, end):
        if _is_day_of_month(text, match) or _is_no_number(text, match):
            continue
        amount = _amount(match)
        if amount is not None:
            found.append(amount)
    return found


def _is_no_number(text: str, match: re.Match[str]) -> bool:
    """True in "one of them" and "no one"."""
    first = match.start("number")
    return bool(_ONE_OF.match(text, first) or _NO_ONE.search(text, max(0, first - 4), first))


def _is_day_of_month(text: str, match: re.Match[str]) -> bool:
    """True in "11 September" and "Sept. 11"."""
    number = match["number"]
    if not (number.isdigit() and int(number) <= 31) or match["scale"]:
        return False
    before = text[max(0, match.start("number") - 12) : match.start("number")]
    return bool(_AFTER_MONTH.search(before) or _BEFORE_MONTH.match(text, match.end("number")))


def _amount(match: re.Match[str]) -> Amount | None:
    words = re.sub(r"\s+", " ", match["number"].lower())
    span = Span(match.start(), match.end())
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    if match["vague"]:
        low, high = _VAGUE[words]
        return Amount(low * scale, high * scale, None, span)
    value = _value(words) * scale
    if words.isdigit() and len(words) == 4 and 1500 <= value <= 2100 and not match["hedge"] and scale == 1:
        return None
    hedge = re.sub(r"\s+", " ", (match["hedge"] or "").strip().lower())
    return Amount(*bounds(value, hedge), value, span)


def _value(words: str) -> float:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in _ROUND:
        return _ROUND[words]
    if words.endswith("dozen"):
        return {"a": 12.0, "half a": 6.0, "two": 24.0, "three": 36.0}[words.removesuffix(" dozen")]
    return float(sum(NUMBER_WORDS[part] for part in re.split(r"[-\s]", words)))


def bounds(value: float, hedge: str) -> tuple[float, float]:
    """Bounds hold literally; hedges of rounding allow the unit of the last digit that is not a nought."""
    if _AT_LEAST.fullmatch(hedge):
        return value, inf
    if _AT_MOST.fullmatch(hedge):
        return 0.0, value
    if hedge:
        slack = max(_ROUNDING * value, _last_unit(value))
        return value - slack, value + slack
    return value, value


def _last_unit(value: float) -> float:
    if value <= 0 or value != floor(value):
        return 0.0
    unit = 1.0
    while value % (unit * 10) == 0 and unit * 10 <= 10 ** floor(log10(value)):
        unit *= 10
    return unit / 2 if unit > 1 else 0.0


def can_both_hold(a: Amount, b: Amount) -> bool:
    """True when some value is allowed by both, with round numbers (300, 20,000) taken as rounded."""
    first, second = _widened(a, b), _widened(b, a)
    return max(first[0], second[0]) <= min(first[1], second[1])


def _widened(a: Amount, other: Amount) -> tuple[float, float]:
    """A large round number beside a number that is not round may be a rounding of it."""
    if (
        a.is_exact
        and a.value is not None
        and a.value >= 100
        and _last_unit(a.value) > _last_unit(other.value or 1)
    ):
        slack = min(_last_unit(a.value), _ROUNDING * a.value)
        return a.low - slack, a.high + slack
    return a.low, a.high
