"""Whether a researcher's own types and frames are sound, and whether each frame's example is coded as its row says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.events import EventCoder, Frame, own_faults, problem_of, read_example, read_frames
from dateline.knowledge import Knowledge
from dateline.language import PlainParser, SpacyParser
from dateline.model import Article, Block, BlockKind, DatedValue, DatePrecision, Event
from dateline.model.codec import Record
from dateline.ontology import Fault, Ontology, OwnTables, Row, existing_folder, read_own, type_faults
from dateline.reading import Resources, read_clean

_KINDS = {"v": "verb", "n": "noun", "a": "adj"}
_TYPES = ("roots.csv", "modes.csv")
_TIER = "rules"
"""Frames are checked by themselves, without the reader of acts beside them, and every example is parsed."""
Parser = SpacyParser | PlainParser


@dataclass(frozen=True, slots=True)
class OntologyCheck(Record):
    """What is wrong in a folder, and how many of its types, modes, frames, examples, contexts and words of contexts hold."""

    faults: tuple[Fault, ...]
    types: int
    modes: int
    frames: int
    examples: int
    contexts: int
    context_words: int


def check_folder(folder: str | Path, parser: Parser, knowledge: Knowledge, version: str) -> OntologyCheck:
    """Checks all rows of a folder, then codes the examples of the sound ones.

    Raises:
        DataError: the folder is not there.
    """
    own = read_own(existing_folder(folder))
    of_types = [*own.faults, *type_faults(own)]
    told = _without_broken_types(own, of_types)
    of_frames = [*own_faults(told, Ontology.of(told)), *_inflected(told.frames, parser)]
    sound = told.only(_is_none_of(of_frames))
    of_examples = _example_faults(sound, Resources.of(parser, knowledge, Ontology.of(sound), version))
    faults = sorted([*of_types, *of_frames, *of_examples], key=lambda fault: (fault.file, fault.line or 0))
    hold = len(sound.frames) - len(of_examples)
    counts = (len(sound.roots), len(sound.modes), len(sound.frames), hold)
    return OntologyCheck(tuple(faults), *counts, len(sound.contexts), len(sound.context_words))


def _without_broken_types(own: OwnTables, faults: Sequence[Fault]) -> OwnTables:
    """The sound types, and the frames that can be checked: one of a broken type waits until that is mended."""
    if any(fault.file in _TYPES and (fault.line or 1) == 1 for fault in faults):
        return own.only(lambda _: False)
    is_sound = _is_none_of(faults)
    roots = {row["root"] for row in own.roots if not is_sound(row)} - set(Ontology.packaged().roots)
    modes = {(row["root"], row["mode"]) for row in own.modes if not is_sound(row)}
    return own.only(
        lambda row: (
            is_sound(row)
            and row.get("plover", row.get("root")) not in roots
            and (row.get("plover"), row.get("mode")) not in modes
        )
    )


def coded_examples(frames: Sequence[Frame], resources: Resources) -> list[tuple[Frame, str | None]]:
    """All frames with what is wrong with how their example is coded; the examples are read as paragraphs of one text."""
    examples = [read_example(frame.example) for frame in frames]
    text, starts = "", []
    for example in examples:
        starts.append(len(text))
        text += example.text + "\n"
    events = _events(text, resources)
    results = []
    for frame, example, start in zip(frames, examples, starts, strict=True):
        here = [e for e in events if start <= e.trigger.start < start + len(example.text)]
        results.append((frame, problem_of(frame, example, start, here)))
    return results


def _events(text: str, resources: Resources) -> tuple[Event, ...]:
    """All events, those among private people too: an example need not name a public actor."""
    published = DatedValue("2024-03-08", DatePrecision.DAY, "given", None)
    body = (Block(BlockKind.BODY, 0, len(text)),)
    article = Article("", "", None, None, None, (), published, None, None, "en", True, text, body, ())
    coder = EventCoder(resources.ontology, with_private=True)
    return read_clean(article, replace(resources, coder=coder), tier=_TIER).events


def _example_faults(own: OwnTables, resources: Resources) -> list[Fault]:
    frames = [frame for frame in read_frames(resources.ontology) if frame.is_own]
    if isinstance(resources.parser, PlainParser):
        what = "no language model is installed, so this example was not coded; `dateline doctor` says how to get one."
        return [row.fault(what) for row in own.frames]
    coded = coded_examples(frames, resources)
    return [
        row.fault(f"the example is not coded as the row says: {problem}; mend the frame or the example.")
        for row, (_, problem) in zip(own.frames, coded, strict=True)
        if problem
    ]


def _inflected(rows: Sequence[Row], parser: Parser) -> Iterator[Fault]:
    for row in rows:
        word = row["trigger"].partition(" ")[0]
        base = parser.base_of_word(word, _KINDS[row["pos"]]) if row["pos"] in _KINDS else None
        if base:
            yield row.fault(f"trigger {word!r} is no lemma; write {base}.")


def _is_none_of(faults: Sequence[Fault]) -> Callable[[Row], bool]:
    places = {(fault.file, fault.line) for fault in faults}
    return lambda row: (row.file, row.line) not in places
