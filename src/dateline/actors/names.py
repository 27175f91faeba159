"""Names in the text, found before any parse: known surface forms, and capitalised runs that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.actors.automaton import Hit, NameIndex
from dateline.actors.found_name import FoundName
from dateline.actors.local_names import datelines, local_names
from dateline.actors.roles import name_words
from dateline.actors.runs import RUN, KindsOfWord, no_kinds, read_run
from dateline.actors.short_bodies import with_short_bodies
from dateline.actors.short_names import named_in_full, settle_surnames, with_short_names
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Sentence

_SMALL_WORDS = frozenset("a an and are as at be by for from in is it not of on or the to up was with".split())


class NameFinder:
    """Finds names in sentences by the knowledge tables and by capital letters."""

    def __init__(self, knowledge: Knowledge, kinds_of_word: KindsOfWord = no_kinds) -> None:
        """`kinds_of_word` tells names from words that a line of title case or a slogan has in capitals."""
        self._knowledge = knowledge
        self._kinds = kinds_of_word
        self._index = NameIndex(s for s in knowledge.surfaces() if s.lower() not in name_words("stop"))

    def find(
        self, text: str, sentences: Sequence[Sentence], at: str | None, *, nouns_have_capitals: bool = False
    ) -> list[FoundName]:
        """All names of the sentences in order, none inside another.

        Args:
            at: the day on which names and offices are resolved, ISO, or None.
            nouns_have_capitals: as in German, where a surname alone may be an ordinary noun.
        """
        found: list[FoundName] = []
        for sentence in sentences:
            piece = text[sentence.start : sentence.end]
            hits = [
                Hit(h.start + sentence.start, h.end + sentence.start, h.surface)
                for h in self._index.find(piece)
            ]
            names = self._known(hits, at)
            if not _is_title_case(piece):
                names = self._with_runs(text, sentence, names)
            found += names
        at_head = datelines(text, sentences)
        places = {i for name in at_head for i in range(name.start, name.end)}
        found = at_head + [name for name in found if name.start not in places]
        found = _at_home(_agreeing(found))
        settled = settle_surnames(text, found, self._knowledge, at)
        if nouns_have_capitals:
            settled = named_in_full(settled)
        found = with_short_names(text, sentences, settled)
        found = with_short_bodies(text, sentences, found, self._knowledge)
        return sorted(found + local_names(text, sentences, found, self._kinds), key=lambda n: n.start)

    def _known(self, hits: Iterable[Hit], at: str | None) -> list[FoundName]:
        names = []
        for hit in hits:
            candidates = self._knowledge.lookup(hit.surface, at=at)
            forms = self._knowledge.names(hit.surface)
            if candidates:
                best = candidates[0]
                form = next(
                    (n.form for n in forms if n.entity == best.actor), forms[0].form if forms else None
                )
                has_words = " " in hit.surface
                names.append(
                    FoundName(
                        hit.start,
                        hit.end,
                        best.kind,
                        best.name,
                        hit.start,
                        best,
                        form,
                        None,
                        has_words,
                        hit.surface,
                    )
                )
        return names

    def _with_runs(self, text: str, sentence: Sentence, known: list[FoundName]) -> list[FoundName]:
        names: list[FoundName] = []
        inside = {i for name in known for i in range(name.start, name.end)}
        by_start = {name.start: name for name in known}
        covered_to = sentence.start
        for run in RUN.finditer(text, sentence.start, sentence.end):
            names += [n for n in known if covered_to <= n.start < run.start()]
            covered_to = max(
                covered_to, run.end(), max((n.end for n in known if n.start < run.end()), default=0)
            )
            names += read_run(text, run, by_start, inside, sentence.start, self._kinds)
        names += [n for n in known if n.start >= covered_to]
        return _without_overlaps(names)


def _agreeing(names: list[FoundName]) -> list[FoundName]:
    """Unknown names that are the scene once ("in Anser Bay") are places everywhere, unless a title says otherwise."""
    unknown = [n for n in names if n.candidate is None]
    titled = {n.name for n in unknown if n.title}
    scenes = {n.name for n in unknown if n.kind == ActorKind.PLACE} - titled
    return [
        replace(n, kind=ActorKind.PLACE) if n.candidate is None and n.name in scenes else n for n in names
    ]


def _at_home(names: list[FoundName]) -> list[FoundName]:
    """Parties by a short form ("Conservatives") only on pages that name their state or themselves in full."""
    states = {n.candidate.state for n in names if n.candidate and not _is_short_party(n)}
    in_full = {n.candidate.actor for n in names if n.candidate and n.has_words and n.kind == ActorKind.PARTY}
    kept = []
    for name in names:
        party = name.candidate if _is_short_party(name) else None
        if party is None or party.state in states or party.actor in in_full:
            kept.append(name)
    return kept


def _is_short_party(name: FoundName) -> bool:
    return name.kind == ActorKind.PARTY and name.form == NameForm.SHORT and not name.has_words


def _without_overlaps(names: list[FoundName]) -> list[FoundName]:
    kept: list[FoundName] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _is_title_case(line: str) -> bool:
    """A headline With Most Words Capitalised tells nothing by its capitals."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", line)
    small_words = [word for word in words[1:] if word.lower() in _SMALL_WORDS]
    if small_words and not any(word[0].islower() for word in words) and not line.isupper():
        return len(words) > 3
    long_words = [word for word in words if len(word) > 3]
    capitalised = sum(word[0].isupper() for word in long_words)
    if line.rstrip().endswith((".", "”", '"')):
        has_capitals = any(word[0].isupper() for word in small_words)
        return has_capitals and len(long_words) > 5 and capitalised >= 0.9 * len(long_words)
    return len(long_words) > 3 and capitalised >= 0.7 * len(long_words)
