"""What must hold of statements however the quotation marks of a text stand."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline

MARKS = ["", '"', "“", "”", "„", "«", "»", "‹", "›", "'", "‘", "’", "‚", "''", "``", '""', "“‘", "’”", ' " ']
PIECES = [
    "The well is dry",
    "we will not sell the harbour",
    "said Ilda Marsh, the mayor of Osthaven,",
    "she told reporters on Friday",
    "according to the union",
    "he has not condemned the raid",
    "the so-called",
    "partnership",
    "and that nobody had asked them",
    "The minister warned that",
    "“No,”",
    "sagte der Sprecher",
    "a déclaré le maire",
]
GLUE = [" ", ", ", ". ", ": ", "? ", " – ", "… ", "\n", "\n\n"]
marked = st.tuples(*(st.sampled_from(s) for s in (MARKS, PIECES, MARKS, GLUE))).map("".join)
TEXTS = st.lists(marked, min_size=1, max_size=14).map("".join)
PLAIN = '"The well is dry," said Ilda Marsh. She told reporters: "We will not sell." The minister warned that nobody had asked.'
UNBALANCED = "''The well is dry ›she told us‹ so ’The well``… it is: dry'' \" partnership \"\". according to the union‹ we will» not «‘: “No,”’"
OPEN = "The minister said: “We will not sell the harbour and „nobody ‘ever « asked, she added"
slow = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(TEXTS, st.sampled_from(["accurate", "fast"]))
def test_content_lies_in_the_text_and_never_overlaps_itself(text, tier):
    for statement in dateline.find_statements(text, tier=tier):
        assert statement.content
        assert all(0 <= start < end <= len(text) for start, end in statement.content)
        assert all(one.end <= other.start for one, other in pairwise(statement.content))
        spans = [
            *(statement.speaker.spans if statement.speaker else ()),
            *([statement.cue] if statement.cue else ()),
        ]
        assert all(0 <= start < end <= len(text) for start, end in spans)


@slow
@given(TEXTS)
def test_no_two_statements_have_the_same_content(text):
    contents = [statement.content for statement in dateline.find_statements(text)]
    assert len(contents) == len(set(contents))


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("text", [PLAIN, UNBALANCED, OPEN])
def test_time_grows_with_the_length_of_the_text(text, gap):
    """Eight times the text takes at most fourteen times as long, in one paragraph and in many."""
    dateline.find_statements(text)
    once, often = (_seconds(gap.join([text] * times)) for times in (16, 128))
    assert often < 14 * once


def _seconds(text: str) -> float:
    """CPU time of the rules and the parse, the better of two runs."""
    spent = []
    for _ in range(2):
        begun = time.process_time()
        dateline.find_statements(text, tier="fast")
        spent.append(time.process_time() - begun)
    return min(spent)
