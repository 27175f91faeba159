"""Event frames: which words are an act, under which conditions, and where its participants stand.

A frame is a row of `data/frames/*.csv`, or of a researcher's own tables; docs/ontology.md says how to write one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.events.noun_classes import spelled_out


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on the dependents of a trigger.

    `role` is a grammatical role (`dobj subj prep pobj xcomp ccomp prt amod compound poss of ...`), `preposition` the one of
    a `pobj` condition, `values` the lemmas or `@` classes of actors of which one must stand there; empty when any will do. Classes of
    nouns are spelled out.
    """

    role: str
    preposition: str | None
    values: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A way in which a word bears an act. `id` is `frame:call-off.v`, with a number where a trigger has several; `own:` where a
    researcher has written it."""

    id: str
    lemma: str
    particle: str | None
    pos: str
    needs: tuple[Condition, ...]
    plover: str
    mode: str | None
    cameo: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool
    example: str

    @property
    def is_own(self) -> bool:
        """Whether it is a researcher's own."""
        return self.id.startswith("own:")


def frames_of(rows: Iterable[Mapping[str, str]], prefix: str) -> Iterator[Frame]:
    """Frames of sound rows; their ids begin with the prefix."""
    seen: dict[str, int] = {}
    for row in rows:
        words = row["trigger"].split()
        name = "-".join(words) + "." + row["pos"]
        seen[name] = seen.get(name, 0) + 1
        yield Frame(
            id=f"{prefix}:{name}" + (f".{seen[name]}" if seen[name] > 1 else ""),
            lemma=words[0],
            particle=" ".join(words[1:]) or None,
            pos=row["pos"],
            needs=tuple(_condition(part) for part in row["needs"].split(";") if part.strip()),
            plover=row["plover"],
            mode=row["mode"] or None,
            cameo=row["cameo"] or None,
            source=tuple(slot for slot in row["source"].split("|") if slot),
            target=tuple(slot for slot in row["target"].split("|") if slot),
            mutual=row["shape"] == "mutual",
            example=row["example"],
        )


def _condition(text: str) -> Condition:
    text = text.strip()
    negated = text.startswith("!")
    role, _, values = text.removeprefix("!").partition("=")
    role, _, preposition = role.partition(":")
    return Condition(
        role.strip(),
        preposition.strip() or None,
        frozenset(word for v in values.split("|") if v.strip() for word in spelled_out(v.strip())),
        negated,
    )
