"""Roots, modes, contexts and the CAMEO crosswalk, as one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dateline.model import DataError
from dateline.ontology.own import OwnTables, existing_folder, fingerprint, folder_in_force, read_own
from dateline.ontology.own_check import type_faults
from dateline.ontology.roots import Mode, Root, UnknownCodeError
from dateline.ontology.table_rows import Fault
from dateline.ontology.tables import rows


class Coding(NamedTuple):
    """What a CAMEO code becomes. `root` is None for codes that are no event here (mere statements, 010 to 019)."""

    root: Root | None
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Ontology:
    """The event types as data. Scores run from -10 (conflict) to 10 (cooperation)."""

    _quads: Mapping[str, int]
    _rows: Mapping[tuple[str, str | None], Mapping[str, str]]
    _crosswalk: Mapping[str, Coding]
    contexts: tuple[str, ...]
    own: OwnTables | None

    @staticmethod
    def load(folder: str | Path | None = None) -> Ontology:
        """The types of this version and a researcher's own, read once for each folder, and again when a file of it changes.

        Args:
            folder: a folder of own types and frames; None for the one that the environment variable DATELINE_ONTOLOGY names.

        Raises:
            DataError: the folder is not there, or a row of its types cannot be used.
        """
        found = folder_in_force() if folder is None else existing_folder(folder)
        return _load(found, fingerprint(found))

    @staticmethod
    def packaged() -> Ontology:
        """The types of this version alone, whatever the environment names."""
        return _load(None, ())

    @staticmethod
    def of(own: OwnTables | None) -> Ontology:
        """The types of this version with own ones that are known to be sound."""
        roots, modes = [*rows("roots.csv")], [*rows("modes.csv")]
        if own is not None:
            roots, modes = [*roots, *own.roots], [*modes, *own.modes]
        keyed: dict[tuple[str, str | None], Mapping[str, str]] = {(r["root"], None): r for r in roots}
        return Ontology(
            _quads={r["root"]: int(r["quad"]) for r in roots},
            _rows=keyed | {(m["root"], m["mode"]): m for m in modes},
            _crosswalk={r["cameo"]: _coding(r) for r in rows("crosswalk.csv")},
            contexts=tuple(r["context"] for r in (*rows("contexts.csv"), *(own.contexts if own else ()))),
            own=own,
        )

    @property
    def roots(self) -> tuple[str, ...]:
        """The packaged roots in their order, then own ones."""
        return tuple(self._quads)

    @property
    def cameo_codes(self) -> tuple[str, ...]:
        """All CAMEO codes that the crosswalk has, three or four digits."""
        return tuple(self._crosswalk)

    @property
    def version(self) -> str:
        """Eight hex digits of what the own tables hold; empty without."""
        return self.own.version if self.own is not None else ""

    def root(self, name: str) -> str:
        """The root of that name.

        Raises UnknownCodeError for any other word.
        """
        if name not in self._quads:
            raise UnknownCodeError(f"{name!r} is no root: use one of {', '.join(self._quads)}")
        return str(name)

    def quad(self, root: str) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self._quads[self.root(root)]

    def score(self, root: str, mode: str | None = None) -> float:
        """The mode's score, or the root's without a mode."""
        return float(self._row(root, mode)["score"])

    def gloss(self, root: str, mode: str | None = None) -> str:
        """What a root or mode means, in a few words."""
        return self._row(root, mode)["gloss"]

    def is_own(self, root: str, mode: str | None = None) -> bool:
        """Whether a root or mode is a researcher's own."""
        rows = (*self.own.roots, *self.own.modes) if self.own is not None else ()
        return self._row(root, mode) in rows

    def modes(self, root: str) -> tuple[Mode, ...]:
        """The modes of a root, by name; none for AGREE, SUPPORT, CONCEDE, COOPERATE and AID."""
        own = self.root(root)
        return tuple(
            Mode(m, own, float(row["score"])) for (r, m), row in self._rows.items() if r == own and m
        )

    def crosswalk(self, cameo: str) -> Coding:
        """Root, mode and contexts of a CAMEO code.

        Raises UnknownCodeError for a code that CAMEO does not have.
        """
        if cameo not in self._crosswalk:
            raise UnknownCodeError(f"{cameo!r} is no CAMEO code: three or four digits, such as 040 or 1823")
        return self._crosswalk[cameo]

    def cameo_root(self, root: str, mode: str | None = None) -> str | None:
        """The two-digit CAMEO root of an act, written with a 0 behind it: CONSULT gives `040`. None for an own type without one."""
        return self._row(root, mode)["cameo"] or self._row(root, None)["cameo"] or None

    def _row(self, root: str, mode: str | None) -> Mapping[str, str]:
        key = (self.root(root), mode)
        if key not in self._rows:
            known = ", ".join(m.name for m in self.modes(root)) or "none"
            raise UnknownCodeError(f"{root} has no mode {mode!r}; its modes: {known}")
        return self._rows[key]


@lru_cache(maxsize=4)
def _load(folder: Path | None, _state: tuple[tuple[str, int, int], ...]) -> Ontology:
    if folder is None:
        return Ontology.of(None)
    own = read_own(folder)
    refuse_faulty(folder, [*own.faults, *type_faults(own)])
    return Ontology.of(own)


def refuse_faulty(folder: Path, faults: list[Fault]) -> None:
    """Nothing is coded with a faulty folder: the codes would not be those that its author means.

    Raises:
        DataError: there is a fault; the message names the first one and how to see all.
    """
    if faults:
        more = f" ({len(faults)} faults in all)" if len(faults) > 1 else ""
        raise DataError(f"{folder}/{faults[0]}{more} `dateline ontology check {folder}` lists what is wrong.")


def _coding(row: dict[str, str]) -> Coding:
    root = Root(row["root"]) if row["root"] else None
    return Coding(root, row["mode"] or None, tuple(c for c in row["contexts"].split(";") if c))
