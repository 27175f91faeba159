"""The set of another coder's unit tests: its dictionary, what counts as found, and the kinds of difference."""

from __future__ import annotations

from pathlib import Path

from dateline.model import Event, Participant, Span, Status, Trigger
from evaluation.sets.petr import KINDS, LABELS, Record, actor_words, is_coded, outcome, read_kinds, table

TEXT = "Northmark and Southmark broke off talks with the Duke of Westmark."
ACTORS = {
    "NOR": frozenset({"northmark"}),
    "SOU": frozenset({"southmark"}),
    "WES": frozenset({"duke of westmark"}),
}


def participant(words: str, state: str | None = None) -> Participant:
    start = TEXT.index(words)
    return Participant(None, words, state, state, (Span(start, start + len(words)),))


def event(root: str, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> Event:
    trigger = Trigger(24, 29, "break")
    return Event(
        "e1", source, target, root, None, (), None, 3, -2.0, Status.HAPPENED, None, None, trigger, Span(0, 29), (),
        None, 0.5, "test",
    )  # fmt: skip


def record(*codings: tuple[str, str, str]) -> Record:
    return Record("r", "DEMO", "19950101", TEXT, codings)


def test_names_of_the_dictionary_stand_under_the_first_letters_of_their_codes(tmp_path: Path) -> None:
    path = tmp_path / "actors.txt"
    path.write_text(
        "<!-- title -->\n\nNORTHMARK_ [NOR] # 1991\n+NORTHMARKER\nDUKE OF WESTMARK\n\t[WESGOV <950601]\n\t[EXL]\n"
    )
    assert actor_words(path) == {
        "NOR": {"northmark", "northmarker"},
        "WES": {"duke of westmark"},
        "EXL": {"duke of westmark"},
    }


def test_one_event_with_a_list_of_sources_is_several_codings() -> None:
    both = event(
        "REJECT", (participant("Northmark"), participant("Southmark")), (participant("the Duke of Westmark"),)
    )
    result = outcome(record(("NOR", "WESGOV", "111"), ("SOUMIL", "WESGOV", "111")), [both], ACTORS)
    assert len(result.found) == 2 and not result.differs


def test_direction_counts_unless_the_record_has_both() -> None:
    back = event("CONSULT", (participant("the Duke of Westmark"),), (participant("Northmark"),))
    there, again = ("NOR", "WES", "031"), ("WES", "NOR", "031")
    assert not is_coded(there, back, record(there), ACTORS)
    assert is_coded(there, back, record(there, again), ACTORS)


def test_another_root_is_missed_and_extra() -> None:
    result = outcome(
        record(("NOR", "WES", "223")), [event("REJECT", (participant("Northmark"),), ())], ACTORS
    )
    assert result.missed == (("NOR", "WES", "223"),) and len(result.extra) == 1
    line = table([result], {"r": ("ours",)})[1].split()
    assert line == ["DEMO", "1", "1", "0", "1", "1", "1", "0", "0"]


def test_every_difference_is_of_a_known_kind_with_a_short_reason() -> None:
    rows = LABELS.read_text(encoding="utf-8").splitlines()[1:]
    kinds = read_kinds()
    assert {kind for found in kinds.values() for kind in found} == set(KINDS)
    assert all(len(found) == len(set(found)) for found in kinds.values())
    assert all(len(row) < 110 for row in rows)
