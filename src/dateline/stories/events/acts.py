"""Words for one kind of act: "trip" and "stop" are visits, "talks" are a meeting."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dateline.model import Event
from dateline.stories.stems import stem
from dateline.stories.terms import WORD

SYMMETRIC_ROOTS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Acts that both sides do alike, so that source and target may change places."""

_LOOK_AHEAD = 5


@cache
def act_groups() -> dict[str, frozenset[str]]:
    """The groups that each stem may belong to."""
    table = files("dateline.stories").joinpath("data", "act_groups.csv").read_text(encoding="utf-8")
    groups: dict[str, set[str]] = {}
    for row in csv.DictReader(table.splitlines()):
        groups.setdefault(stem(row["lemma"]), set()).add(row["group"])
    return {key: frozenset(value) for key, value in groups.items()}


def act_stem(event: Event) -> str:
    """The stem of the trigger."""
    words = WORD.findall(event.trigger.lemma.lower())
    return stem(words[0]) if words else ""


def groups_of(event: Event, text: str) -> frozenset[str]:
    """The groups of the trigger; where it only carries the act ("hold", "kick off"), of the next word that has one."""
    table = act_groups()
    words = [stem(word.lower()) for word in WORD.findall(event.trigger.lemma)]
    words += [stem(word.lower()) for word in WORD.findall(event.trigger.span.of(text))]
    for word in words:
        if word in table:
            return table[word]
    after = WORD.findall(text[event.trigger.end : max(event.trigger.end, event.evidence.end)])
    for word in after[:_LOOK_AHEAD]:
        if stem(word.lower()) in table:
            return table[stem(word.lower())]
    return frozenset()
