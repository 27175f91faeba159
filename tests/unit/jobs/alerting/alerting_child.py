"""Run as a program: one round of alerts, which kills itself at one statement to the database, or right after a message was sent.

python alerting_child.py PLACE MOMENT, where MOMENT is a number or `sent`; says how many statements there were.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event

from dateline.jobs.alerting import AlertRun
from dateline.store import open_collection
from tests.unit.store.sample_pages import ReadOnce


def main() -> None:
    """As the words of the command line say."""
    place, moment = sys.argv[1:]
    count = 0

    def one_more(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        nonlocal count
        count += 1
        is_word_of_sending = statement.startswith("UPDATE jobs") and "done" in tuple(parameters)
        if is_word_of_sending if moment == "sent" else count == int(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    with open_collection(place, read_many=ReadOnce()) as collection:
        event.listen(collection.holdings.database.engine, "before_cursor_execute", one_more)
        AlertRun(collection, clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC)).once()
    sys.stdout.write(str(count))


if __name__ == "__main__":
    main()
