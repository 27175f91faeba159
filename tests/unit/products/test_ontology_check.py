"""A folder of own types and frames, checked down to the coding of its examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.api import resources
from dateline.language import PlainParser, installed_model
from dateline.ontology import FRAME_COLUMNS, Ontology
from dateline.products.ontology_check import OntologyCheck, check_folder

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")
HEADER = ",".join(FRAME_COLUMNS) + "\n"
ROOTS = "root,quad,score,cameo,gloss\nFISHERY,4,-3,,fish in the waters of others\n"
MODES = "root,mode,score,cameo,gloss\nFISHERY,quota,-2,,too much\n"
TRAWL = "trawl,v,,FISHERY,,,subj,deep:of,,[Norway] *trawled* in the waters of {Iceland}.\n"
OVERFISH = "overfish,v,dobj=cod,FISHERY,quota,,subj,prep:off,,[Malta] may *overfish* cod off {Iceland}. #hypothetical\n"


@pytest.fixture
def check(tmp_path: Path):
    """Checks a folder with these frames, roots and modes."""

    def checked(frames: str, roots: str = ROOTS, modes: str = MODES) -> OntologyCheck:
        (tmp_path / "frames").mkdir(exist_ok=True)
        for name, text in (("roots", roots), ("modes", modes), ("frames/own", HEADER + frames)):
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        made = resources()
        return check_folder(tmp_path, made.parser, made.knowledge, "0")

    return checked


@needs_model
def test_a_sound_folder_holds(check) -> None:
    assert check(TRAWL + OVERFISH) == OntologyCheck((), 1, 1, 2, 2, 0, 0)


@needs_model
@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (",v,,", ",v,dobj,", "no event at the trigger"),
        ("[Norway]", "[a gull]", "source missing: a gull"),
        ("deep:of", "prep:off", "target missing: Iceland"),
        ("subj", "by", "source missing: Norway"),
        ("*trawled*", "may have *trawled*", "status hypothetical, not happened"),
    ],
)
def test_an_example_that_is_not_coded_as_marked_is_told(old, new, problem, check) -> None:
    found = check(TRAWL.replace(old, new) + OVERFISH)
    (fault,) = found.faults
    assert (fault.file, fault.line) == ("frames/own.csv", 2)
    assert fault.what.startswith(f"the example is not coded as the row says: {problem}")
    assert (found.frames, found.examples) == (2, 1)


@needs_model
def test_an_example_that_another_frame_codes_is_told(check) -> None:
    (fault,) = check("expel,v,,FISHERY,,,subj,dobj,,[Bhutan] *expelled* {two envoys}.\n").faults
    assert "coded SANCTION by frame:expel.v." in fault.what
    assert "not FISHERY" in fault.what


@needs_model
def test_an_example_with_another_mode_is_told(check) -> None:
    broad = OVERFISH.replace("dobj=cod,FISHERY,quota", "dobj=cod;subj=@actor,FISHERY,")
    (fault,) = check(OVERFISH + broad).faults
    assert "mode (none) by own:overfish.v.2, not quota" in fault.what


@needs_model
def test_a_trigger_that_is_inflected_is_told_with_its_lemma(check) -> None:
    (fault,) = check(TRAWL.replace("trawl,v", "trawled,v")).faults
    assert "trigger 'trawled' is no lemma; write trawl." in fault.what


@needs_model
def test_no_packaged_trigger_is_inflected() -> None:
    from dateline.events import read_frames

    kinds = {"v": "verb", "n": "noun", "a": "adj"}
    parser = resources().parser
    frames = read_frames(Ontology.packaged())
    assert [f.id for f in frames if parser.base_of_word(f.lemma, kinds[f.pos])] == []


@pytest.mark.parametrize(
    ("roots", "modes"),
    [
        (ROOTS.replace("FISHERY,4", "FISHERY,9"), MODES),
        (ROOTS, MODES.replace("-2", "-200")),
        (ROOTS.replace("quad", "quads"), MODES),
    ],
)
def test_frames_of_a_broken_type_or_mode_wait_until_that_is_mended(roots, modes, check) -> None:
    files = {fault.file for fault in check(OVERFISH, roots, modes).faults}
    assert "frames/own.csv" not in files and files


def test_without_a_language_model_no_example_holds(tmp_path: Path, check) -> None:
    check(TRAWL)
    found = check_folder(tmp_path, PlainParser(), resources().knowledge, "0")
    (fault,) = found.faults
    assert found.examples == 0 and "no language model is installed" in fault.what
