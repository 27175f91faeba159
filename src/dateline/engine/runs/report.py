"""What a run did, as `run.json` says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateline.engine.runs.manifest import Manifest, Options
from dateline.model import Provenance
from dateline.model.codec import Record


@dataclass(frozen=True, slots=True)
class UnitDone(Record):
    """A unit of a run: what its files are called, and the files of the input that it is of. `sha256` is of its bytes."""

    name: str
    sources: tuple[str, ...]
    start: int
    end: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class RunReport(Record):
    """What a run did. `articles` are the pages that were read, each once: `repeated` counts those that were met
    again. `copies` counts edges between articles, `rejected` and `other_languages` were not read, `passed_over` are records that hold no page.
    `placeholders` are pages that were read, and are an error or a wall in place of a report."""

    SCHEMA: ClassVar[str] = "dateline.run/1"

    id: str
    provenance: Provenance
    options: Options
    units: tuple[UnitDone, ...]
    articles: int
    repeated: int
    stories: int
    copies: int
    reports: int
    statements: int
    rejected: int
    other_languages: int
    passed_over: int
    placeholders: int = 0

    @property
    def inputs(self) -> int:
        """How many pages there were."""
        return self.articles + self.repeated + self.rejected + self.other_languages


def unit_done(manifest: Manifest) -> UnitDone:
    """A unit as the report lists it."""
    parts = manifest.unit.parts
    return UnitDone(
        manifest.name, tuple(part.path for part in parts), parts[0].start, parts[-1].end, manifest.sha256
    )


def total(manifests: Sequence[Manifest], name: str) -> int:
    """A count over all units."""
    return sum(getattr(manifest, name) for manifest in manifests)
