"""Forms of English verbs, as far as headlines need them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model import Status


@dataclass(frozen=True, slots=True)
class VerbForms:
    """A verb of the table; `is_carrier` where it only carries the act that a noun names ("imposes a curfew")."""

    base: str
    past: str
    participle: str
    is_carrier: bool


@cache
def verb_table() -> dict[str, VerbForms]:
    """Irregular verbs and carriers by their base form; empty cells of the table stand for regular forms."""
    table = files("dateline.stories").joinpath("data", "verbs.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {
        row["base"]: VerbForms(
            row["base"],
            row["past"] or _regular_past(row["base"]),
            row["participle"] or _regular_past(row["base"]),
            row["carrier"] == "yes",
        )
        for row in rows
    }


@cache
def _carriers() -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in verb_table().values():
        if verb.is_carrier:
            forms |= dict.fromkeys(
                (verb.base, verb.past, verb.participle, third_person(verb.base)), verb.base
            )
    return forms


def carrier(word: str) -> str | None:
    """The base form of a word that is a form of a carrier verb; None for other words."""
    return _carriers().get(word.lower())


@cache
def _bases() -> dict[str, str]:
    """Base forms of the table's verbs by their other forms; a word that is a base form itself stays one."""
    bases: dict[str, str] = {}
    for verb in verb_table().values():
        for form in (verb.past, verb.participle, third_person(verb.base), _gerund(verb.base)):
            if form not in verb_table():
                bases.setdefault(form, verb.base)
    return bases


def base_form(word: str) -> str:
    """`shot` to `shoot`; a word that is no form of a verb of the table stays as it is."""
    return _bases().get(word, word)


def third_person(base: str) -> str:
    """`meet` to `meets`."""
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str) -> str:
    """`die` to `dying`; of other verbs the plain form, whose stem is that of the verb."""
    return base[:-2] + "ying" if base.endswith("ie") else base + "ing"


def participle(base: str) -> str:
    """`strike` to `struck`, `detain` to `detained`."""
    verb = verb_table().get(base)
    return verb.participle if verb else _regular_past(base)


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def active(base: str, status: Status, *, plural: bool) -> str:
    """The verb of a headline: present for what happened, "is to", "does not" and "may" for the rest."""
    if status is Status.HAPPENED:
        return base if plural else third_person(base)
    if status is Status.PLANNED:
        return f"{'are' if plural else 'is'} to {base}"
    if status is Status.DENIED:
        return f"{'do' if plural else 'does'} not {base}"
    return f"may {base}"


def passive(base: str, status: Status, *, plural: bool) -> str:
    """The same of what is done to somebody."""
    return being(participle(base), status, plural=plural)


def being(done: str, status: Status, *, plural: bool) -> str:
    """The same of a participle: "is struck", "is to be struck", "is not struck", "may be struck"."""
    be = "are" if plural else "is"
    return {
        Status.HAPPENED: f"{be} {done}",
        Status.PLANNED: f"{be} to be {done}",
        Status.DENIED: f"{be} not {done}",
    }.get(status, f"may be {done}")
