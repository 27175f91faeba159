"""Asks a server for JSON, politely: one request at a time, with pauses, and waiting as long as the server says."""

from __future__ import annotations

import datetime
import email.utils
import json
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import urlencode

from dateline.model import DatelineError
from dateline.version import __version__

T = TypeVar("T")

_BUSY = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"})
"""Codes of errors that the API answers with when one may ask again."""
_CONNECT, _READ = 15.0, 90.0
"""Seconds after which a server counts as silent."""


class RefreshError(DatelineError):
    """What was asked for could not be had; the message says from where, why, and what to do."""


class Busy(Exception):
    """The server asks to come back later; `after` is when, in seconds, if it said so."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


class Fetcher:
    """One conversation with servers. A failed request is tried again, after Retry-After or ever longer pauses."""

    def __init__(
        self,
        contact: str = "",
        *,
        pause: float = 1.0,
        tries: int = 7,
        longest: float = 600.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`contact` is an address or page of whoever asks, for the server's log; `pause` seconds lie between two requests."""
        import urllib3

        told = f"; {contact}" if contact else ""
        agent = f"dateline-news/{__version__} (knowledge refresh{told}) urllib3/{version('urllib3')}"
        headers = urllib3.make_headers(accept_encoding=True, user_agent=agent)
        self._pool = urllib3.PoolManager(
            headers=headers, timeout=urllib3.Timeout(_CONNECT, _READ), retries=False
        )
        self._pause, self._tries, self._longest, self._sleep = pause, tries, longest, sleep
        self._asked = False

    def json(
        self, method: str, url: str, fields: Mapping[str, str], read: Callable[[dict[str, Any]], T]
    ) -> T:
        """What `read` makes of the answer. An answer that it cannot read (KeyError, TypeError, ValueError) counts as broken.

        Raises:
            RefreshError: the server refuses, or does not answer well however often it is asked.
        """
        from urllib3.exceptions import HTTPError

        problem = ""
        for turn in range(self._tries):
            try:
                return read(self._answer(method, url, fields))
            except Busy as busy:
                problem, wait = str(busy), busy.after
            except HTTPError as error:
                problem, wait = f"no answer ({type(error).__name__}: {error})"[:200], None
            except (KeyError, TypeError, ValueError) as error:
                problem, wait = f"broken answer ({type(error).__name__}: {error})"[:200], None
            if wait is not None and wait > self._longest:
                raise RefreshError(
                    f"{url}: asks to wait {wait:.0f} s. What was fetched is kept; run the same command then."
                )
            if turn + 1 < self._tries:
                self._sleep(wait if wait is not None else min(2.0**turn, 60.0))
        raise RefreshError(
            f"{url}: gave up after {self._tries} {'try' if self._tries == 1 else 'tries'}: {problem}. What was fetched is kept; run the same command again."
        )

    def _answer(self, method: str, url: str, fields: Mapping[str, str]) -> dict[str, Any]:
        if self._asked:
            self._sleep(self._pause)
        self._asked = True
        headers = {**self._pool.headers, "Accept": "application/sparql-results+json, application/json"}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            response = self._pool.request(method, url, body=urlencode(fields), headers=headers)
        else:
            response = self._pool.request(method, url, fields=dict(fields), headers=headers)
        after = _seconds(response.headers.get("Retry-After"))
        if response.status == 429 or response.status >= 500:
            raise Busy(f"status {response.status}", after)
        if response.status != 200:
            raise RefreshError(
                f"{url}: refused with status {response.status}: {response.data[:120].decode('utf-8', 'replace')!r}. "
                "Check the address, and give --contact so that the server knows who asks."
            )
        found = json.loads(response.data)
        if not isinstance(found, dict):
            raise ValueError("no JSON object")
        code = found.get("error", {}).get("code")
        if code in _BUSY:
            raise Busy(f"error {code}", after)
        return found


def _seconds(value: str | None) -> float | None:
    """Retry-After in seconds, which may be given as a moment."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment - datetime.datetime.now(datetime.UTC)).total_seconds())
