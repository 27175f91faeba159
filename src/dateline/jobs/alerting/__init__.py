"""Alerts: queries that are kept, and messages of what is new for them, each sent once."""

from dateline.jobs.alerting.alerts import AlertState, Digest, Wish
from dateline.jobs.alerting.destinations import shown
from dateline.jobs.alerting.faults import AlertError, SendError
from dateline.jobs.alerting.followed import Following, followed
from dateline.jobs.alerting.keeping import (
    Undelivered,
    add_alert,
    alert_named,
    alerts,
    matched_pages,
    remove_alert,
    send_again,
    send_sample,
    undelivered,
)
from dateline.jobs.alerting.posting import signature
from dateline.jobs.alerting.running import USUAL_INTERVAL, AlertRun, is_sending
from dateline.jobs.alerting.settings import Given
from dateline.jobs.alerting.telling import StoryOfAlert, told_stories, waiting_pages

__all__ = [
    "USUAL_INTERVAL",
    "AlertError",
    "AlertRun",
    "AlertState",
    "Digest",
    "Following",
    "Given",
    "SendError",
    "StoryOfAlert",
    "Undelivered",
    "Wish",
    "add_alert",
    "alert_named",
    "alerts",
    "followed",
    "is_sending",
    "matched_pages",
    "remove_alert",
    "send_again",
    "send_sample",
    "shown",
    "signature",
    "told_stories",
    "undelivered",
    "waiting_pages",
]
