"""Jobs wait in the tables: each once, one holder at a time, tried again with pauses, given up in the end."""

from __future__ import annotations

import threading
from datetime import timedelta
from random import Random

import pytest

from dateline.jobs import Job, LeaseLost, Queue
from dateline.jobs.clock_jumps import settle_clock


class Desk:
    """A queue, each call in a transaction of its own."""

    def __init__(self, collection, clock, seed=5):
        self._database, self._clock, self._random = collection.holdings.database, clock, Random(seed)

    def __getattr__(self, name):
        def call(*args, **named):
            with self._database.writing() as connection:
                return getattr(Queue(connection, self._clock(), self._random), name)(*args, **named)

        return call

    def settle_clock(self):
        with self._database.writing() as connection:
            return settle_clock(connection, self._clock())


@pytest.fixture
def desk(collection, clock):
    return Desk(collection, clock)


def test_a_key_that_is_there_is_not_doubled_done_or_not(desk):
    assert desk.offer("feed", "a", "{}")
    assert not desk.offer("feed", "a", "{}")
    desk.done(desk.lease(60))
    assert not desk.offer("feed", "a", "{}")
    assert desk.lease(60) is None


def test_the_oldest_job_that_is_due_is_taken_first(desk, clock):
    desk.offer("feed", "later", "{}", clock() + timedelta(minutes=1))
    desk.offer("feed", "first", "{}")
    desk.offer("feed", "second", "{}")
    assert [desk.lease(60).key for _ in range(2)] == ["first", "second"]
    assert desk.lease(60) is None
    assert desk.next_due() == clock() + timedelta(minutes=1)
    clock.forward(minutes=1)
    assert [desk.lease(60).key for _ in range(3)] == ["later", "first", "second"]  # the time of two ran out


def test_who_lost_a_job_cannot_end_it(desk, clock):
    desk.offer("feed", "a", "{}")
    mine = desk.lease(60)
    clock.forward(seconds=61)
    theirs = desk.lease(60)
    assert theirs.id == mine.id
    for end in (lambda: desk.done(mine), lambda: desk.failed(mine, "late"), lambda: desk.release(mine)):
        with pytest.raises(LeaseLost):
            end()
    desk.done(theirs)


def test_pauses_grow_and_a_seed_fixes_them(collection, clock):
    desk = Desk(collection, clock, seed=9)
    desk.offer("feed", "a", "{}")
    pauses = []
    while again := desk.failed(desk.lease(60), "no answer"):
        pauses.append(again - clock())
        assert desk.lease(60) is None
        clock.shows = again + timedelta(seconds=1)
    fixed = Random(9)
    wanted = [timedelta(minutes=1) * 4**n * fixed.uniform(0.75, 1.25) for n in range(4)]
    assert pauses == wanted and sorted(pauses) == pauses


def test_after_five_failures_a_job_is_dead_until_somebody_asks_for_it(desk, clock):
    desk.offer("page", "a", '{"x": 1}')
    for _ in range(5):
        desk.failed(desk.lease(60), "no answer")
        clock.forward(hours=3)
    assert desk.lease(60) is None
    (letter,) = desk.dead_letters()
    assert (letter.kind, letter.payload, letter.attempts, letter.error) == (
        "page",
        '{"x": 1}',
        5,
        "no answer",
    )
    assert not desk.retry(letter.id + 1)
    assert desk.retry(letter.id) and not desk.retry(letter.id)
    assert desk.lease(60).attempts == 0


def test_two_who_lease_at_once_never_get_the_same_job(collection, clock):
    desk = Desk(collection, clock)
    for number in range(40):
        desk.offer("feed", str(number), "{}")
    got: list[Job] = []

    def take():
        mine = Desk(collection, clock)
        while job := mine.lease(60):
            got.append(job)

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == len({job.id for job in got}) == 40


def test_a_clock_that_goes_back_brings_what_waits_back_with_it(desk, clock):
    assert desk.settle_clock() is None
    desk.offer("feed", "a", "{}")
    desk.failed(desk.lease(60), "no answer")
    wait = desk.next_due() - clock()
    clock.forward(hours=-3)
    assert desk.settle_clock() == timedelta(hours=3)
    assert desk.next_due() - clock() == wait
    assert desk.settle_clock() is None


def test_a_second_less_is_no_jump(desk, clock):
    desk.settle_clock()
    clock.forward(seconds=-30)
    assert desk.settle_clock() is None


def test_what_was_done_is_swept_out_after_a_week(desk, clock):
    desk.offer("feed", "a", "{}")
    desk.done(desk.lease(60))
    clock.forward(days=6)
    desk.sweep()
    assert not desk.offer("feed", "a", "{}")
    clock.forward(days=2)
    desk.sweep()
    assert desk.offer("feed", "a", "{}")
