"""Short plain sentences that name an event, made from its slots and the trigger's own verb."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.model import Participant, Place, Status
from dateline.stories.events.acts import SYMMETRIC_ROOTS
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.facts.amounts import find_amounts
from dateline.stories.labels.predicates import (
    Verb,
    calls_off,
    is_after_preposition,
    named_mentions,
    object_of,
    subject_before,
    verb_of,
)
from dateline.stories.labels.verbs import active, being, passive
from dateline.stories.speakers import is_known
from dateline.stories.wordlists import word_list

_MOST_NAMES = 3


class Phrase(NamedTuple):
    """How an act is worded without the page's verb: base forms, towards somebody and alone, and of whom it is done to."""

    towards: str
    alone: str
    passive: str


def plain_text(occurrence: Occurrence, spoken_by: EventReport | None = None) -> str:
    """Who does what to whom, where: "A visits B", "A is to visit B", "A does not visit B", "A may visit B". The words are those of one
    report: `spoken_by`, else the one that says most.
    """
    report = spoken_by or occurrence.model
    text = _without_disputed_number(_clause(report, occurrence.status), occurrence, report)
    place = occurrence.slots.place
    if place is not None and not _is_told(place, text):
        text += f" in {place.name}"
    return text[:1].upper() + text[1:]


def _without_disputed_number(text: str, occurrence: Occurrence, spoken_by: EventReport) -> str:
    """ "People are killed" where the reports do not all give the number that the report which speaks for them gives."""
    if len(occurrence.articles) < 2:
        return text
    sides = [_names_in(report) for report in occurrence.reports]
    for name in sorted(_names_in(spoken_by)):
        numbers = [amount for amount in find_amounts(name, 0, len(name)) if amount.span.start == 0]
        rest = name[numbers[0].span.end :].strip() if numbers else ""
        if rest and not all(name in side for side in sides):
            text = text.replace(name, rest, 1)
    return text


def _names_in(report: EventReport) -> set[str]:
    return {party.name for party in (*report.event.source, *report.event.target)}


def _clause(report: EventReport, status: Status) -> str:
    event, verb = report.event, verb_of(report)
    status = Status.HAPPENED if verb is not None and calls_off(report, verb) else status
    source, target = names_of(event.source), names_of(event.target)
    if source:
        return f"{source} {_predicate(report, verb, status, plural=are_several(event.source))}"
    subject = subject_before(report) if verb and target else ""
    told = object_of(report, verb, named_mentions(report)) if subject and verb else None
    if verb and told and told.has_target:
        return f"{subject} {active(verb.base, status, plural=_is_plural(subject))} {told.words}"
    if target and event.plover in SYMMETRIC_ROOTS:
        return f"{target} {_in_other_words(_phrase(report).alone, status, are_several(event.target))}"
    if target:
        plural = are_several(event.target)
        if verb and not is_after_preposition(report, verb):
            return f"{target} {passive(verb.base, status, plural=plural)}"
        return f"{target} {being(_phrase(report).passive, status, plural=plural)}"
    return f"{event.trigger.lemma or event.plover.lower()} (no parties named)"


def _in_other_words(phrase: str, status: Status, plural: bool) -> str:
    """A phrase of the table with its verb in the right form."""
    base, _, rest = phrase.partition(" ")
    return f"{active(base, status, plural=plural)} {rest}".rstrip()


def _predicate(report: EventReport, verb: Verb | None, status: Status, *, plural: bool) -> str:
    """The page's verb with what completes it, where that takes in the target; else the table's words for the act."""
    event = report.event
    target = names_of(event.target)
    told = object_of(report, verb, named_mentions(report)) if verb else None
    if verb and told and (told.has_target or event.plover not in SYMMETRIC_ROOTS):
        return f"{active(verb.base, status, plural=plural)} {told.words}"
    if verb and target and _is_passive(report):
        return f"{active(verb.base, status, plural=plural)} {target}"
    if verb and not target and verb.base in word_list("needs no object"):
        return active(verb.base, status, plural=plural)
    phrase = _phrase(report)
    words = _in_other_words(phrase.towards if target else phrase.alone, status, plural)
    return f"{words} {target}".rstrip()


def _is_passive(report: EventReport) -> bool:
    """True when the target stands before the verb and the source after it ("was accused by")."""
    at = report.event.trigger.start
    targets = [span for party in report.event.target for span in party.spans]
    sources = [span for party in report.event.source for span in party.spans]
    return any(span.end <= at for span in targets) and any(span.start > at for span in sources)


def _phrase(report: EventReport) -> Phrase:
    table, root = _phrases(), report.event.plover
    keys = [(root, group) for group in sorted(report.groups)] + [(root, "")]
    return next((table[key] for key in keys if key in table), None) or _of_own_type(root)


def _of_own_type(root: str) -> Phrase:
    """The table has no words for a type of a user's own, but the type has a name: "acts (fishery) towards"."""
    name = f"({root.lower().replace('_', ' ')})"
    return Phrase(f"act {name} towards", f"act {name}", f"acted on {name}")


@cache
def _phrases() -> dict[tuple[str, str], Phrase]:
    table = files("dateline.stories").joinpath("data", "act_phrases.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {(row["root"], row["group"]): Phrase(row["towards"], row["alone"], row["passive"]) for row in rows}


def are_several(parties: Sequence[Participant]) -> bool:
    """Several names, or a group named by a common noun in the plural."""
    first = parties[0]
    return len({party.name for party in parties}) > 1 or _is_plural(first.name, is_known(first))


def _is_plural(name: str, is_proper: bool = False) -> bool:
    """By the noun that heads the name: of "the leaders of Australia" it is "leaders"; "Honduras" is one."""
    head = name.split(" of ", maxsplit=1)[0].split()[-1:]
    if not head:
        return False
    word = head[0].lower()
    is_common = head[0].islower() or (len(name.split()) == 1 and not is_proper)
    return word in word_list("irregular plural") or (
        is_common and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    )


def names_of(parties: Sequence[Participant]) -> str:
    """The names of one side in a row; of more than three the first."""
    names = list(dict.fromkeys(party.name for party in parties))
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], "others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _is_told(place: Place, text: str) -> bool:
    return place.name.casefold() in text.casefold()
