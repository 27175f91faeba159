"""A whole run: planned, read unit by unit, then told story by story; `run.json` is written last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from dateline.engine.adapters.engine import Engine
from dateline.engine.runs.columns import REJECTIONS, TABLES, rejection_row
from dateline.engine.runs.faults import RunError
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Manifest, Options, version_of
from dateline.engine.runs.report import RunReport, total, unit_done
from dateline.engine.runs.unit import UNIT_BYTES, Unit, split
from dateline.engine.runs.unit_reading import ReadingJob, ReadPages
from dateline.engine.runs.units_read import read_units
from dateline.engine.whole.stories import tell_all
from dateline.engine.whole.telling import RESULTS
from dateline.model import Provenance, Rejection

REPORT = "run.json"
_ID_LENGTH = 16


class Progress(Protocol):
    """Hears how far a run is."""

    def unit(self, manifest: Manifest) -> None:
        """A unit is done."""
        ...

    def step(self, what: str) -> None:
        """All units are done; this is done next."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: its units in the order of the inputs, and what was no file. `version` is that of the units' tables."""

    files: Files
    units: tuple[Unit, ...]
    refused: tuple[Rejection, ...]
    provenance: Provenance
    options: Options

    @property
    def version(self) -> str:
        return version_of(self.provenance, self.options)

    @property
    def id(self) -> str:
        """The same for the same inputs in the same order, read in the same way."""
        seed = "\n".join([self.version, *(unit.id for unit in self.units)])
        return sha256(seed.encode()).hexdigest()[:_ID_LENGTH]


def planned(
    files: Files,
    inputs: Iterable[Path | Rejection],
    provenance: Provenance,
    options: Options,
    unit_bytes: int = UNIT_BYTES,
) -> Plan:
    """The plan of a run over some files.

    Raises:
        RunError: `no_input`, when there are none.
    """
    units, refused = split(inputs, unit_bytes)
    if not units:
        raise RunError("no_input", "none of the inputs is a file: name files, folders or lists of files.")
    return Plan(files, tuple(dict.fromkeys(units)), tuple(refused), provenance, options)


def run(engine: Engine, plan: Plan, read: ReadPages, told: Progress) -> RunReport:
    """Does what a plan says and is not done yet.

    Raises:
        RunError: `failed unwritable changed`; what was finished is kept.
    """
    files = plan.files
    job = ReadingJob(files, plan.version, plan.options, read, engine.readers)
    manifests = read_units(engine, job, plan.units, told.unit)
    known = report_in(files)
    if known is not None and known.id == plan.id:
        return known
    if known is not None:
        files.remove_file(REPORT)
    _write_refused(plan)
    shards = tell_all(engine, files, plan.id, manifests, told.step)
    report = _report(plan, manifests, shards)
    files.write(REPORT, report.to_json().encode("utf-8", "replace"))
    _tidy(plan, manifests, shards)
    return report


def report_in(files: Files) -> RunReport | None:
    """The report of a folder in which a run was finished."""
    return RunReport.from_json(files.read(REPORT)) if files.exists(REPORT) else None


def _write_refused(plan: Plan) -> None:
    rows = [rejection_row(row, rejection) for row, rejection in enumerate(plan.refused)]
    table = pa.Table.from_pylist(rows, schema=REJECTIONS)
    plan.files.write_tables(f"rejections/inputs-{plan.id}.parquet", REJECTIONS, [table])


def _report(plan: Plan, manifests: Sequence[Manifest], shards: Sequence[int]) -> RunReport:
    names = {table: [f"{table}/{plan.id}-{shard:06}.parquet" for shard in shards] for table in RESULTS}
    rows = {table: sum(map(plan.files.count_rows, names[table])) for table in RESULTS}
    return RunReport(
        plan.id,
        plan.provenance,
        plan.options,
        tuple(map(unit_done, manifests)),
        articles=rows["articles"],
        repeated=total(manifests, "readings") - rows["articles"],
        stories=rows["stories"],
        copies=rows["copies"],
        reports=rows["reports"],
        statements=rows["statements"],
        rejected=total(manifests, "rejected") + len(plan.refused),
        other_languages=total(manifests, "other_languages"),
        passed_over=total(manifests, "passed_over"),
        placeholders=total(manifests, "placeholders"),
    )


def _tidy(plan: Plan, manifests: Sequence[Manifest], shards: Sequence[int]) -> None:
    """Takes away what belongs to nothing of this run: drafts, rows that were on their way, and what other inputs or an older program
    left."""
    own = {manifest.name for manifest in manifests} | {f"inputs-{plan.id}"}
    own |= {f"{plan.id}-{shard:06}" for shard in shards}
    plan.files.remove("work")
    for folder in ("units", *TABLES, *RESULTS):
        plan.files.remove_drafts(folder)
        for name in plan.files.names(folder):
            if name.partition("/")[2].rpartition(".")[0] not in own:
                plan.files.remove_file(name)
