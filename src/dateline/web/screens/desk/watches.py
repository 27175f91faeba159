"""What is watched: feeds that are followed, and alerts, which are queries that are kept."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from dateline import jobs
from dateline.jobs import alerting
from dateline.model import Status
from dateline.store import Collection
from dateline.store.queries.filters import Filters
from dateline.web.asked import one
from dateline.web.screens.desk.destinations import alerts_shown, undelivered_shown
from dateline.web.screens.desk.tabs import show_tab
from dateline.web.screens.desk.watching import INTERVALS
from dateline.web.site import site_of


def show_watches(request: Request) -> Response:
    """Feeds with how they do, and alerts; of the alert that is chosen what it told."""
    collection = site_of(request).collection
    return show_tab(
        request,
        "watches",
        **_feeds(collection),
        **_alerts(collection, one(request, "alert")),
        intervals=INTERVALS,
        statuses=list(Status),
    )


def _feeds(collection: Collection) -> dict[str, Any]:
    return {
        "feeds": jobs.feeds(collection),
        "given_up": jobs.given_up(collection),
        "is_followed": jobs.is_followed(collection),
    }


def _alerts(collection: Collection, name: str | None) -> dict[str, Any]:
    """All alerts, and what the one of a name told."""
    alert = alerting.alert_named(collection, name) if name else None
    return {
        "is_sending": alerting.is_sending(collection),
        "alerts": alerts_shown(collection),
        "undelivered": undelivered_shown(collection),
        "alert": alert,
        "stories": alerting.told_stories(collection, alert) if alert else [],
        "waiting": alerting.waiting_pages(collection, alert) if alert else 0,
        "explored": _explored(alert.filters) if alert else None,
    }


def _explored(asked: Filters) -> str | None:
    """The address of the events that filters let through; None where they ask for none."""
    given = {
        name: list(value) if not isinstance(value, str) else [value]
        for name in ("source", "target", "between", "actor", "root", "status")
        if (value := getattr(asked, name))
    }
    return f"/explore?{urlencode(given, doseq=True)}" if given else None
