"""A user's own tables: which are in force, and what in them could not be used."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.cli.messages import say
from dateline.knowledge import VARIABLE, Knowledge
from dateline.model import DataError


def use_overlays(given: list[Path] | None) -> Knowledge:
    """The tables with the folders that were given, else with those that the environment names; in worker processes too.

    What cannot be used is said, a line each.

    Raises:
        DataError: a folder is not there.
    """
    if given:
        os.environ[VARIABLE] = os.pathsep.join(str(folder.expanduser().resolve()) for folder in given)
    tables = Knowledge.load()
    for fault in tables.faults:
        say(fault)
    return tables


def own_folder(given: list[Path] | None) -> Path:
    """The folder that decisions and snapshots are written to: the last one in force, made where it was named and is not there.

    Raises:
        DataError: none is named.
    """
    named = given or [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    if not named:
        raise DataError(f"no folder of your own is named; give --knowledge FOLDER, or set {VARIABLE}.")
    folder = named[-1].expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
