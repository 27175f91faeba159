"""When to ask a server again, and after how long."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx

from dateline.sources.fetch.answer import Answer

# Each new attempt is logged by the library, which without a handler of the application would end on standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Retries:
    """How often an address is asked in all, the first pause in seconds (doubled each time), and the longest one; a server that wants a
    longer one is not asked again."""

    attempts: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0

    def sending(self, send: Callable[[bool], Answer]) -> Answer:
        """The first answer that is no trouble (429, 5xx), or the last one that is. `send` hears whether it is asked again.

        Raises:
            httpx.TransportError: no attempt got an answer.
        """
        import stamina

        attempts = stamina.retry_context(
            on=self._next_wait,
            attempts=self.attempts,
            timeout=None,
            wait_initial=self.first_wait,
            wait_max=self.longest_wait,
            wait_jitter=self.first_wait / 2,
        )
        try:
            for attempt in attempts:
                with attempt:
                    answer = send(attempt.num > 1)
                    if answer.status == 429 or answer.status >= 500:
                        raise _Trouble(answer)
                    return answer
        except _Trouble as trouble:
            return trouble.answer
        raise AssertionError("there is at least one attempt")

    def _next_wait(self, error: Exception) -> bool | float:
        if not isinstance(error, _Trouble):
            return isinstance(error, httpx.TransportError)
        if error.answer.status == 501:
            return False
        asked = _seconds(error.answer.headers.get("retry-after"))
        if asked is None:
            return True
        return False if asked > self.longest_wait else max(asked, 0.0)


class _Trouble(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def _seconds(text: str | None) -> float | None:
    """Retry-After: seconds, or a time."""
    if text is None:
        return None
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    zone = moment.tzinfo or dt.UTC
    return (moment.replace(tzinfo=zone) - dt.datetime.now(dt.UTC)).total_seconds()
