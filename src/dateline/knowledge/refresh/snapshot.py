"""A snapshot: a dated folder of tables with a manifest, and its way into a user's folder."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.knowledge.layers import unreplaced
from dateline.knowledge.overlay_rows import columns_of
from dateline.knowledge.overlays import MANIFEST, REFRESHED, Layer, read_overlay
from dateline.knowledge.refresh.changes import Change
from dateline.knowledge.refresh.rows import Rows
from dateline.knowledge.tables import Row
from dateline.model import DataError
from dateline.version import __version__

SCHEMA = "dateline.snapshot/1"
REVIEW = "review"
"""The folder inside a snapshot with what is to be looked at before it is accepted."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A finished snapshot: where it is, what it would change, and a line for everything that was left out."""

    folder: Path
    changes: tuple[Change, ...]
    left_out: tuple[str, ...]


def write_snapshot(
    folder: Path, rows: Rows, changes: Sequence[Change], left_out: Sequence[str], told: Mapping[str, Any]
) -> Snapshot:
    """Writes the tables, then what is to be reviewed, then the manifest, without which a folder is no snapshot.

    `told` is what the manifest says besides: date, since, addresses and queries.
    """
    sums, counts = {}, {}
    for table, found in sorted(rows.items()):
        if found:
            text = csv_text(columns_of(table), found)
            (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
            sums[f"{table}.csv"], counts[table] = sha256(text.encode()), len(found)
    review = folder / REVIEW
    review.mkdir(exist_ok=True)
    plain = [
        {
            "sort": c.sort,
            "table": c.table,
            "what": c.what,
            "before": c.before,
            "after": c.after,
            "source": c.source,
        }
        for c in changes
    ]
    columns = ("sort", "table", "what", "before", "after", "source")
    (review / "changes.csv").write_text(csv_text(columns, plain), encoding="utf-8", newline="")
    (review / "left_out.txt").write_text("".join(f"{line}\n" for line in left_out), encoding="utf-8")
    manifest = {"schema": SCHEMA, "dateline": __version__, **told, "counts": counts, "sha256": sums}
    _write_manifest(folder, manifest)
    return Snapshot(folder, tuple(changes), tuple(left_out))


def changes_of(folder: Path) -> list[dict[str, str]]:
    """The rows of the review of a snapshot.

    Raises:
        DataError: the folder is no snapshot.
    """
    _manifest(folder)
    return list(csv.DictReader(io.StringIO((folder / REVIEW / "changes.csv").read_text("utf-8"))))


def accept(snapshot: Path, folder: Path, today: str) -> tuple[dict[str, int], list[str]]:
    """Makes a snapshot the refreshed layer of a user's folder; rows of the one before stay where it does not replace them.

    Returns rows by table and a line for each row that is left out, and for each table that was edited since it was made.

    Raises:
        DataError: the folder is no snapshot.
    """
    manifest, target = _manifest(snapshot), folder / REFRESHED
    before = _manifest(target) if (target / MANIFEST).is_file() else {}
    new = folder / f"{REFRESHED}.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    lines: list[str] = []
    counts: dict[str, int] = {}
    edited: list[str] = []
    for table in sorted({path.stem for place in (snapshot, target) for path in place.glob("*.csv")}):
        path = snapshot / f"{table}.csv"
        rows, faults = _rows(path)
        kept = [*rows, *unreplaced(table, rows, _rows(target / path.name)[0])]
        text = csv_text(columns_of(table), kept)
        (new / path.name).write_text(text, encoding="utf-8", newline="")
        lines += faults
        counts[table] = len(kept)
        if path.is_file() and manifest["sha256"].get(path.name) != sha256(path.read_bytes()):
            edited.append(path.name)
    told = {"accepted": today, "edited": edited, "before": _earlier(before), "counts": counts}
    sums = {path.name: sha256(path.read_bytes()) for path in sorted(new.glob("*.csv"))}
    _write_manifest(new, {**manifest, **told, "sha256": sums})
    _swap(new, target)
    return counts, lines + [
        f"{snapshot / name}: edited since it was made; taken as it is." for name in edited
    ]


def _earlier(before: Mapping[str, Any]) -> list[str]:
    """Dates of the snapshots that were accepted before."""
    return [*before.get("before", ()), before["date"]] if before else []


def _swap(new: Path, target: Path) -> None:
    """Puts a folder in the place of another, so that a kill leaves both on disk."""
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.is_dir():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _rows(path: Path) -> tuple[list[Row], tuple[str, ...]]:
    """The usable rows of a table of a snapshot as they are written, and a line for each of the others."""
    if not path.is_file():
        return [], ()
    read = read_overlay(path, Layer.REFRESHED)
    return [
        {**row, "source": row["source"].removesuffix(row.place).removesuffix(", ")} for row in read.rows
    ], read.faults


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        is_one = (
            found["schema"] == SCHEMA and isinstance(found["sha256"], dict) and isinstance(found["date"], str)
        )
    except (OSError, ValueError, KeyError, TypeError):
        is_one = False
    if not is_one:
        raise DataError(
            f"{folder}: no snapshot ({MANIFEST} is missing or damaged); make one with `dateline knowledge refresh`."
        )
    return found


def _write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="")


def csv_text(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as CSV with a header, in the order given."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def sha256(content: bytes) -> str:
    """Hex digest of a file's bytes."""
    return hashlib.sha256(content).hexdigest()
