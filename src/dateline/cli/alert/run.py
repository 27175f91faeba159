"""`dateline alert run`: alerts are asked, and messages sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import Annotated

import typer

from dateline.cli.alert.options import SmtpFrom, SmtpHost, SmtpPort, SmtpSecurity, SmtpUser
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED
from dateline.cli.intervals import interval, span
from dateline.cli.messages import say
from dateline.cli.options import OwnOntology
from dateline.cli.overlays import use_ontology
from dateline.jobs import stopping_on_signals
from dateline.jobs.alerting import USUAL_INTERVAL, AlertRun, Given, alerts, shown
from dateline.jobs.alerting.told import AlertNews, Found, NotReady, SendFailed, Sent
from dateline.jobs.told import Busy, ClockBack

Once = Annotated[bool, typer.Option("--once", help="One round, then stop.")]
Every = Annotated[
    str | None,
    typer.Option(
        "--every",
        metavar="TIME",
        callback=interval,
        help="How often alerts are asked: 15m, 2h, 1d.",
        show_default="15m",
    ),
]


def run(
    collection: Place = None,
    once: Once = False,
    every: Every = None,
    smtp_host: SmtpHost = None,
    smtp_port: SmtpPort = None,
    smtp_security: SmtpSecurity = None,
    smtp_user: SmtpUser = None,
    smtp_from: SmtpFrom = None,
    ontology: OwnOntology = None,
) -> None:
    """Tell what is new: a round every 15 minutes until Ctrl-C, or one round for cron. Killed at any moment, it goes on where it was.

    Example: dateline alert run -c my-collection --once
    """
    use_ontology(ontology)
    given = Given(smtp_host, smtp_port, smtp_security, smtp_user, smtp_from)
    news = _News()
    with collection_at(collection) as opened, stopping_on_signals() as stop:
        if not alerts(opened):
            say(f"{opened.place} has no alerts: dateline alert add makes one.")
            raise typer.Exit(NOTHING_DONE)
        alerting = AlertRun(opened, given, told=news.tell, stop=stop)
        try:
            if once:
                alerting.once()
            else:
                alerting.forever(span(every) if every else USUAL_INTERVAL)
        except KeyboardInterrupt:
            say("stopped at once; what was being sent may be sent again, under the same id.")
    if once and not news.sent and not news.failed:
        say("nothing new to tell.")
    raise typer.Exit(READ if not (once and news.failed) else SOME_REJECTED if news.sent else NOTHING_DONE)


@dataclass(slots=True)
class _News:
    """Tells people what came of each message, a line each, and counts."""

    sent: int = 0
    failed: int = 0

    def tell(self, news: AlertNews) -> None:
        """Hears of one alert or message."""
        self.sent += isinstance(news, Sent)
        self.failed += isinstance(news, SendFailed)
        say(_line(news))


def _line(news: AlertNews) -> str:
    match news:
        case Found(alert, stories):
            return f"{alert}: {_stories(stories)} to tell."
        case Sent(alert, to, stories):
            return f"{alert}: {_stories(stories)} sent to {shown(to)}."
        case SendFailed(alert, to, error, attempts, again):
            tried = "once" if attempts == 1 else f"{attempts} times"
            at = again.astimezone(UTC).strftime("%H:%M UTC") if again else ""
            then = f"again at {at}" if again else "and given up: see dateline alert dead"
            return f"{alert}, to {shown(to)}: {error} Tried {tried}, {then}."
        case NotReady(alert, error):
            return f"{alert} is left out: {error}"
        case Busy(message):
            return message
        case ClockBack(by):
            return f"the clock went back by {by}: what waits is brought back with it."


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"
