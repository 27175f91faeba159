"""Samples on the command line: drawn, labelled on a terminal or in a sheet, scored."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import select
import shutil
import sys
import time
from dataclasses import replace

import pytest

from dateline.cli.audit.rounds import Round
from dateline.cli.audit.terminal import Terminal
from dateline.store.auditing import AuditKind, Fault, Label, Verdict
from tests.unit.products.invented_samples import NOTHING, RIGHT, SKIPPED, event_row, wrong


@pytest.fixture
def place(filled, tmp_path):
    """A collection with a sample of all its events."""
    copy = tmp_path / "collection"
    shutil.copytree(filled, copy)
    return copy


@pytest.fixture
def drawn(run, place):
    assert run("audit", "draw", "spring", "-c", place, "--of", "events").status == 0
    return place


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def sheet_of(run, place, name="spring", by="Ana"):
    outcome = run("audit", "label", name, "-c", place, "--by", by, "--to", "csv")
    return list(csv.DictReader(io.StringIO(outcome.out.removeprefix("\ufeff"))))


def written(path, cells):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, cells[0].keys())
        table.writeheader()
        table.writerows(cells)
    return path


def test_a_sample_is_drawn_and_listed(run, place):
    outcome = run(
        "audit", "draw", "spring", "-c", place, "--of", "events", "--root", "consult", "--size", "1"
    )
    (told,) = lines(outcome.out)
    assert (told["drawn"], told["filters"]) == (1, {"root": ["consult"]})
    assert lines(run("audit", "list", "-c", place).out) == [told]
    assert "where root consult; labelled: none yet" in run("audit", "list", "-c", place, "--to", "table").out


def test_a_filter_of_other_rows_is_refused(run, place):
    outcome = run("audit", "draw", "spring", "-c", place, "--of", "statements", "--root", "consult")
    assert outcome.status == 2 and "--root is no filter of statements" in outcome.err
    assert run("audit", "list", "-c", place).status == 2


def test_a_sheet_goes_out_comes_back_and_is_scored(run, drawn, tmp_path):
    cells = sheet_of(run, drawn)
    for row in cells:
        row["verdict"] = "right"
    cells[0] |= {"verdict": "wrong", "right place": "Osthaven"}
    cells[1] |= {"verdict": "nothing"}
    taken = run("audit", "take", "spring", written(tmp_path / "sheet.csv", cells), "-c", drawn, "--by", "Ana")
    assert taken.status == 0 and f"{len(cells)} of {len(cells)} rows" in taken.err
    found = json.loads(run("audit", "score", "spring", "-c", drawn).out)
    (ana,) = found["labellers"]
    assert (ana["precision"]["right"], ana["precision"]["of"]) == (len(cells) - 2, len(cells))
    assert sheet_of(run, drawn)[0]["right place"] == "Osthaven"
    shown = run("audit", "score", "spring", "-c", drawn, "--to", "table").out
    assert "all is right" in shown and "95 % interval" in shown
    assert "none: all rows" in shown and " to " not in shown.partition("all is right")[2].splitlines()[0]
    first, second = lines(run("audit", "examples", "spring", "-c", drawn).out)
    assert first["right"]["place"] == "Osthaven" and first["by"] == "Ana"
    assert second["right"] is None
    listed = run("audit", "examples", "spring", "-c", drawn, "--to", "json")
    assert json.loads(listed.out) == [first, second]


def test_two_who_label_are_compared(run, drawn, tmp_path):
    cells = sheet_of(run, drawn)
    for by, verdict in (("Ana", "right"), ("Ben", "nothing")):
        for row in cells:
            row["verdict"] = "right"
        cells[0]["verdict"] = verdict
        run("audit", "take", "spring", written(tmp_path / f"{by}.csv", cells), "-c", drawn, "--by", by)
    (found,) = json.loads(run("audit", "score", "spring", "-c", drawn).out)["agreements"]
    assert (found["one"], found["other"], found["differ"]) == ("Ana", "Ben", [1])
    shown = run("audit", "score", "spring", "-c", drawn, "--to", "table").out
    assert "they differ on rows 1" in shown and "kappa 0.00" in shown


def test_bad_rows_of_a_sheet_are_named_and_stop_no_others(run, drawn, tmp_path):
    cells = sheet_of(run, drawn)
    cells[0]["verdict"], cells[1]["verdict"] = "perhaps", "right"
    outcome = run("audit", "take", "spring", written(tmp_path / "s.csv", cells), "-c", drawn, "--by", "Ana")
    assert outcome.status == 1
    assert "line 2: 'perhaps' is no verdict" in outcome.err and "1 could not be taken" in outcome.err
    assert json.loads(run("audit", "score", "spring", "-c", drawn).out)["labellers"][0]["labelled"] == 1


def test_what_is_missing_is_told_in_one_line(run, drawn, tmp_path):
    for arguments, advice in (
        (("score", "autumn"), "audit list"),
        (("score", "spring"), "nobody has labelled"),
        (("take", "spring", tmp_path / "none.csv", "--by", "Ana"), "check the path"),
        (("label", "spring", "--by", "Ana"), "--to csv"),
        (("label", "spring", "--by", " "), "cannot be empty"),
        (("examples", "spring"), "nothing was corrected"),
        (("drop", "spring"), "--yes"),
        (("draw", "spring", "--of", "events"), "another name"),
    ):
        outcome = run("audit", *arguments, "-c", drawn)
        assert outcome.status == 2 and advice in outcome.err, arguments
        assert outcome.out == ""


def test_a_sample_is_dropped(run, drawn):
    assert run("audit", "drop", "spring", "-c", drawn, "--yes").status == 0
    assert run("audit", "list", "-c", drawn).status == 2


class Scripted:
    """Somebody who answers as it was written down: keys, and lines where a line is asked for. What is missing is Ctrl-D."""

    def __init__(self, *answers):
        self.answers, self.shown, self.told = list(answers), [], []

    def show(self, row, kind, answered, rows, label):
        self.shown.append((row.number, answered, label))

    def key(self, keys):
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def line(self, asked):
        return self.key({})

    def tell(self, message):
        self.told.append(message)


def labelled(*answers, said=None, rows=3):
    """What is kept of some answers, in order, and the desk."""
    desk, kept = Scripted(*answers), []
    made = [event_row(number) for number in range(1, rows + 1)]
    Round(AuditKind.EVENTS, made, said or {}, lambda number, label: kept.append((number, label)), desk).run()
    return kept, desk


def test_each_answer_is_kept_at_once_and_the_round_ends_with_the_last_row():
    kept, desk = labelled("r", "n", "s", "r")
    assert kept == [(1, RIGHT), (2, NOTHING), (3, SKIPPED)]
    assert [(number, answered) for number, answered, _ in desk.shown] == [(1, 0), (2, 1), (3, 2)]
    assert desk.answers == ["r"]


def test_a_wrong_row_names_fields_with_or_without_what_would_be_right():
    kept, _ = labelled("w", "4", "planned", "5", "", "6", "-", "\r")
    assert kept == [(1, wrong(("status", "planned"), "date", ("place", "")))]


def test_a_value_that_cannot_be_is_asked_for_again():
    kept, desk = labelled("w", "4", "maybe", "denied", "\r")
    assert kept == [(1, Label(Verdict.WRONG, (Fault("status", "denied"),)))]
    assert "'maybe' is no status" in desk.told[0]


def test_wrong_without_a_field_is_asked_for_again_and_can_be_taken_back():
    kept, desk = labelled("w", "\r", "b", "r", "q")
    assert kept == [(1, RIGHT)]
    assert desk.told == ["press the number of a field that is wrong."]


def test_it_goes_on_where_it_stopped_and_other_keys_do_nothing():
    kept, desk = labelled("x", "\x1b[A", "r", "q", said={1: RIGHT})
    assert kept == [(2, RIGHT)]
    assert desk.shown[0][0] == 2


def test_back_shows_the_row_before_with_its_answer_and_then_returns():
    kept, desk = labelled("r", "b", "s", "q")
    assert kept == [(1, RIGHT), (1, SKIPPED)]
    assert desk.shown[1:] == [(2, 1, None), (1, 1, RIGHT), (2, 1, None)]


def test_ctrl_d_keeps_what_was_answered():
    assert labelled("r", "w", "4")[0] == [(1, RIGHT)]


def test_on_a_real_terminal_keys_answer_and_the_next_time_goes_on(run, drawn):
    first = _on_a_terminal(drawn, [b"x", b"w", b"6", b"Osthaven\r", b"\r", b"q"])
    assert "trigger: " in first and "right place" in first
    assert "row 2 · 1 of 2 answered" in first
    assert "row 2 · 1 of 2 answered" in _on_a_terminal(drawn, [b"q"])
    cells = sheet_of(run, drawn)
    assert [row["verdict"] for row in cells] == ["wrong", ""]
    assert cells[0]["right place"] == "Osthaven"


def test_words_of_a_page_do_not_steer_the_terminal(capsys):
    row = replace(
        event_row(1, source="\x1b]0;title\x07Norway"), title="\x1b[2JVisit", before="It\nrained \x9b31m."
    )
    Terminal().show(row, AuditKind.EVENTS, 0, 1, None)
    shown = capsys.readouterr().out
    assert "Norway" in shown and "It rained" in shown
    assert not {letter for letter in shown if not letter.isprintable()} - {"\n"}


def _on_a_terminal(place, keys):
    """Runs `dateline audit label` on a terminal of its own, presses each key when it is asked for one, and gives what was shown."""
    child, terminal = pty.fork()
    if not child:
        command = [
            sys.executable,
            "-m",
            "dateline",
            "audit",
            "label",
            "spring",
            "-c",
            str(place),
            "--by",
            "Ana",
        ]
        os.execve(sys.executable, command, {**os.environ, "TERM": "dumb", "COLUMNS": "200", "NO_COLOR": "1"})
    shown, waiting, quiet = b"", list(keys), time.monotonic() + 120
    while time.monotonic() < quiet:
        ready, _, _ = select.select([terminal], [], [], 1.0)
        if ready:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
        elif waiting and shown:
            os.write(terminal, waiting.pop(0))
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return shown.decode()
