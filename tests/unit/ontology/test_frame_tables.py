"""The event frames are data: whoever adds one learns here what is wrong with it."""

from __future__ import annotations

from dateline.events import read_frames
from dateline.events.check import check
from dateline.ontology import Ontology


def test_the_tables_of_frames_and_status_words_are_sound() -> None:
    assert check() == []


def test_every_mode_can_be_coded() -> None:
    ontology = Ontology.packaged()
    modes = {(root, mode.name) for root in ontology.roots for mode in ontology.modes(root)}
    coded = {(frame.plover, frame.mode) for frame in read_frames(ontology)}
    assert modes - coded == set()
