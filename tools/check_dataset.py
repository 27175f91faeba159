"""Checks folders of tables that `dateline export` wrote: their descriptors, and where they are CSV every cell and key."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import mlcroissant
from frictionless import Package, validate


def faults(folder: Path) -> Iterator[str]:
    """What is wrong in a folder, a line each."""
    package = folder / "datapackage.json"
    if json.loads(package.read_text(encoding="utf-8"))["profile"] == "tabular-data-package":
        for row in validate(str(package)).flatten(["type", "note"]):
            yield f"{package}: {': '.join(map(str, row))}"
    else:
        Package(str(package))  # what it says is no table of text: only the descriptor is read
    described = mlcroissant.Dataset(str(folder / "croissant.json"))
    yield from described.metadata.issues.errors
    for records in described.metadata.record_sets:
        if not any(True for _ in described.records(records.uuid)):
            yield f"{folder}: {records.uuid} has no rows"


def main(folders: list[str]) -> int:
    """Prints each fault; exit status 1 when there is one."""
    logging.disable(logging.WARNING)
    found = [fault for folder in folders for fault in faults(Path(folder))]
    for fault in found:
        print(fault)
    print(f"{', '.join(folders)}: {len(found)} faults")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
