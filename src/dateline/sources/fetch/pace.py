"""How often a host is asked: one request after another, with a pause between them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

MAX_DELAY = 60.0
"""The longest pause that a host's robots.txt may ask for, in seconds; more is cut to it."""


class Pace:
    """Waits so that two requests to a host are `delay` seconds apart, or as far as the host asks."""

    def __init__(
        self,
        delay: float,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._delay = delay
        self._now, self._sleep = now, sleep
        self._asked: dict[str, float] = {}
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def ask_for(self, host: str, seconds: float) -> None:
        """What a host asks for between two requests."""
        self._asked[host] = min(max(seconds, 0.0), MAX_DELAY)

    def wait(self, host: str) -> None:
        """Sleeps until the host may be asked again."""
        with self._lock:
            now = self._now()
            start = max(now, self._next.get(host, now))
            self._next[host] = start + max(self._delay, self._asked.get(host, 0.0))
        if start > now:
            self._sleep(start - now)
