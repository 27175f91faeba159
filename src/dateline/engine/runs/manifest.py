"""What is written last of a unit: with it the unit is done."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from dateline.engine.runs.files import Files
from dateline.engine.runs.unit import Unit
from dateline.model import Provenance
from dateline.model.codec import Record

FORMAT = 1
"""Counts up when the tables of a unit change."""
_VERSION_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Options(Record):
    """How the pages of a run are read. `languages` are those that are read, all where none is named; `keep_pages` keeps the pages
    themselves, which a collection needs."""

    tier: str = "accurate"
    languages: tuple[str, ...] = ()
    keep_pages: bool = True


@dataclass(frozen=True, slots=True)
class Manifest(Record):
    """What became of a unit. `sha256` is of its bytes, `readings` counts pages that were read, `other_languages` those left out for
    their language, `passed_over` records that hold no page, `placeholders` those of the `readings` that are an error or a wall in place of a report."""

    SCHEMA: ClassVar[str] = "dateline.unit/1"

    unit: Unit
    version: str
    sha256: str
    readings: int
    rejected: int
    other_languages: int
    passed_over: int
    placeholders: int = 0

    @property
    def name(self) -> str:
        """What its files are called."""
        return name_of(self.unit, self.version)


def version_of(provenance: Provenance, options: Options) -> str:
    """A hash of all that the tables of a unit depend on beside its bytes: program, model, knowledge tables, options."""
    seed = f"{FORMAT}\n{provenance.to_json()}\n{options.to_json()}"
    return sha256(seed.encode()).hexdigest()[:_VERSION_LENGTH]


def name_of(unit: Unit, version: str) -> str:
    """What the files of a unit are called: other bytes, another program or other options give others."""
    return f"{unit.id}-{version}"


def manifest_of(files: Files, unit: Unit, version: str) -> Manifest | None:
    """The manifest of a unit that is done."""
    name = f"units/{name_of(unit, version)}.json"
    return Manifest.from_json(files.read(name)) if files.exists(name) else None
