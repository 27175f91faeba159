"""A researcher's own frames beside the packaged ones, and what is wrong with their rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.api import resources
from dateline.events import EventCoder, read_frames, trigger_words
from dateline.events.acts_read import read_matches
from dateline.events.frame_rows import row_faults
from dateline.events.frame_tables import frames_by_lemma
from dateline.language import installed_model, split_sentences
from dateline.model import Block, BlockKind, DataError
from dateline.ontology import FRAME_COLUMNS, Ontology, Row
from dateline.readers import SentenceReading

HEADER = ",".join(FRAME_COLUMNS) + "\n"
ROOTS = "root,quad,score,cameo,gloss\nFISHERY,4,-3,,fish\n"
TRAWL = "trawl,v,,FISHERY,,,subj,deep:of,,[Norway] *trawled* in the waters of {Iceland}.\n"
needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def ontology_of(tmp_path: Path, frames: str, without: str = "", roots: str = ROOTS) -> Ontology:
    (tmp_path / "frames").mkdir(exist_ok=True)
    (tmp_path / "roots.csv").write_text(roots, encoding="utf-8")
    (tmp_path / "frames" / "own.csv").write_text(HEADER + frames, encoding="utf-8")
    if without:
        (tmp_path / "frames" / "without.csv").write_text("frame\n" + without, encoding="utf-8")
    return Ontology.load(tmp_path)


def test_own_frames_are_added_and_their_triggers_ask_for_a_parse(tmp_path: Path) -> None:
    ontology = ontology_of(tmp_path, TRAWL)
    own = [frame for frame in read_frames(ontology) if frame.is_own]
    assert [(frame.id, frame.plover) for frame in own] == [("own:trawl.v", "FISHERY")]
    assert len(read_frames(ontology)) == len(read_frames(Ontology.packaged())) + 1
    assert {"trawled", "trawling"} <= trigger_words(ontology)
    assert "trawled" not in trigger_words(Ontology.packaged())


def test_an_own_frame_goes_before_the_packaged_one_with_the_same_conditions(tmp_path: Path) -> None:
    own = "threaten,v,xcomp,FISHERY,,,subj,xdobj,,[Norway] *threatened* to raid {Iceland}.\n"
    frames = frames_by_lemma(ontology_of(tmp_path, own))["threaten", "v"]
    first = next(frame for frame in frames if frame.is_own)
    alike = [frame.plover for frame in frames if frame.needs == first.needs]
    assert alike == ["FISHERY", "THREATEN"]


def test_a_packaged_frame_with_more_conditions_still_goes_before(tmp_path: Path) -> None:
    own = "threaten,v,,FISHERY,,,subj,dobj,,[Norway] *threatened* {Iceland}.\n"
    frames = frames_by_lemma(ontology_of(tmp_path, own))["threaten", "v"]
    assert frames[0].plover == "THREATEN" and "own:threaten.v" in {frame.id for frame in frames}


def test_packaged_frames_can_be_left_out(tmp_path: Path) -> None:
    ontology = ontology_of(tmp_path, TRAWL, without="frame:invade.v\n")
    left = {f.id for f in read_frames(Ontology.packaged())} - {f.id for f in read_frames(ontology)}
    assert left == {"frame:invade.v"}


def test_an_unknown_frame_cannot_be_left_out(tmp_path: Path) -> None:
    ontology = ontology_of(tmp_path, TRAWL, without="frame:invade.v\nframe:nothing.v\n")
    with pytest.raises(DataError, match=r"without\.csv line 3: no packaged frame .*'frame:nothing\.v'"):
        read_frames(ontology)


def test_a_coder_refuses_faulty_frames(tmp_path: Path) -> None:
    ontology = ontology_of(tmp_path, TRAWL.replace("FISHERY", "FISHING"))
    with pytest.raises(DataError, match=r"own\.csv line 2: unknown type 'FISHING'.*ontology check"):
        EventCoder(ontology)


@needs_model
def test_the_reader_of_acts_does_not_deny_an_own_frame(tmp_path: Path) -> None:
    text = "Norway trawled and invaded Iceland."
    block = Block(BlockKind.BODY, 0, len(text))
    (parse,) = resources().parser.parse(text, split_sentences(text, [block]))
    trawled, invaded = (next(t for t in parse.tokens if t.lower == w) for w in ("trawled", "invaded"))
    frames = frames_by_lemma(ontology_of(tmp_path, TRAWL))
    matches = [(trawled, frames["trawl", "v"][0]), (invaded, frames["invade", "v"][0])]
    no_act = np.array([[20.0] + [0.0] * 16], dtype=np.float32)
    read = SentenceReading({trawled.start: 0, invaded.start: 0}, no_act, np.zeros((1, 4), dtype=np.float32))
    assert read_matches(parse, matches, read, []) == matches[:1]


GOOD = dict(zip(FRAME_COLUMNS, TRAWL.strip().replace("FISHERY", "COERCE").split(","), strict=True))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"trigger": ""}, "the trigger is missing"),
        ({"trigger": "Trawl"}, "'Trawl' is no lemma; write it in small letters: trawl"),
        ({"pos": "x"}, "unknown pos 'x'"),
        ({"plover": "FISHRY"}, "unknown type 'FISHRY'"),
        ({"mode": "night"}, "unknown mode 'night'; those of COERCE: "),
        ({"cameo": "999"}, "unknown CAMEO code '999'"),
        ({"cameo": "040"}, "CAMEO 040 belongs to CONSULT, not to COERCE"),
        ({"needs": "dobjj=cod"}, "unknown role 'dobjj'"),
        ({"needs": "pobj=cod"}, "only pobj takes a preposition, and needs one"),
        ({"needs": "dobj:of=cod"}, "only pobj takes a preposition"),
        ({"needs": "pobj:offf=cod"}, "unknown preposition 'offf'"),
        ({"needs": "!dobj=@boats|@state"}, "unknown class '@boats'"),
        ({"source": "sbj"}, "unknown slot 'sbj' in source"),
        ({"target": "subj|prep:offf"}, "unknown preposition 'offf' in 'prep:offf'"),
        ({"target": "subj:of"}, "unknown slot 'subj:of' in target"),
        ({"shape": "round"}, "unknown shape 'round'"),
        ({"example": ""}, "the example is missing"),
        ({"example": "[Norway] trawled."}, "marks its trigger once"),
        ({"example": "[Norway] *trawled* and *hauled*."}, "marks its trigger once"),
        ({"example": "[Norway *trawled*."}, "left open"),
        ({"example": "Norway *trawled*."}, "names nobody"),
        ({"example": "[Norway] *trawled*. #maybe"}, "unknown status 'maybe'"),
    ],
)
def test_a_faulty_row_says_what_is_wrong(changed: dict[str, str], what: str) -> None:
    row = Row(GOOD | changed)
    row.file, row.line = "frames/own.csv", 7
    (fault,) = row_faults([row], Ontology.packaged())
    assert str(fault).startswith("frames/own.csv line 7: ") and what in fault.what


def test_of_two_frames_with_the_same_conditions_the_second_is_told() -> None:
    rows = [Row(GOOD), Row(GOOD)]
    for line, row in enumerate(rows, 2):
        row.file, row.line = "frames/own.csv", line
    (fault,) = row_faults(rows, Ontology.packaged())
    assert fault.line == 3 and "those of frames/own.csv line 2" in fault.what
