"""A message on its way: to the sender that its destination needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dateline.jobs.alerting.commanding import run_command
from dateline.jobs.alerting.destinations import Destination, Kind
from dateline.jobs.alerting.mailing import send_mail
from dateline.jobs.alerting.posting import post
from dateline.jobs.alerting.settings import Settings
from dateline.products.alerts import AlertMessage

Send = Callable[[AlertMessage, Destination, datetime], None]
"""Sends a message, or raises `SendError`."""


def sender(settings: Settings, *, allow_private: bool) -> Send:
    """Who sends messages with some settings, which hold what the destinations need."""

    def send(message: AlertMessage, destination: Destination, now: datetime) -> None:
        match destination.kind:
            case Kind.MAIL:
                assert settings.mail is not None
                send_mail(message, destination.target, settings.mail, now)
            case Kind.WEBHOOK:
                assert settings.secret is not None
                post(message, destination.target, settings.secret, now, allow_private=allow_private)
            case Kind.COMMAND:
                run_command(message, destination.words)

    return send
