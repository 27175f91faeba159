"""Questions asked anew while readers have an earlier answer."""

from __future__ import annotations

import asyncio

from dateline.web.refreshing import Refreshing


def _asked(questions: list[tuple[str, float]]) -> tuple[list[str], list[bool]]:
    """The questions in the order in which they were asked, and whether others waited then."""
    asked: list[str] = []
    behind: list[bool] = []

    async def run() -> None:
        async def ask(scope: dict[str, str], question: str) -> None:
            asked.append(question)
            behind.append(refreshing.is_behind)
            await asyncio.sleep(0.01)

        refreshing = Refreshing(ask)
        for question, made in questions:
            refreshing.add({}, question, made)
        await asyncio.sleep(0.2)

    asyncio.run(run())
    return asked, behind


def test_the_oldest_answer_is_asked_anew_first():
    assert _asked([("b", 2.0), ("a", 1.0), ("c", 3.0)]) == (["a", "b", "c"], [True, True, False])


def test_however_many_ask_it_is_asked_once():
    assert _asked([("a", 1.0)] * 9)[0] == ["a"]


def test_after_one_that_failed_the_others_are_asked():
    asked: list[str] = []

    async def run() -> None:
        async def ask(scope: dict[str, str], question: str) -> None:
            asked.append(question)
            if question == "a":
                raise ValueError(question)

        refreshing = Refreshing(ask)
        refreshing.add({}, "a", 1.0)
        refreshing.add({}, "b", 2.0)
        await asyncio.sleep(0.05)
        refreshing.add({}, "c", 3.0)
        await asyncio.sleep(0.05)

    asyncio.run(run())
    assert asked == ["a", "b", "c"]
