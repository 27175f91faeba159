"""The frames of an ontology: those of the packaged tables, and a researcher's own beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from dateline.events.context_rows import word_faults
from dateline.events.frame_rows import row_faults
from dateline.events.frames import Frame, frames_of
from dateline.model import DataError
from dateline.ontology import FRAME_COLUMNS, Fault, Ontology, OwnTables, Row, Table, read_table, refuse_faulty


@lru_cache(maxsize=4)
def frames_by_lemma(ontology: Ontology) -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """(lemma, `v` `n` or `a`) -> its frames, the most exact first, and of equals a researcher's own."""
    found: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in read_frames(ontology):
        found[frame.lemma, frame.pos].append(frame)
    return {key: tuple(sorted(frames, key=_rank)) for key, frames in found.items()}


def _rank(frame: Frame) -> tuple[int, int, bool, int, str]:
    wanted = [need for need in frame.needs if not need.negated]
    exact = sum(2 if need.values else 1 for need in wanted) + 2 * (frame.particle is not None)
    return -exact, len(wanted) - len(frame.needs), not frame.is_own, len(frame.id), frame.id


@lru_cache(maxsize=4)
def read_frames(ontology: Ontology) -> tuple[Frame, ...]:
    """The packaged frames but those that are left out, and a researcher's own.

    Raises:
        DataError: a row cannot be used; the message names file and line.
    """
    own = ontology.own
    if own is None:
        return packaged_frames()
    refuse_faulty(own.folder, list(own_faults(own, ontology)))
    left_out = {row["frame"] for row in own.without}
    kept = [frame for frame in packaged_frames() if frame.id not in left_out]
    return (*kept, *frames_of(own.frames, "own"))


def own_faults(own: OwnTables, ontology: Ontology) -> Iterator[Fault]:
    """A fault for everything in a researcher's own frames and words of contexts, and in the list of frames to leave out, that cannot be used."""
    yield from row_faults(own.frames, ontology)
    yield from word_faults(own.context_words, ontology)
    known = {frame.id for frame in packaged_frames()}
    for row in own.without:
        if row["frame"] not in known:
            what = f"no packaged frame has the id {row['frame']!r}; events name theirs as `rule`, such as frame:meet.v."
            yield row.fault(what)


@cache
def packaged_frames() -> tuple[Frame, ...]:
    """The frames of this version.

    Raises:
        DataError: a table cannot be read.
    """
    rows: list[Row] = []
    for table in packaged_tables().values():
        if table.faults:
            raise DataError(str(table.faults[0]))
        rows += table.rows
    return tuple(frames_of(rows, "frame"))


@cache
def packaged_tables() -> dict[str, Table]:
    """The packaged tables by their file names, in the order of these."""
    folder = files("dateline.events").joinpath("data/frames")
    tables = sorted((f for f in folder.iterdir() if f.name.endswith(".csv")), key=lambda f: f.name)
    return {f.name: read_table(f.read_bytes(), f.name, FRAME_COLUMNS) for f in tables}
