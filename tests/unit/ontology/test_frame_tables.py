"""The event frames are data: whoever adds one learns here what is wrong with it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from dateline.ontology import Ontology, Root

COLUMNS = ["trigger", "pos", "needs", "plover", "mode", "cameo", "source", "target", "shape", "example"]
CLASSES = {"@actor", "@person", "@state", "@armed", "@military", "@group", "@org", "@party", "@outlet"}
ROLES = {
    "sentence",
    "relcl",
    "past",
    "passive",
    "light_iobj",
    "dobj",
    "iobj",
    "subj",
    "prep",
    "pobj",
    "prt",
    "xcomp",
    "ccomp",
    "amod",
    "compound",
    "poss",
}
PREPOSITIONS = set(
    """about across after against ahead along alongside among around as at before behind between by down for from in inside into near
    of off on out outside over through to toward towards under upon with""".split()
)
SLOTS = {
    *("subj", "dobj", "iobj", "xsubj", "xdobj", "obj_poss", "subj_poss", "poss", "amod"),
    *("light", "light_iobj", "light_dobj"),
}
SLOTS_WITH_PREPOSITION = {"prep", "light", "deep", "xprep"}
# easing in words is CONCEDE though CAMEO files it with deeds; leaving office has no CAMEO code but the root's
OTHER_ROOT = {
    "085": ["CONCEDE"],
    "0813": ["CONCEDE"],
    "0814": ["CONCEDE"],
    "0871": ["CONCEDE"],
    "080": ["RETREAT"],
}
FOLDER = files("dateline.events").joinpath("data/frames")


def read_table(root: Root) -> list[dict[str, str]]:
    return list(csv.DictReader(FOLDER.joinpath(f"{root.lower()}.csv").read_text("utf-8").splitlines()))


FRAMES = [row for root in Root for row in read_table(root)]


def name_of(frame: dict[str, str]) -> str:
    return f"{frame['plover']} {frame['trigger']}.{frame['pos']} [{frame['needs']}]"


def code_faults(frame: dict[str, str]) -> Iterator[str]:
    ontology = Ontology.load()
    if frame["mode"] and frame["mode"] not in {m.name for m in ontology.modes(frame["plover"])}:
        yield f"unknown mode {frame['mode']}"
    if frame["cameo"] not in ontology.cameo_codes:
        yield f"unknown CAMEO code {frame['cameo']}"
    elif frame["plover"] not in {
        ontology.crosswalk(frame["cameo"]).root,
        *OTHER_ROOT.get(frame["cameo"], ()),
    }:
        yield f"CAMEO {frame['cameo']} is another root"


def condition_faults(frame: dict[str, str]) -> Iterator[str]:
    for part in filter(None, frame["needs"].split(";")):
        role, _, values = part.removeprefix("!").partition("=")
        role, _, preposition = role.partition(":")
        if role not in ROLES | PREPOSITIONS or bool(preposition) != (role == "pobj"):
            yield f"unreadable condition {part}"
        yield from (f"unknown class {v}" for v in values.split("|") if v.startswith("@") and v not in CLASSES)


def slot_faults(frame: dict[str, str]) -> Iterator[str]:
    for slot in filter(None, f"{frame['source']}|{frame['target']}".split("|")):
        name, colon, preposition = slot.partition(":")
        known = SLOTS_WITH_PREPOSITION if colon else SLOTS | PREPOSITIONS
        if name not in known or (colon and preposition not in PREPOSITIONS):
            yield f"unknown slot {slot}"
    if frame["shape"] not in {"", "mutual"}:
        yield f"unknown shape {frame['shape']}"


def example_faults(frame: dict[str, str]) -> Iterator[str]:
    example = frame["example"]
    if len(re.findall(r"\*[^*]+\*", example)) != 1:
        yield "the example marks its trigger once, between asterisks"
    if re.sub(r"[^\[\]]", "", example).replace("[]", "") or re.sub(r"[^{}]", "", example).replace("{}", ""):
        yield "a mark of the example is left open"
    if "[" not in example and "{" not in example:
        yield "the example marks a source in square brackets or a target in braces"


def test_tables_have_the_columns_of_the_format_and_hold_their_own_root() -> None:
    assert {t.name for t in FOLDER.iterdir()} == {f"{root.lower()}.csv" for root in Root}
    for root in Root:
        table = read_table(root)
        assert list(table[0]) == COLUMNS
        assert {row["plover"] for row in table} == {root}
        assert {row["pos"] for row in table} <= {"v", "n", "a"}


def test_every_mode_can_be_coded_but_the_one_that_needs_to_know_the_host() -> None:
    ontology = Ontology.load()
    modes = {(root.value, mode.name) for root in ontology.roots for mode in ontology.modes(root)}
    assert modes - {(f["plover"], f["mode"]) for f in FRAMES} == {("CONSULT", "third-party")}


def test_no_trigger_has_the_same_conditions_twice() -> None:
    keys = Counter((f["trigger"], f["pos"], f["needs"]) for f in FRAMES)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("faults", [code_faults, condition_faults, slot_faults, example_faults])
def test_frames_are_sound(faults) -> None:  # type: ignore[no-untyped-def]
    assert [f"{name_of(frame)}: {fault}" for frame in FRAMES for fault in faults(frame)] == []


def test_status_words_have_known_parts_of_speech_and_no_doubles() -> None:
    text = files("dateline.events").joinpath("data/status.csv").read_text("utf-8")
    table = list(csv.DictReader(text.splitlines()))
    assert {row["pos"] for row in table} <= set("vnarxsp")
    assert {row["class"] for row in table} == {"planned", "hypothetical", "denied"}
    assert max(Counter((row["lemma"], row["pos"]) for row in table).values()) == 1
