"""What a reader of the table sees, and what is kept case by case."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from evaluation.bench import PartMissing
from evaluation.cases import Attempts, Case, SetResult
from evaluation.peers import Part, Peer, load_peers
from evaluation.sets import SETS
from evaluation.table import results_table

RESULT = SetResult(
    "plv",
    {"plv.root": 0.81234, "plv.quad": 0.5},
    (Case("b", 0.5), Case("a", 0.5), Case("c", 0.0, {"gold": "AID", "trigger": [3, 9]})),
    also={"plv.coverage": 1.0},
)
SEEDS = SetResult("seeds", {"seeds.actors": 28.0}, (), totals={"seeds.actors": 32.0})


def printed(floors: dict[str, float]) -> str:
    console = Console(width=140, record=True, file=io.StringIO())
    peers = {
        "plv.root": [Peer("plv.root", 0.743, "A model", Part.OTHER), Peer("plv.root", 0.5, "B", Part.SAME)]
    }
    console.print(results_table([RESULT, SEEDS], peers, floors, "Title"))
    return console.export_text()


def test_the_table_shows_ours_beside_marked_peers_floors_and_whether_they_hold() -> None:
    lines = printed({"plv.root": 0.8, "plv.quad": 0.6}).splitlines()
    root, quad = next(x for x in lines if " root " in x), next(x for x in lines if " quad " in x)
    assert "plv (3)" in root and ".812" in root and ".743* A model; .500 B" in root and "pass" in root
    assert ".500" in quad and ".600" in quad and "FAIL" in quad


def test_counts_are_shown_with_their_totals_and_minor_numbers_without_floors() -> None:
    text = printed({})
    assert "28/32" in text and "coverage" in text and "1.000" in text
    assert "FAIL" not in text and "pass" not in text


def test_cases_are_written_worst_first_as_ids_and_offsets(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in RESULT.write(tmp_path).read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["c", "a", "b"]
    assert rows[0] == {"id": "c", "score": 0.0, "gold": "AID", "trigger": [3, 9]}


def test_every_peer_has_a_number_of_a_known_set_and_the_best_comes_first() -> None:
    peers = load_peers()
    assert {metric.split(".")[0] for metric in peers} <= set(SETS)
    for rows in peers.values():
        assert all(0 < peer.value < 1 for peer in rows)
        assert [p.value for p in rows] == sorted((p.value for p in rows), reverse=True)


def test_one_failing_case_counts_as_nothing_found_and_is_named() -> None:
    attempts = Attempts()

    def half(number: int) -> int:
        if number % 2:
            raise ValueError("odd\nand long")
        return number // 2

    assert [attempts.call(str(n), None, half, n) for n in (4, 3)] == [2, None]
    assert attempts.errors == {"3": "ValueError: odd"}
    attempts.require_some()


def test_a_part_that_fails_everywhere_or_is_not_there_is_not_measured() -> None:
    attempts = Attempts()
    attempts.call("1", None, int, "x")
    with pytest.raises(PartMissing, match="every case failed, the first with ValueError"):
        attempts.require_some()

    patient = Attempts(patience=2)
    patient.call("1", None, int, "x")
    with pytest.raises(PartMissing):
        patient.call("2", None, int, "y")

    def absent() -> None:
        raise ImportError("no module named parser")

    with pytest.raises(PartMissing, match="no module named parser"):
        Attempts().call("1", None, absent)
