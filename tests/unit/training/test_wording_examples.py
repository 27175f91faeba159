"""The examples for the reader of wordings: every line can be learnt from."""

from __future__ import annotations

import pytest

from training.wording_lines import fault_of, lines, said

LINE = {
    "speaker": "Mayor Ana Ruiz",
    "how": "reported",
    "a": "“We will rebuild the bridge”",
    "b": "the crossing would be built again",
    "look_alikes": ["“We will rebuild the school”", "the bridge had been old"],
}


def test_every_line_is_sound() -> None:
    assert len(list(lines())) > 300


@pytest.mark.parametrize(
    "fault",
    [
        {"how": "guessed"},
        {"look_alikes": []},
        {"b": "“We will rebuild the bridge”"},
        {"a": "No"},
        {"kind": "number"},
    ],
)
def test_a_line_that_teaches_nothing_is_refused(fault: dict[str, object]) -> None:
    assert fault_of(LINE) is None
    assert fault_of(LINE | fault)


def test_a_saying_is_read_as_a_statement_holds_it() -> None:
    assert said("“We will rebuild the bridge”") == "We will rebuild the bridge"
    assert said("that the crossing would be built again") == "the crossing would be built again"
