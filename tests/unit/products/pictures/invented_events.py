"""Events made by hand: of each status and quad, with and without a date, a place, an actor that the tables know; and many of them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from dateline.store import EventRow

CHINA, RUSSIA, ARAB = ("China", "Q148", "CHN"), ("Russia", "Q159", "RUS"), ("محمد السعيد", "local:m", "")
UNION = ("River Dockers’ Union of the Lower Estuary", "local:u", "")
Party = tuple[str, str, str]


def event(
    number: int,
    source: Party | None,
    target: Party | None,
    *,
    text: str = "",
    status: str = "happened",
    quad: int = 1,
    when: str | None = None,
    day: str | None = "2024-03-12",
    place: tuple[str, str | None, str] | None = None,
    outlets: int = 1,
) -> EventRow:
    """An event with what is needed of it."""
    one, other = _side(source), _side(target)
    name, id_, precision = place or (None, None, None)
    told = text or f"{source[0] if source else 'Somebody'} deals with {target[0] if target else 'nobody'}"
    return EventRow(
        f"event:{number:04}", "story:1", told, "CONSULT", None, status, quad, *one, *other, when, day, name, id_, precision,
        outlets, outlets, outlets, False,
    )  # fmt: skip


def _side(party: Party | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    if party is None:
        return (), (), ()
    name, actor, state = party
    return (name,), (actor,), ((state,) if state else ())


def few(beijing: str, kazakhstan: str, singapore: str) -> list[EventRow]:
    """One of each kind; the ids of three places are given."""
    return [
        event(1, CHINA, RUSSIA, when="2024-03-11", outlets=3, place=("Beijing", beijing, "city")),
        event(
            2,
            RUSSIA,
            CHINA,
            quad=3,
            when="2024-03-12",
            day="2024-03-12",
            place=("Kazakhstan", kazakhstan, "country"),
        ),
        event(3, CHINA, RUSSIA, status="planned", when="2024-04", day="2024-04-01"),
        event(4, CHINA, ARAB, status="denied", quad=2, place=("Singapore", singapore, "country")),
        event(5, UNION, CHINA, status="hypothetical", quad=4, when="2024-03-15/2024-03-18", day="2024-03-15"),
        event(6, UNION, None, text="The union <strikes> & waits", place=("the border area", None, "area")),
        event(7, RUSSIA, CHINA, quad=4, when="2024-03-12", place=("Nowhere", "dl-place-00000000", "city")),
        event(8, ARAB, RUSSIA, text="أعلن الوزير عن اتفاق", day=None),
    ]


def many(count: int = 500) -> list[EventRow]:
    """Events of two years between forty-eight parties, always the same."""
    chance = random.Random(7)
    parties = [CHINA, RUSSIA, ARAB, UNION] + [(f"Party {i}", f"local:{i}", "") for i in range(44)]
    found = []
    for i in range(count):
        source, target = (parties[min(int(chance.expovariate(0.12)), 47)] for _ in range(2))
        day = (date(2022, 11, 1) + timedelta(days=int(730 * chance.random() ** 2))).isoformat()
        when = chance.choice([day, day, day[:7], None])
        status = chance.choice(["happened"] * 5 + ["planned", "denied", "hypothetical"])
        found.append(
            event(
                i,
                source,
                target,
                quad=chance.choice([1, 1, 2, 3, 4]),
                status=status,
                when=when,
                day=day,
                outlets=chance.randint(1, 9),
            )
        )
    return found
