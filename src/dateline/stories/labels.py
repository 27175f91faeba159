"""Short neutral sentences made from the slots of events, never from one outlet's words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.model import Participant, Place, Status
from dateline.stories.occurrences import Occurrence
from dateline.stories.reports import EventReport
from dateline.stories.wordlists import word_list

_MOST_NAMES = 3


class Phrase(NamedTuple):
    """How an act is worded towards somebody, alone, and from the side of whom it is done to."""

    towards: str
    alone: str
    passive: str


_UNNAMED_ACT = Phrase("acts towards", "acts", "acted on")


def event_text(occurrence: Occurrence) -> str:
    """Who does what to whom, where, with the status unless it happened: "A visits B (planned)"."""
    report = occurrence.model
    text = _clause(report)
    if report.event.place is not None and not _is_told(report.event.place, report):
        text += f" in {report.event.place.name}"
    status = occurrence.status
    return text if status is Status.HAPPENED else f"{text} ({status.value})"


def _clause(report: EventReport) -> str:
    event, phrase = report.event, _phrase(report)
    source, target = _names(event.source), _names(event.target)
    if source:
        act = f"{phrase.towards} {target}" if target else phrase.alone
        return f"{source} {_plural(act) if _are_several(event.source) else act}"
    if target:
        return f"{target[0].upper()}{target[1:]} {phrase.passive}"
    return f"{event.trigger.lemma.capitalize() or event.plover.capitalize()} (no parties named)"


def _phrase(report: EventReport) -> Phrase:
    table, root = _phrases(), report.event.plover
    keys = [(root, group) for group in sorted(report.groups)] + [(root, "")]
    return next((table[key] for key in keys if key in table), _UNNAMED_ACT)


@cache
def _phrases() -> dict[tuple[str, str], Phrase]:
    table = files("dateline.stories").joinpath("act_phrases.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {(row["root"], row["group"]): Phrase(row["towards"], row["alone"], row["passive"]) for row in rows}


def _are_several(parties: Sequence[Participant]) -> bool:
    """Several names, or a group named by a common noun in the plural."""
    last = parties[0].name.split()[-1]
    is_plural = (last.islower() and last.endswith("s")) or last.lower() in word_list("irregular plural")
    return is_plural or len({party.name for party in parties}) > 1


def _plural(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    return f"{verb.removesuffix('s')} {rest}".rstrip()


def _names(parties: Sequence[Participant]) -> str:
    names = list(dict.fromkeys(party.name for party in parties))
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], "others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _is_told(place: Place, report: EventReport) -> bool:
    parties = (*report.event.source, *report.event.target)
    return any(place.name.casefold() == party.name.casefold() for party in parties)
