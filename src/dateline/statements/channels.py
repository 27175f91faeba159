"""How the words reached the page (codebook section 4, rule 11). The phrases are in `data/channels.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import ActorKind, Channel, DataError, Mentions, Span
from dateline.statements.report import Report

KINDS = frozenset(
    "readout written_statement press_conference speech interview broadcast social_media letter document court "
    "parliament conversation outlet".split()
)
_WORD = r"[A-Z][\w&-]*(?:\.(?=\s[A-Z]))?(?:[’'](?!s\b)\w+)?"
_NAME = rf"(?P<name>(?:[Tt]he\s+)?{_WORD}(?:\s+(?:of\s+|and\s+|the\s+)?{_WORD})*(?:[’']s\s+(?:office|government|ministry|press service|{_WORD}(?:\s+{_WORD})*))?)"
_LINKS = "in|at|on|by|to|and|with|through|during|after|before|from|via"
_SAME_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class ChannelPhrase:
    """A row of the table: what kind of channel a phrase names; its pattern may hold `NAME`."""

    kind: str
    pattern: re.Pattern[str]
    example: str


@cache
def channel_phrases() -> tuple[ChannelPhrase, ...]:
    """The packaged table, in order of precedence.

    Raises:
        DataError: a row has an unknown kind, or a pattern that is no regular expression.
    """
    rows = []
    for number, row in enumerate(_table("channels.csv"), 2):
        try:
            pattern = re.compile(row["pattern"].replace("NAME", _NAME))
        except re.error as error:
            raise DataError(f"statements/data/channels.csv, row {number}: {error}") from error
        if row["kind"] not in KINDS:
            raise DataError(f"statements/data/channels.csv, row {number}: unknown kind {row['kind']}")
        rows.append(ChannelPhrase(row["kind"], pattern, row["example"]))
    return tuple(rows)


@cache
def _languages() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {row["language"]: row["code"] for row in _table("languages.csv")}
    names = "|".join(sorted(codes, key=len, reverse=True))
    return re.compile(
        rf"\b(?:in|from(?: the)?(?: original)?)\s+({names})\b(?=\s*(?:[,.;)\x00]|$|(?:{_LINKS})\b))"
    ), codes


def _table(name: str) -> Iterator[dict[str, str]]:
    table = resources.files("dateline.statements") / "data" / name
    yield from csv.DictReader(table.read_text("utf-8").splitlines())


def channel_of(
    text: str, report: Report, content: tuple[Span, ...], mentions: Mentions | None
) -> Channel | None:
    """The channel that the words around a cue name, if any. Words inside the content do not count."""
    outside = _outside(text, report, content)
    language = _language(outside)
    for phrase in channel_phrases():
        found = phrase.pattern.search(outside)
        if found is not None:
            start = report.sentence.start
            name = found.groupdict().get("name")
            named = name is not None and phrase.kind in ("outlet", "social_media", "broadcast")
            span = found.span("name") if named else _with_language(outside, found)
            return Channel(phrase.kind, _clean(name), language, (Span(start + span[0], start + span[1]),))
    return _outlet(text, report, mentions)


def _outside(text: str, report: Report, content: tuple[Span, ...]) -> str:
    """The sentence of the cue with its content blanked."""
    start, end = report.sentence.start, max(report.sentence.end, report.right)
    letters = list(text[start : min(end, start + _SAME_SENTENCE)])
    for span in content:
        for at in range(max(span.start, start), min(span.end, start + len(letters))):
            letters[at - start] = "\x00"
    return "".join(letters).replace("\xa0", " ")


def _language(outside: str) -> str | None:
    pattern, codes = _languages()
    found = pattern.search(outside)
    return codes[found[1]] if found else None


def _with_language(outside: str, found: re.Match[str]) -> tuple[int, int]:
    """The phrase, with "in remarks quoted in Russian" before it."""
    before = re.search(
        r"(?:in\s+(?:remarks|comments|words)\s+)?(?:quoted|carried|given)?\s*in\s+[A-Z]\w+\s+$",
        outside[: found.start()],
    )
    return (before.start() if before else found.start(), found.end())


def _outlet(text: str, report: Report, mentions: Mentions | None) -> Channel | None:
    """An outlet that was told, or that reports in its own name."""
    for span in (report.addressee, report.speaker):
        mention = mentions.at(span) if mentions is not None and span is not None else None
        if span is not None and mention is not None and mention.kind is ActorKind.OUTLET:
            is_broadcast = re.search(
                r"\b(?:broadcaster|television|TV|radio|channel)\b", span.of(text), re.IGNORECASE
            )
            return Channel("broadcast" if is_broadcast else "outlet", mention.name, None, (span,))
    return None


def _clean(name: str | None) -> str | None:
    return re.sub(r"^[Tt]he\s+", "", re.sub(r"\s+", " ", name)).strip(" .,") if name else None
