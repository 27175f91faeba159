"""What is watched: feeds that are followed, and alerts, which are queries that are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline import jobs
from dateline.jobs import alerting
from dateline.jobs.alerting.faults import AlertError
from dateline.model import CollectionError, InputError, Status
from dateline.products.exports import Format, Text, export
from dateline.sources import is_address
from dateline.sources.fetch import Allow, checked_url
from dateline.store import Collection, QueryError
from dateline.store.queries.filters import Filters
from dateline.web.asked import one
from dateline.web.formats import Form, form_addresses
from dateline.web.links import story_address
from dateline.web.moments import moment_in_words
from dateline.web.pages import page
from dateline.web.screens.desk.destinations import alerts_shown, undelivered_shown
from dateline.web.screens.desk.tabs import TABS, back_to, told_in
from dateline.web.settings import settings_of
from dateline.web.site import site_of

_INTERVALS = {"15m": 15, "1h": 60, "6h": 360, "1d": 1440}
_FEEDS = {
    "atom": (Format.ATOM, "application/atom+xml"),
    "json": (Format.JSONFEED, "application/feed+json"),
}
_ID = re.compile(r"[0-9]{1,12}")
_SAFE_DESTINATIONS = ("mailto:", "https:")


def show_watches(request: Request) -> Response:
    """Feeds with how they do, and alerts; of the alert that is chosen what it told."""
    collection, settings = site_of(request).collection, settings_of(request)
    name = one(request, "alert")
    alert = alerting.alert_named(collection, name) if name else None
    return page(
        request,
        "desk/watches.html.j2",
        title="Desk: watches and feeds",
        tabs=TABS,
        tab="watches",
        feeds=jobs.feeds(collection),
        given_up=jobs.given_up(collection),
        is_followed=jobs.is_followed(collection),
        is_sending=alerting.is_sending(collection),
        alerts=alerts_shown(collection),
        undelivered=undelivered_shown(collection),
        forms=form_addresses(request, Form.JSON),
        alert=alert,
        stories=alerting.told_stories(collection, alert) if alert else [],
        waiting=alerting.waiting_pages(collection, alert) if alert else 0,
        explored=_explored(alert.filters) if alert else None,
        intervals=_INTERVALS,
        statuses=list(Status),
        moment=lambda value: moment_in_words(value, settings),
        story_address=story_address,
        **told_in(request),
    )


def _explored(asked: Filters) -> str | None:
    """The address of the events that filters let through; None where they ask for none."""
    given = {
        name: list(value) if not isinstance(value, str) else [value]
        for name in ("source", "target", "between", "actor", "root", "status")
        if (value := getattr(asked, name))
    }
    return f"/explore?{urlencode(given, doseq=True)}" if given else None


async def _follow(request: Request) -> Response:
    form = await request.form()
    address, every = str(form.get("address", "")).strip(), str(form.get("every", "15m"))
    minutes = _INTERVALS.get(every, 15)
    return await _done(
        request, lambda c: _followed(c, address, timedelta(minutes=minutes)), f"{address} is followed."
    )


def _followed(collection: Collection, address: str, every: timedelta) -> bool:
    """Follows an address on the web; files of this machine are named on the command line alone.

    Raises:
        InputError: `bad_address forbidden_address`.
    """
    if not is_address(address):
        what = "Give an address that begins with https:// or http://."
        raise InputError("bad_address", address[:80], what)
    wanted = jobs.feeds_in([address])
    for feed in wanted:
        checked_url(feed.address, Allow())
    jobs.follow(collection, wanted, every=every)
    return True


async def _unfollow(request: Request) -> Response:
    address = str((await request.form()).get("address", ""))
    said = f"{address} is no longer followed; its articles stay."
    return await _done(request, lambda c: jobs.unfollow(c, address), said)


async def _retry(request: Request) -> Response:
    form = await request.form()
    id, kind = str(form.get("id", "")), str(form.get("kind", ""))
    again = alerting.send_again if kind == "alert" else jobs.retry
    number = int(id) if _ID.fullmatch(id) else -1
    return await _done(request, lambda c: again(c, number), "It is tried again in the next round.")


async def _add_alert(request: Request) -> Response:
    form = await request.form()
    asked = {
        name: str(form.get(name, "")).strip()
        for name in ("name", "query", "to", "source", "target", "actor", "digest")
    }
    statuses = [str(value) for value in form.getlist("status")]
    said = (
        f"{asked['name']} is kept: it tells of what comes in from now on, whenever `dateline alert run` runs."
    )
    return await _done(request, partial(_kept, asked=asked, statuses=statuses), said)


def _kept(collection: Collection, asked: dict[str, str], statuses: list[str]) -> bool:
    """Keeps a query. A command is no destination that a page may set: it would be run on this machine.

    Raises:
        AlertError: the destination is refused, or a setting is wrong.
    """
    if not asked["to"].lower().startswith(_SAFE_DESTINATIONS):
        what = "Give mailto:me@example.org or https://hooks.example.org/x; commands are set on the command line alone."
        raise AlertError("bad_destination", asked["to"][:80], what)
    filters = Filters(
        source=asked["source"] or None,
        target=asked["target"] or None,
        actor=asked["actor"] or None,
        status=statuses or None,
    )
    digest = alerting.Digest.DAILY if asked["digest"] == "daily" else alerting.Digest.AT_ONCE
    alerting.add_alert(
        collection, asked["name"], alerting.Wish(asked["query"], [asked["to"]], filters, digest)
    )
    return True


async def _remove_alert(request: Request) -> Response:
    name = str((await request.form()).get("name", ""))
    return await _done(request, lambda c: alerting.remove_alert(c, name), f"{name} is removed.")


async def _done(request: Request, act: Callable[[Collection], bool], said: str) -> Response:
    """Does what was asked, and goes back to the tab, which tells what came of it."""
    try:
        was_there = await run_in_threadpool(act, site_of(request).collection)
    except (InputError, CollectionError, QueryError) as error:
        return back_to("watches", str(error), failed=True)
    return back_to("watches", said if was_there else "It was not there any more.", failed=not was_there)


def _feed(request: Request) -> Response:
    """What an alert matches, as a feed that any reader of feeds can follow."""
    name, form = request.query_params.get("name", ""), request.path_params["form"]
    if form not in _FEEDS:
        raise HTTPException(404)
    to, media_type = _FEEDS[form]
    with TemporaryDirectory() as folder:
        place = Path(folder) / "feed"
        export(site_of(request).collection, to=to, path=place, text=Text.QUOTES, alert=name)
        return Response(place.read_bytes(), media_type=media_type)


ROUTES = [
    Route("/desk/alert.{form}", _feed),
    Route("/desk/feeds", _follow, methods=["POST"]),
    Route("/desk/feeds/remove", _unfollow, methods=["POST"]),
    Route("/desk/retry", _retry, methods=["POST"]),
    Route("/desk/alerts", _add_alert, methods=["POST"]),
    Route("/desk/alerts/remove", _remove_alert, methods=["POST"]),
]
