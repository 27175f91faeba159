"""The speeches for the reader of wordings: every line can be learnt from, and its look-alikes are other points."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.speech_lines import SPEECH, fault_of, speeches

SPOKEN = {
    "speaker": "Mayor Ana Ruiz",
    "occasion": "a walk through the flooded quarter",
    "a": ["“We will rebuild the bridge”", "the school would reopen in May", "“Nobody warned us”"],
    "b": ["no warning had come", "the crossing would be built again", "the bridge had been old"],
    "same": [[0, 1], [2, 0]],
}


def test_every_line_is_sound() -> None:
    found = list(speeches())
    assert len(found) > 400
    assert sum(map(len, found)) > 1200


def test_an_utterance_has_all_other_points_of_the_second_outlet_as_look_alikes(tmp_path: Path) -> None:
    (tmp_path / "mayors.jsonl").write_text(json.dumps(SPOKEN), encoding="utf-8")
    ((bridge, warning),) = speeches(tmp_path)
    assert (bridge.a, bridge.b, bridge.how) == (SPOKEN["a"][0], SPOKEN["b"][1], SPEECH)
    assert bridge.look_alikes == (SPOKEN["b"][0], SPOKEN["b"][2])
    assert warning.b not in warning.look_alikes


@pytest.mark.parametrize(
    "fault",
    [
        {"same": []},
        {"same": [[0, 3]]},
        {"same": [[0]]},
        {"a": ["one", "two"]},
        {"b": ["one", "one", "two"]},
        {"how": "cut"},
    ],
)
def test_a_line_that_teaches_nothing_is_refused(fault: dict[str, object]) -> None:
    assert fault_of(SPOKEN) is None
    assert fault_of(SPOKEN | fault)
