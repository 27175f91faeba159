"""Rounds of alerts: what is new for each becomes jobs, and each job one message."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection, update

from dateline.jobs.alerting.alerts import KINDS, Alert, alert_with, alerts_in
from dateline.jobs.alerting.faults import SendError
from dateline.jobs.alerting.matching import note_matches
from dateline.jobs.alerting.messages import Delivery, message_of
from dateline.jobs.alerting.sending import Send, sender
from dateline.jobs.alerting.settings import Given, settings_for
from dateline.jobs.alerting.told import AlertNews, Found, SendFailed, Sent
from dateline.jobs.clock_jumps import settle_clock
from dateline.jobs.instants import Clock, instant_of, system_clock, written
from dateline.jobs.queue import Job, LeaseLost, Queue
from dateline.jobs.stopping import Stop
from dateline.jobs.told import Busy, ClockBack
from dateline.model import CollectionError, InputError
from dateline.store import Collection
from dateline.store.holdings import Holdings
from dateline.store.tables import ALERTS
from dateline.store.writer import Lock, held

USUAL_INTERVAL = timedelta(minutes=15)
_LEASE = timedelta(hours=1).total_seconds()
_SHORTEST_SLEEP, _AFTER_BUSY, _TRIES = 1.0, 15.0, 60
_ALERTER = Lock("alerts", 4_207_201_128, "another process sends its alerts, and one is enough")


def _nobody(_: AlertNews) -> None:
    """Where nobody wants to hear."""


@dataclass(slots=True)
class AlertRun:
    """Sends what the alerts of a collection have to tell.

    One process does so at a time; others may read, add pages and follow feeds meanwhile. What was killed at any moment goes on from there: what is
    to be told is written with the word that it was found, and a job is done with the word that its message was sent. Killed between the sending and
    that word, it sends the message again under the same id.

    Args:
        given: what the command line says of the mail server.
        random: by which pauses after failures differ.
        told: hears what came of each alert and message.
    """

    collection: Collection
    given: Given = field(default_factory=Given)
    clock: Clock = system_clock
    random: Random = field(default_factory=Random)
    told: Callable[[AlertNews], None] = _nobody
    stop: Stop = field(default_factory=Stop)

    def once(self) -> None:
        """One round: alerts that are due are asked, and what is due is sent.

        Raises:
            InputError: `bad_setting bad_destination`; nothing was sent.
            CollectionError: `locked`, when another process sends alerts or writes; and others.
        """
        with self._alone() as holdings:
            self._round(holdings)

    def forever(self, every: timedelta = USUAL_INTERVAL) -> None:
        """Round after round, until somebody asks to stop. While another process writes, it waits.

        Raises:
            InputError: `bad_setting bad_destination`.
            CollectionError: `locked`, when another process sends alerts; and others.
        """
        with self._alone() as holdings:
            while not self.stop.is_asked:
                try:
                    self._round(holdings)
                    pause = self._pause(holdings, every)
                except CollectionError as error:
                    if error.code != "locked":
                        raise
                    self.told(Busy(error.message))
                    pause = _AFTER_BUSY
                self.stop.wait(pause)

    @contextmanager
    def _alone(self) -> Iterator[Holdings]:
        holdings = self.collection.holdings
        with held(holdings.database, _ALERTER):
            yield holdings

    def _round(self, holdings: Holdings) -> None:
        began = self.clock()
        with holdings.database.reading() as connection:
            alerts = alerts_in(connection)
        senders = self._senders(alerts)
        with holdings.database.writing() as connection:
            self._begin(connection, began)
        for alert in alerts:
            self._ask(holdings, alert, began)
        while not self.stop.is_asked and (job := self._lease(holdings, began)):
            self._do(holdings, job, senders)

    def _senders(self, alerts: list[Alert]) -> dict[str, Send]:
        """Who sends for each alert, after all that they need was looked at: a setting that is missing is told before anything is tried."""
        targets = [alert.target(given) for alert in alerts for given in alert.destinations]
        settings = settings_for(targets, self.given)
        return {alert.id: sender(settings, allow_private=alert.allow_private) for alert in alerts}

    def _begin(self, connection: Connection, began: datetime) -> None:
        back = settle_clock(connection, began)
        if back is not None:
            self.told(ClockBack(back))
        queue = self._queue(connection)
        queue.release_all()
        queue.sweep()

    def _ask(self, holdings: Holdings, alert: Alert, now: datetime) -> None:
        """Asks an alert, as it is by now: it may have been removed, or moved by a clock that went back."""
        with holdings.database.writing() as connection:
            current = alert_with(connection, alert.id)
            if current is None or not current.is_due(now):
                return
            found = note_matches(holdings.database, connection, self._queue(connection), current, now)
        if found:
            self.told(Found(alert.name, found))

    def _lease(self, holdings: Holdings, began: datetime) -> Job | None:
        with holdings.database.writing() as connection:
            return self._queue(connection).lease(_LEASE, due_by=began)

    def _do(self, holdings: Holdings, job: Job, senders: dict[str, Send]) -> None:
        said = json.loads(job.payload)
        with holdings.database.reading() as connection:
            alert = alert_with(connection, said["alert"])
        if alert is None or alert.id not in senders:
            self._settle(holdings, lambda queue, _: queue.done(job))
            return
        id = "-".join(job.key.split()[1:])
        delivery = Delivery(id, said["round"], said["part"], said["since"])
        try:
            message = message_of(self.collection, alert, delivery, self.clock())
            if message is not None:
                senders[alert.id](message, alert.target(said["to"]), self.clock())
        except (SendError, InputError, CollectionError) as error:
            self._failed(holdings, job, alert, said["to"], str(error))
            return

        def end(queue: Queue, connection: Connection) -> None:
            queue.done(job)
            sent = update(ALERTS).where(ALERTS.c.id == alert.id)
            connection.execute(sent.values(sent=written(self.clock())))

        self._settle(holdings, end)
        if message is not None:
            self.told(Sent(alert.name, said["to"], len(message.stories)))

    def _failed(self, holdings: Holdings, job: Job, alert: Alert, to: str, error: str) -> None:
        again: datetime | None = None

        def end(queue: Queue, _: Connection) -> None:
            nonlocal again
            again = queue.failed(job, error)

        self._settle(holdings, end)
        self.told(SendFailed(alert.name, to, error, job.attempts + 1, again))

    def _settle(self, holdings: Holdings, end: Callable[[Queue, Connection], None]) -> None:
        """Writes what came of a job. While another process writes it waits: a message that was sent must not be sent again for want of a word."""
        for tries_left in reversed(range(_TRIES)):
            try:
                with holdings.database.writing() as connection:
                    end(self._queue(connection), connection)
                return
            except LeaseLost:
                return
            except CollectionError as error:
                if error.code != "locked" or not tries_left:
                    raise

    def _pause(self, holdings: Holdings, every: timedelta) -> float:
        """Seconds until the next round: after the interval, or sooner where a message or a digest is due."""
        now = self.clock()
        with holdings.database.reading() as connection:
            digests = [instant_of(alert.next) for alert in alerts_in(connection) if alert.next]
            waiting = self._queue(connection).next_due()
        ahead = [due for due in [*digests, *([waiting] if waiting else [])] if due > now]
        soonest = min([now + every, *ahead])
        return max((soonest - now).total_seconds(), _SHORTEST_SLEEP)

    def _queue(self, connection: Connection) -> Queue:
        return Queue(connection, self.clock(), self.random, KINDS)
