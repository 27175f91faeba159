"""Feeds that are followed, and the work that waits in the tables of a collection."""

from dateline.jobs.feed_lists import Wanted, feeds_in
from dateline.jobs.feeds import FeedState
from dateline.jobs.following import GivenUp, feeds, follow, given_up, retry, unfollow
from dateline.jobs.instants import Clock, system_clock
from dateline.jobs.queue import DeadLetter, Job, LeaseLost, Queue
from dateline.jobs.stopping import Stop, stopping_on_signals
from dateline.jobs.watching import Watch, is_followed
from dateline.jobs.working import HowToRead

__all__ = [
    "Clock",
    "DeadLetter",
    "FeedState",
    "GivenUp",
    "HowToRead",
    "Job",
    "LeaseLost",
    "Queue",
    "Stop",
    "Wanted",
    "Watch",
    "feeds",
    "feeds_in",
    "follow",
    "given_up",
    "is_followed",
    "retry",
    "stopping_on_signals",
    "system_clock",
    "unfollow",
]
