"""What the table of a story's facts shows."""

from __future__ import annotations

from rich.console import Console

from dateline.cli.tables import fact_table
from dateline.model import Fact, FactKind, Position, Span, Stance, Story, Support


def shown(*facts: Fact) -> str:
    story = Story("story:1", "A fire", ("a", "b"), 2, 2, 2, (), facts, (), ())
    console = Console(width=120)
    with console.capture() as taken:
        console.print(fact_table(story, console.width))
    return taken.get()


def fact(kind: FactKind, support: Support, *values: str) -> Fact:
    positions = tuple(
        Position(article, Stance.REPORTS, value, value, (Span(0, 1),))
        for article, value in zip("ab", values, strict=False)
    )
    return Fact("f1", kind, "What is told", support, positions)


def test_the_numbers_of_a_corroborated_fact_are_to_be_seen() -> None:
    table = shown(fact(FactKind.QUANTITY, Support.CORROBORATED, "nine", "14"))
    assert "2: nine; 14" in " ".join(table.split())


def test_one_number_in_two_spellings_is_given_once() -> None:
    table = shown(fact(FactKind.QUANTITY, Support.CORROBORATED, "Two", "two"))
    assert table.lower().count("two") == 1


def test_the_words_of_an_event_are_not_repeated_beside_it() -> None:
    table = shown(fact(FactKind.EVENT, Support.CORROBORATED, "Moyo met Kuusk", "Kuusk met Moyo"))
    assert "Moyo met" not in table
