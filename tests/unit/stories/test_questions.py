"""How the question of a fact reads, and which words answer it."""

from __future__ import annotations

import pytest
from invented_pages import MOYO, reading, said, whole

from dateline.model import Fact, FactKind, Reading, Support
from dateline.stories import compare
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import clauses_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The minister, Tendai Moyo, resigned on Monday.", "The minister, Tendai Moyo, resigned on Monday"),
        (
            "WINDHOEK - The minister, Tendai Moyo, resigned on Monday.",
            "The minister, Tendai Moyo, resigned on Monday",
        ),
        ("“The harbour is open,” Moyo said.", "The harbour is open"),
    ],
)
def test_a_question_is_a_sentence_without_loose_quotation_marks(sentence: str, words: str) -> None:
    clauses = [c for c in clauses_of(reading("a", "News", sentence)) if c.span.start > len("News")]
    clause = next((c for c in clauses if "resigned" in c.text), clauses[0])
    assert asked("Whether", clause) == f"Whether: {words}"


PLANNED = "Tendai Moyo will visit Tartu on Friday to open the harbour fair. "
CALLED_OFF = (
    "Tendai Moyo’s visit to Tartu, which had been planned for Friday, was called off, her office said."
)


def visit(name: str, title: str, body: str, quoted: str = "") -> Reading:
    statements = (said(whole(title, body), quoted, MOYO),) if quoted else ()
    return reading(name, title, body, published="2024-05-08", statements=statements)


def conflicts(a: Reading, b: Reading) -> list[Fact]:
    return [fact for fact in compare(a, b).facts if fact.support is Support.CONFLICTING]


def test_what_somebody_says_of_a_visit_is_no_report_that_it_took_place() -> None:
    words = "This visit opens a new page"
    called_off = visit("b", "No visit to Tartu", CALLED_OFF)
    quoted = visit("a", "Moyo to go to Tartu", f"{PLANNED}“{words},” she said.", words)
    assert conflicts(quoted, called_off) == []
    told = visit("a", "Moyo to go to Tartu", f"{PLANNED}{words}.")
    assert [fact.kind for fact in conflicts(told, called_off)] == [FactKind.STATUS]
