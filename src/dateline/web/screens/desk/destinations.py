"""Alerts as pages show them: where they tell, without what may be a key."""

from __future__ import annotations

from dataclasses import replace

from dateline.jobs import alerting
from dateline.store import Collection


def alerts_shown(collection: Collection) -> list[alerting.AlertState]:
    """How all alerts do. Whoever may read the pages need not know the keys in addresses of webhooks."""
    return [replace(one, to=tuple(map(alerting.shown, one.to))) for one in alerting.alerts(collection)]


def undelivered_shown(collection: Collection) -> list[alerting.Undelivered]:
    """The messages that were given up."""
    return [replace(one, to=alerting.shown(one.to)) for one in alerting.undelivered(collection)]
