"""Which statement a word lies in: the innermost one, however many a page has."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

from dateline.events.statement_places import StatementPlaces
from dateline.model import Span, Statement, StatementType


def statement(*content: tuple[int, int]) -> Statement:
    spans = tuple(Span(*span) for span in content)
    return Statement("", StatementType.DIRECT, None, None, spans, None, None, None, None)


def innermost(statements: Sequence[Statement], offset: int) -> Statement | None:
    """The definition."""
    inside = [s for s in statements if any(start <= offset < end for start, end in s.content)]
    return min(inside, key=lambda s: sum(end - start for start, end in s.content), default=None)


def test_the_shortest_statement_around_a_word_is_its_own_and_of_equals_the_first() -> None:
    chance = random.Random(5)
    for _ in range(200):
        starts = [[chance.randrange(30) for _ in range(chance.randint(1, 2))] for _ in range(8)]
        statements = [statement(*((start, start + chance.randrange(9)) for start in some)) for some in starts]
        places = StatementPlaces(statements)
        assert all(places(offset) is innermost(statements, offset) for offset in range(-1, 45))


def test_time_grows_with_the_statements_and_not_with_their_square() -> None:
    size = 30_000
    began = time.process_time()
    places = StatementPlaces(
        [statement((0, 9 * size)), *(statement((9 * i, 9 * i + 8)) for i in range(size))]
    )
    assert sum(len(found.content) for i in range(size) if (found := places(9 * i + 4))) == size
    assert time.process_time() - began < 8  # the square of it took minutes
