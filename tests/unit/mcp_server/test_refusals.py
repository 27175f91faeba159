"""What cannot be answered comes back as a tool error of one clear line."""

from __future__ import annotations

import pytest

WRONG = [
    ("story", {"story": "story:0"}, "has no story story:0"),
    ("compare", {"story": "story:0"}, "has no story story:0"),
    ("compare", {"articles": ["sha256:0", "sha256:1"]}, "has no article sha256:0"),
    ("compare", {"articles": ["sha256:0", "sha256:0"]}, "one and the same"),
    ("compare", {}, "give `story`, or `articles`"),
    ("evidence", {"id": "event:0"}, "has no event:0"),
    ("evidence", {"id": "sha256:0#s1"}, "has no article sha256:0"),
    ("evidence", {"id": "the third one"}, "is no id of evidence: give event:"),
    ("events", {"after": "last May"}, "'last May' is no day: write it as 2024-03-12"),
    ("statements", {"before": "2024-13"}, "'2024-13' is no day"),
    ("who_is", {"name": "Fiji", "on": "yesterday"}, "'yesterday' is no day"),
    ("events", {"status": "maybe"}, "status cannot be 'maybe'"),
    ("events", {"root": "DANCE"}, "'DANCE' is no root: use one of AGREE"),
    ("events", {"between": ["KAZ"]}, "between cannot be ['KAZ']"),
    ("events", {"limit": 1000}, "limit cannot be 1000"),
    ("events", {"colour": "red"}, "events takes no 'colour': it takes"),
    ("events", {"cursor": "10-00000000"}, "is no cursor of this question"),
    ("story", {}, "story needs 'story'"),
    ("search", {"query": "after:soon"}, "soon"),
    ("forget", {"article": "sha256:0"}, "there is no tool 'forget'"),
]


@pytest.mark.parametrize(("tool", "arguments", "told"), WRONG, ids=[f"{w[0]}-{w[2][:30]}" for w in WRONG])
def test_a_wrong_question_gets_one_line(assistant, tool, arguments, told):
    line = assistant.refusal(tool, **arguments)
    assert told in line
    assert "\n" not in line and "Traceback" not in line and len(line) < 600


def test_a_long_id_is_not_sent_back_whole(assistant):
    assert len(assistant.refusal("story", story="x" * 50_000)) <= 600


def test_a_cursor_holds_for_its_own_question_only(assistant):
    cursor = assistant.ask("statements", limit=2)["next_cursor"]
    assert "is no cursor of this question" in assistant.refusal("statements", type="direct", cursor=cursor)
    assert assistant.ask("statements", limit=3, cursor=cursor)["statements"]


def test_what_is_empty_asks_for_nothing(assistant):
    asked = assistant.ask("events", actor="", outlet=[], after=None)
    assert asked == assistant.ask("events")
