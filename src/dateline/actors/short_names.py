"""People by one part of their name: known ones whom the page leaves no doubt about, and those it has named in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.actors.found_name import FoundName
from dateline.actors.genders import is_ruled_out
from dateline.actors.sentence_lines import SentenceLines, Taken, leftmost
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Candidate, Sentence

_PARTICLES = frozenset("van von de da di del della dos du al el bin ibn le la der den ter st mac o".split())
_MAY_BE_SURNAMES = (ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.COMPANY, ActorKind.ORGANISATION)
_NAMED_AFTER_PEOPLE = (ActorKind.PERSON, ActorKind.OUTLET, ActorKind.COMPANY)
"""Outlets and firms may bear a surname: "Mr *Bloomberg*" is the man, and so is "Bloomberg" where the page names him in full."""
_LEADING = ("head_of_state", "head_of_government")
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mister|Madam)\.?\s$")
_GIVEN = 4
"""Letters of the shortest given name that stands alone for somebody whom no table has."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def settle_surnames(
    text: str, names: list[FoundName], knowledge: Knowledge, at: str | None
) -> list[FoundName]:
    """Keeps known people named by one word only where it is clear who that is, and picks the one whom the page means.

    Clear is one whom the page names in full (of several the one it does most often, then first), the only one of a state that the page names, or one in office that day, if nobody else on the page bears it.
    """
    full = Counter(n.candidate.actor for n in names if n.candidate and n.has_words)
    states = {n.candidate.state for n in names if n.candidate and n.kind == ActorKind.STATE}
    others = {surname(n.name) for n in names if n.candidate is None and n.kind == ActorKind.PERSON}
    settled: list[FoundName] = []
    for found in names:
        if found.kind not in _NAMED_AFTER_PEOPLE or found.candidate is None or found.has_words:
            settled.append(found)
            continue
        honorific = _HONORIFIC.search(text, max(0, found.name_start - 8), found.name_start)
        people = _people(found, knowledge, at, honorific[1] if honorific else "")
        is_man = any(person.actor in full for person in people) and found.candidate.actor not in full
        if found.kind != ActorKind.PERSON and not honorific and not is_man:
            settled.append(found)
            continue
        name = replace(found, kind=ActorKind.PERSON)
        meant = _meant(name, people, knowledge, at, full, states)
        if meant is not None and (meant.actor in full or name.name_surface not in others):
            settled.append(replace(name, candidate=meant, name=meant.name))
        elif honorific and name.name_surface not in others:
            settled.append(replace(name, candidate=None, name=name.name_surface, form=None))
    return settled


def named_in_full(names: Sequence[FoundName]) -> list[FoundName]:
    """Without known people by a surname alone whom the page names nowhere in full or with a title."""
    full = {n.candidate.actor for n in names if n.candidate and (n.has_words or n.title)}
    return [n for n in names if n.form != NameForm.SURNAME or (n.candidate and n.candidate.actor in full)]


def _people(name: FoundName, knowledge: Knowledge, at: str | None, honorific: str) -> list[Candidate]:
    """Whom a surname may mean, without those whom "Mr" or "Mrs" before it rules out."""
    found = [c for c in knowledge.lookup(name.name_surface, at=at) if c.kind == ActorKind.PERSON]
    return [person for person in found if not is_ruled_out(honorific, person.name)]


def _meant(
    name: FoundName,
    people: Sequence[Candidate],
    knowledge: Knowledge,
    at: str | None,
    full: Mapping[str, int],
    states: set[str | None],
) -> Candidate | None:
    in_full = [c for c in people if c.actor in full]
    if in_full:
        first = list(full)
        return max(in_full, key=lambda c: (full[c.actor], -first.index(c.actor)))
    if at is None and len(people) > 1:
        head = _head_of_state(people, knowledge)
        if head is not None:
            return head
    if len(people) > 1:
        at_home = [c for c in people if c.state in states and (c.role or at is None)]
        if people[0] in at_home or len(at_home) == 1:
            return people[0] if people[0] in at_home else at_home[0]
    if at is None and len(people) > 1:
        return None
    best = people[0] if people else None
    if best is None or best.role or name.title:
        return best
    has_led = any(row.office in _LEADING for row in knowledge.offices_of(best.actor, None))
    return best if at is None and has_led else None


def _head_of_state(people: Sequence[Candidate], knowledge: Knowledge) -> Candidate | None:
    """On a page without a date, of several people of one name only the one who heads a state to this day."""
    heads = [
        person
        for person in people
        if any(
            row.office == "head_of_state" and row.end is None
            for row in knowledge.offices_of(person.actor, None)
        )
    ]
    return heads[0] if len(heads) == 1 else None


