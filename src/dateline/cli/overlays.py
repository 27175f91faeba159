"""A user's own tables and event types: which are in force, and what in them could not be used."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.cli.messages import say
from dateline.events import read_frames
from dateline.knowledge import VARIABLE, Knowledge
from dateline.model import DataError
from dateline.ontology import VARIABLE as ONTOLOGY
from dateline.ontology import Ontology


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


def use_ontology(given: Path | None) -> Ontology:
    """The event types with the folder that was given, else with the one that the environment names; in worker processes too.

    Raises:
        DataError: the folder is not there, or a row of it cannot be used.
    """
    if given is not None:
        os.environ[ONTOLOGY] = str(given.expanduser().resolve())
    ontology = Ontology.load()
    read_frames(ontology)
    return ontology


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
