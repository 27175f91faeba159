"""Roots, modes, contexts and the CAMEO crosswalk, as one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.ontology.roots import Mode, Root, UnknownCodeError
from dateline.ontology.tables import rows


class Coding(NamedTuple):
    """What a CAMEO code becomes. `root` is None for codes that are no event here (mere statements, 010 to 019)."""

    root: Root | None
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """The event types as data. Scores run from -10 (conflict) to 10 (cooperation)."""

    _quads: Mapping[Root, int]
    _scores: Mapping[tuple[Root, str | None], float]
    _cameo_roots: Mapping[tuple[Root, str | None], str]
    _crosswalk: Mapping[str, Coding]
    contexts: tuple[str, ...]

    @staticmethod
    def load() -> Ontology:
        """The ontology of this version; read once."""
        return _load()

    @property
    def roots(self) -> tuple[Root, ...]:
        return tuple(Root)

    @property
    def cameo_codes(self) -> tuple[str, ...]:
        """All CAMEO codes that the crosswalk has, three or four digits."""
        return tuple(self._crosswalk)

    def quad(self, root: str) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self._quads[Root.named(root)]

    def score(self, root: str, mode: str | None = None) -> float:
        """The mode's score, or the root's without a mode."""
        return self._scores[self._key(root, mode)]

    def modes(self, root: str) -> tuple[Mode, ...]:
        """The modes of a root, by name; none for AGREE, SUPPORT, CONCEDE, COOPERATE and AID."""
        own = Root.named(root)
        return tuple(Mode(mode, own, score) for (r, mode), score in self._scores.items() if r is own and mode)

    def crosswalk(self, cameo: str) -> Coding:
        """Root, mode and contexts of a CAMEO code.

        Raises UnknownCodeError for a code that CAMEO does not have.
        """
        if cameo not in self._crosswalk:
            raise UnknownCodeError(f"{cameo!r} is no CAMEO code: three or four digits, such as 040 or 1823")
        return self._crosswalk[cameo]

    def cameo_root(self, root: str, mode: str | None = None) -> str:
        """The two-digit CAMEO root of an act, written with a 0 behind it: CONSULT gives `040`."""
        return self._cameo_roots[self._key(root, mode)]

    def _key(self, root: str, mode: str | None) -> tuple[Root, str | None]:
        key = (Root.named(root), mode)
        if key not in self._scores:
            known = ", ".join(m.name for m in self.modes(root)) or "none"
            raise UnknownCodeError(f"{root} has no mode {mode!r}; its modes: {known}")
        return key


@cache
def _load() -> Ontology:
    roots, modes = rows("roots.csv"), rows("modes.csv")
    keyed: list[tuple[tuple[Root, str | None], dict[str, str]]] = [
        ((Root(r["root"]), None), r) for r in roots
    ]
    keyed += [((Root(m["root"]), m["mode"]), m) for m in modes]
    return Ontology(
        _quads={Root(r["root"]): int(r["quad"]) for r in roots},
        _scores={key: float(row["score"]) for key, row in keyed},
        _cameo_roots={key: row["cameo"] for key, row in keyed},
        _crosswalk={r["cameo"]: _coding(r) for r in rows("crosswalk.csv")},
        contexts=tuple(r["context"] for r in rows("contexts.csv")),
    )


def _coding(row: dict[str, str]) -> Coding:
    root = Root(row["root"]) if row["root"] else None
    return Coding(root, row["mode"] or None, tuple(c for c in row["contexts"].split(";") if c))
