"""Merges and splits that a user decides are logged, hold after a new start, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.knowledge import Knowledge
from dateline.knowledge.decisions import Decision, What, append, checked, in_force, read_log
from dateline.model import DataError

WATCHED = (
    "name,kind,aliases,state,role,start\n"
    "Orsolya Ferrant,person,,NOR,harbour master,2025-01\n"
    "Orsolja Ferrand,person,Quay Queen,NOR,pier warden,2020-01\n"
)
DAY = "2026-03-01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "watchlist.csv").write_text(WATCHED, encoding="utf-8")
    return tmp_path


def id_of(folder: Path, name: str) -> str:
    return Knowledge.load(overlays=[folder]).lookup(name, at=None)[0].actor


def decide(folder: Path, number: int, what: What, **said: object) -> None:
    append(folder, Decision(number, "2026-11-22", "editor", what, "why not", **said))  # type: ignore[arg-type]


def test_a_merge_gives_names_and_offices_to_the_one_that_stays(folder: Path) -> None:
    kept, given_up = id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")
    decide(folder, 1, What.MERGE, ids=(kept, given_up))
    tables = Knowledge.load(overlays=[folder])
    assert tables.lookup("Quay Queen", at=DAY)[0].actor == kept
    assert {o.title for o in tables.offices_of(given_up, DAY)} == {
        "harbour master of Norway",
        "pier warden of Norway",
    }
    entity = tables.entity(given_up)
    assert entity is not None and entity.id == kept
    assert tables.faults == ()


def test_after_a_split_a_name_stands_for_its_bearer_no_longer(folder: Path) -> None:
    decide(folder, 1, What.SPLIT, ids=(id_of(folder, "Quay Queen"),), name="Quay Queen")
    assert Knowledge.load(overlays=[folder]).lookup("Quay Queen", at=DAY) == []


def test_a_full_name_that_was_split_off_is_not_found_again_as_a_spelling(folder: Path) -> None:
    name = "Orsolia Ferrant"
    found = Knowledge.load(overlays=[folder]).lookup(name, at=DAY)
    assert found and "spelling" in found[0].why
    actor = found[0].actor
    (folder / "watchlist.csv").write_text(WATCHED.replace("person,,NOR", f"person,{name},NOR"), "utf-8")
    decide(folder, 1, What.SPLIT, ids=(actor,), name=name)
    assert Knowledge.load(overlays=[folder]).lookup(name, at=DAY) == []


def test_a_name_can_become_that_of_an_actor_apart(folder: Path) -> None:
    known = Knowledge.load(overlays=[]).lookup("Xi Jinping", at=DAY)[0]
    decide(folder, 1, What.SPLIT, ids=(known.actor,), name="Xi Jinping", apart=True)
    tables = Knowledge.load(overlays=[folder])
    (own, *_) = tables.lookup("Xi Jinping", at=DAY)
    assert own.actor != known.actor and own.actor.startswith("dl-person-")
    assert own.role is None
    assert tables.entity(known.actor) is not None, "the one who lost the name is still there"


def test_undoing_brings_back_and_can_be_undone(folder: Path) -> None:
    kept, given_up = id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")
    decide(folder, 1, What.MERGE, ids=(kept, given_up))
    decide(folder, 2, What.UNDO, undoes=1)
    assert id_of(folder, "Quay Queen") == given_up
    decide(folder, 3, What.UNDO, undoes=2)
    assert id_of(folder, "Quay Queen") == kept
    decisions, _ = read_log(folder)
    assert [d.number for d in in_force(decisions)] == [1]
    assert len(decisions) == 3, "nothing is ever deleted"


def test_a_chain_of_merges_leads_to_the_last(folder: Path) -> None:
    one, two = id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")
    third = Knowledge.load(overlays=[]).lookup("Espen Barth Eide", at=None)[0].actor
    decide(folder, 1, What.MERGE, ids=(two, one))
    decide(folder, 2, What.MERGE, ids=(third, two))
    tables = Knowledge.load(overlays=[folder])
    entities = [tables.entity(id) for id in (one, two)]
    assert [e.id for e in entities if e] == [third, third]


def test_a_decision_holds_when_an_actor_gets_another_id(folder: Path) -> None:
    kept, given_up = id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")
    decide(folder, 1, What.MERGE, ids=(kept, given_up))
    (folder / "qids.csv").write_text(
        "kind,name,state,qid\nperson,Orsolya Ferrant,NOR,Q101\nperson,Orsolja Ferrand,NOR,Q102\n",
        encoding="utf-8",
    )
    tables = Knowledge.load(overlays=[folder])
    assert tables.faults == ()
    assert {e.id for old in (kept, given_up, "Q102") if (e := tables.entity(old))} == {"Q101"}
    assert tables.lookup("Quay Queen", at=DAY)[0].actor == "Q101"


@pytest.mark.parametrize(
    ("ids", "name", "words"),
    [
        (("Q1", "dl-person-00000000"), None, "no actor of the tables has this id"),
        (("Q148", "Q159"), None, "states are not merged"),
        (("Q148",), "Nobody's Name", "is not called"),
    ],
)
def test_what_the_tables_do_not_have_cannot_be_decided(
    ids: tuple[str, ...], name: str | None, words: str
) -> None:
    what = What.SPLIT if name else What.MERGE
    with pytest.raises(DataError, match=words):
        checked(Decision(1, "2026-11-22", "e", what, "w", ids, name), Knowledge().registry)


def test_a_decision_that_fits_the_tables_no_longer_is_told_and_the_others_hold(folder: Path) -> None:
    kept, given_up = id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")
    decide(folder, 1, What.MERGE, ids=(kept, "dl-person-00000000"))
    decide(folder, 2, What.MERGE, ids=(kept, given_up))
    tables = Knowledge.load(overlays=[folder])
    (fault,) = tables.faults
    assert "decision 1 is not applied" in fault and "undo 1" in fault
    assert tables.lookup("Quay Queen", at=DAY)[0].actor == kept


def test_a_line_cut_off_by_a_kill_is_told_and_does_not_swallow_the_next(folder: Path) -> None:
    log = folder / "decisions.jsonl"
    log.write_text('{"number": 1, "date": "2026-', encoding="utf-8")
    decide(folder, 2, What.MERGE, ids=(id_of(folder, "Orsolya Ferrant"), id_of(folder, "Quay Queen")))
    decisions, faults = read_log(folder)
    assert [d.number for d in decisions] == [2]
    assert len(faults) == 1 and "line 1" in faults[0]