def with_short_names(
    text: str, lines: SentenceLines, sentences: Sequence[Sentence], names: list[FoundName]
) -> list[FoundName]:
    """Adds later mentions by a part of the name of people whom the page has named in full."""
    names, bearers = _one_person_each(names)
    if not bearers:
        return names
    names = [_of_bearer(name, bearers) for name in names]
    taken = Taken(
        name
        for name in names
        if " " in text[name.start : name.end] or name.kind not in _MAY_BE_SURNAMES or name.form is None
    )
    extra = []
    for start, end, short, sentence in leftmost(filter(lines.ends_word, lines.places(bearers, "’'-"))):
        so_far = [person for person in bearers[short][:2] if person.start < start]
        if not so_far and sentence is sentences[0]:
            # a headline has the surname of whom the text then names in full
            so_far = [person for person in bearers[short] if surname(person.name) == short]
        if len(so_far) == 1 and not taken.touches(start, end):
            extra.append(replace(so_far[0], start=start, end=end, name_start=start, title=None))
    replaced = {e.start for e in extra}
    return sorted([n for n in names if n.start not in replaced] + extra, key=lambda n: n.start)


def _of_bearer(name: FoundName, bearers: Mapping[str, Sequence[FoundName]]) -> FoundName:
    """ "Senator Ruiz" of whom no table knows is the only Ruiz whom the page has named in full before."""
    if name.candidate is not None or name.kind != ActorKind.PERSON or name.title is None or " " in name.name:
        return name
    before = [
        person
        for person in bearers.get(name.name, ())
        if person.start < name.start and surname(person.name) == name.name
    ]
    return _renamed(name, before[0]) if len(before) == 1 else name


def _one_person_each(names: list[FoundName]) -> tuple[list[FoundName], dict[str, list[FoundName]]]:
    """Names where "W. Ana Ruiz" and "Ana Ruiz" are one, and short form -> its bearers, each where it is named first."""
    bearers: dict[str, list[FoundName]] = {}
    borne: set[tuple[str, str]] = set()
    same: dict[str, FoundName] = {}
    for name in names:
        if name.kind != ActorKind.PERSON or " " not in name.name:
            continue
        for short in _short_forms(name):
            people = bearers.setdefault(short, [])
            if (short, name.name) in borne:
                continue
            one = (
                people[0] if people and short == surname(name.name) and _may_be_one(people[0], name) else None
            )
            if one is not None:
                same.setdefault(name.name, one)
            else:
                people.append(name)
                borne.add((short, name.name))
    joined = [_renamed(n, same[n.name]) if n.candidate is None and n.name in same else n for n in names]
    return joined, {short: people for short, people in bearers.items() if len(short) > 1}


def _short_forms(name: FoundName) -> set[str]:
    words = _plain(name.name)
    if not words:
        return set()
    is_given = name.candidate is not None or (
        len(words) in (2, 3) and len(words[0]) >= _GIVEN and words[0].isalpha()
    )
    short = {words[-1], words[0]} if is_given else {words[-1]}
    return short | {surname(name.name)}


def surname(name: str) -> str:
    """The last word of a name, with its particle: "Van Hollen", "bin Salman"; suffixes like "Jr." do not count."""
    words = _plain(name)
    if len(words) > 2 and words[-2].lower() in _PARTICLES:
        return " ".join(words[-2:])
    return words[-1] if words else name


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> tuple[str, ...]:
    return tuple(word.rstrip(",") for word in name.split() if word.lower().rstrip(",") not in _SUFFIXES)


def _may_be_one(a: FoundName, b: FoundName) -> bool:
    """The same surname, and given names of which one has all that the other has; initials may be left out."""
    if a.candidate is not None and b.candidate is not None:
        return a.candidate.actor == b.candidate.actor
    first, second = _given(a.name), _given(b.name)
    return bool(first and second) and (first <= second or second <= first)


def _given(name: str) -> set[str]:
    return {word for word in _plain(name)[:-1] if len(word.rstrip(".")) > 1}


def _renamed(name: FoundName, person: FoundName) -> FoundName:
    return replace(
        name, name=person.name, candidate=person.candidate, form=person.form, has_words=person.has_words
    )


def people_of(names: Iterable[FoundName]) -> set[str]:
    """Every word of the names of people on the page."""
    return {word for n in names if n.kind == ActorKind.PERSON for word in n.name.split()}
