"""`dateline watch`: feeds followed into a collection."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline import jobs
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED
from dateline.cli.intervals import interval, span
from dateline.cli.messages import say
from dateline.cli.options import Overlays, OwnOntology, ReadTier, Tier, Workers
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.watch_views import WatchNews, print_dead, print_feeds, say_no_feeds
from dateline.sources.fetch import Fetcher, Retries
from dateline.store import Collection

FeedsGiven = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FEED...",
        help="Addresses of feeds and news sitemaps, OPML files, files with an address a line.",
        show_default=False,
    ),
]
Every = Annotated[
    str | None,
    typer.Option(
        "--every",
        metavar="TIME",
        callback=interval,
        help="How often the given feeds are asked, or all: 15m, 2h, 1d.",
        show_default="15m for a new feed",
    ),
]
Once = Annotated[bool, typer.Option("--once", help="One round over the feeds that are due, then stop.")]
Listed = Annotated[bool, typer.Option("--list", help="The feeds: when last, when next, what failed.")]
Dead = Annotated[bool, typer.Option("--dead", help="What failed too often and was given up.")]
Retried = Annotated[
    str | None,
    typer.Option("--retry", metavar="ID|all", help="Try again what was given up.", show_default=False),
]
Stopped = Annotated[
    list[str] | None,
    typer.Option(
        "--stop", metavar="FEED", help="No longer follow a feed; its articles stay.", show_default=False
    ),
]
PageLimit = Annotated[
    int,
    typer.Option("--limit", metavar="N", min=1, help="The most pages of a feed in a round, newest first."),
]


def watch(
    feeds: FeedsGiven = None,
    collection: Place = None,
    every: Every = None,
    once: Once = False,
    listed: Listed = False,
    dead: Dead = False,
    retry: Retried = None,
    stop: Stopped = None,
    limit: PageLimit = 100,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Follow feeds: what is new in them is fetched and added, round after round. Ctrl-C stops.

    Feeds that were given once are remembered. Killed at any moment, it goes on where it was.

    Example: dateline watch https://news.example.org/rss feeds.opml -c my-collection --every 15m
    """
    if listed or dead or retry is not None or stop:
        with collection_at(collection) as opened:
            _look_after(opened, listed=listed, dead=dead, retry=retry, stop=stop or [])
        return
    use_overlays(knowledge)
    use_ontology(ontology)
    wanted = jobs.feeds_in(feeds or [])
    with collection_at(collection, create=bool(wanted)) as opened:
        followed = [jobs.Wanted(feed.address) for feed in jobs.feeds(opened)]
        jobs.follow(opened, wanted or followed, every=span(every) if every else None)
        if not wanted and not followed:
            say_no_feeds(opened.place)
            raise typer.Exit(NOTHING_DONE)
        raise typer.Exit(_watch(opened, jobs.HowToRead(workers, tier.value, limit), once=once))


def _watch(collection: Collection, how: jobs.HowToRead, *, once: bool) -> int:
    """Follows, and gives the exit status."""
    news = WatchNews()
    with jobs.stopping_on_signals() as stop:
        watch = jobs.Watch(collection, _fetching, how, told=news.tell, stop=stop)
        try:
            if once:
                watch.once()
            else:
                watch.forever()
        except KeyboardInterrupt:
            say("stopped at once; what was written stays, and the rest comes next time.")
    if not once:
        return READ
    if not news.done and not news.failed:
        say("no feed is due: dateline watch --list says when.")
    return READ if not news.failed else SOME_REJECTED if news.done else NOTHING_DONE


def _fetching() -> Fetcher:
    """Asks once: what fails is a job that waits, and is not asked for again at once."""
    return Fetcher(retries=Retries(attempts=1))


def _look_after(
    collection: Collection, *, listed: bool, dead: bool, retry: str | None, stop: list[str]
) -> None:
    is_missing = False
    for address in stop:
        was_there = jobs.unfollow(collection, address)
        is_missing |= not was_there
        say(f"{address} is no longer followed." if was_there else f"{address} was not followed: see --list.")
    if retry is not None:
        is_missing |= not _retry(collection, retry)
    if listed:
        print_feeds(collection.place, jobs.feeds(collection))
    if dead:
        print_dead(collection.place, jobs.given_up(collection))
    raise typer.Exit(NOTHING_DONE if is_missing else READ)


def _retry(collection: Collection, given: str) -> bool:
    """Lets things be tried again; False where nothing is there to try."""
    if given != "all" and not given.isdecimal():
        raise typer.BadParameter(f"{given!r} is no number: --dead shows them, or write all.")
    dead = [letter.id for letter in jobs.given_up(collection)]
    wanted = dead if given == "all" else [int(given)]
    count = sum(jobs.retry(collection, id) for id in wanted)
    say(
        f"{count:,} to be tried again in the next round." if count else "nothing of that number was given up."
    )
    return bool(count)
