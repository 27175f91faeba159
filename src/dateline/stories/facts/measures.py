"""Measures and amounts of money as they are written: "640 kilos of cocaine", "C$24m", "a fortnight" (codebook section 9, rule 3)."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.events import NUMBER_WORDS, SCALES
from dateline.model import Span
from dateline.stories.facts.amounts import HEDGE, Amount, bounds
from dateline.stories.stems import stem

_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_OF_WHAT = re.compile(r"\s+of\s+(?:(?:the|an?|all|its|his|her|their|this|that|these|those)\s+)?([^\W\d_]+)")
_SUBJECT = re.compile(
    r"\b([^\W\d_]{4,}) (?:of|was|is|were|stood at|stands at|reached|fell to|rose to|at|totalled) $"
)
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its amount in the unit of its dimension ("kg", "EUR"), the stem and the word of what is
    measured, if the words say, the words of the unit, and the stem of what has the measure ("turnout was 61 per cent").
    """

    amount: Amount
    unit: str
    of: str | None
    words: str
    what: str = ""
    subject: str | None = None

    @property
    def span(self) -> Span:
        return self.amount.span

    @property
    def is_money(self) -> bool:
        return self.unit in _currencies().values()


def find_measures(text: str, start: int, end: int) -> list[Measure]:
    """The measures of a stretch of text, in order."""
    found = []
    for match in _pattern().finditer(text, start, end):
        if (unit := _unit(match)) is None:
            continue
        name, factor = unit
        value = _value(match) * factor
        hedge = re.sub(r"\s+", " ", (match["hedge"] or "").strip().lower())
        low, high = bounds(value, hedge)
        span = Span(match.start("value"), match.end())
        what = _OF_WHAT.match(text, match.end(), end)
        subject = _SUBJECT.search(text, start, match.start())
        words = re.sub(r"\s+", " ", (match["unit"] or match["symbol"]).lower())
        found.append(
            Measure(
                Amount(low, high, value, span),
                name,
                stem(what[1].lower()) if what else None,
                words,
                what[1] if what else "",
                stem(subject[1].lower()) if subject else None,
            )
        )
    return found


def _value(match: re.Match[str]) -> float:
    number = match["number"].lower()
    scale = (match["scale"] or "").lower()
    times = SCALES.get(scale, 0) or _SHORT_SCALES.get(scale, 1)
    if number[0].isdigit():
        return float(number.replace(",", "")) * times
    if number in ("a", "an"):
        return 1.0 * times
    return float(sum(NUMBER_WORDS[part] for part in re.split(r"[-\s]", number))) * times


def _unit(match: re.Match[str]) -> tuple[str, float] | None:
    if match["symbol"]:
        return _currencies()[match["symbol"].upper()], 1.0
    words = re.sub(r"\s+", " ", match["unit"].lower())
    if words in _units():
        return None if match["number"].lower() in ("a", "an") and words != "fortnight" else _units()[words]
    return _currencies()[words], 1.0


@cache
def _units() -> dict[str, tuple[str, float]]:
    table = files("dateline.stories").joinpath("data", "units.csv").read_text(encoding="utf-8")
    return {row["word"]: (row["unit"], float(row["factor"])) for row in csv.DictReader(table.splitlines())}


@cache
def _currencies() -> dict[str, str]:
    """Codes by symbols in upper case and by words in lower case, those in the plural with them."""
    table = files("dateline.stories").joinpath("data", "currencies.csv").read_text(encoding="utf-8")
    codes: dict[str, str] = {}
    for row in csv.DictReader(table.splitlines()):
        codes[row["word"]] = row["code"]
        if row["note"].startswith("word"):
            codes[row["word"] + "s"] = row["code"]
    return codes


@cache
def _pattern() -> re.Pattern[str]:
    def either(words: list[str]) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))

    symbols = either([word for word in _currencies() if not word[-1].isalpha()])
    units = either([*_units(), *(word for word in _currencies() if word[-1].isalpha())])
    scales = "|".join(SCALES)
    return re.compile(
        rf"""{HEDGE}(?P<value>(?:(?P<symbol>(?<!\w)(?:{symbols}))\s?)?
        (?P<number>(?<![\w.,:/-])(?:(?<=\$)|(?<=[€£¥]))?\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:(?:{_WORDS})(?:[-\s](?:{_WORDS}))?|an?)\b)
        (?:[\s-]?(?P<scale>{scales}|(?<=\d)(?:mn|bn|tn|[mk]))\b)?
        (?(symbol)|[\s-]?(?P<unit>{units})(?!\w)))""",
        re.VERBOSE | re.IGNORECASE,
    )
