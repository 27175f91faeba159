"""Fetches pages: politely, within limits, and only from public addresses."""

from __future__ import annotations

import datetime as dt
import logging
import ssl
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType, TracebackType

import httpx

from dateline.model import InputError
from dateline.sources.fetch.addresses import Allow, Resolver, checked_url, system_resolver
from dateline.sources.fetch.answer import Answer
from dateline.sources.fetch.archive import Archive
from dateline.sources.fetch.bodies import body_of
from dateline.sources.fetch.pace import Pace
from dateline.sources.fetch.retries import Retries
from dateline.sources.fetch.robots import Robots, RobotsOfSites
from dateline.sources.fetch.transport import GuardedTransport, Limits
from dateline.sources.fetched import Fetched, Validators
from dateline.version import __version__

NAME = "dateline-news"
"""The name that a robots.txt knows this program by."""
USER_AGENT = f"{NAME}/{__version__} (reads news pages; python-httpx/{httpx.__version__})"
MAX_REDIRECTS = 10
_MAX_CACHE = 500_000_000
_MAX_VALIDATOR = 500
_ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"


class Fetcher:
    """Gets pages over HTTP.

    Each site is asked for its robots.txt first and then once in `delay` seconds, or as seldom as it asks. `cache` is a folder for
    answers, which are used as long as they say so and confirmed with the server afterwards; `archive` a folder for a WARC file
    of all answers. `resolver` gives the IP addresses of a host; `tls` says which certificates to trust, those of certifi without it.
    """

    def __init__(
        self,
        *,
        cache: Path | None = None,
        archive: Path | None = None,
        delay: float = 1.0,
        limits: Limits | None = None,
        retries: Retries | None = None,
        allow: Allow | None = None,
        resolver: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._allow = allow or Allow()
        self._limits = limits or Limits()
        self._retries = retries or Retries()
        self._pace = Pace(delay)
        self._archive = Archive(archive, USER_AGENT) if archive else None
        guarded = GuardedTransport(self._pace, self._limits, self._allow, resolver, tls)
        self._transport = _cached(guarded, cache) if cache else guarded
        self._robots = RobotsOfSites(self._robots_txt)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes cache and archive."""
        self._transport.close()
        if self._archive is not None:
            self._archive.close()

    @property
    def archive_path(self) -> Path | None:
        """The WARC file that is written, if any."""
        return self._archive.path if self._archive else None

    def fetch(self, address: str, *, since: Validators | None = None) -> Fetched:
        """The page of an address; redirects are followed, each to an address that is checked like the first. With the validators of
        an earlier answer the server may say that nothing has changed.

        Raises:
            InputError: `bad_address forbidden_address robots unreachable fetch_timeout http_status too_many_redirects too_large
                bad_encoding`.
        """
        asked = _conditions(since) if since else {}
        answer = self._follow(checked_url(address, self._allow), ask_robots=True, asked=asked)
        source = str(answer.url)
        if answer.status == HTTPStatus.NOT_MODIFIED and asked:
            return Fetched(source, b"", validators=since or Validators(), is_unchanged=True)
        if not 200 <= answer.status < 300:
            message = f"{address} was answered with status {answer.status} ({_meaning(answer.status)})."
            raise InputError("http_status", address, message)
        media_type, charset = _content_type(answer.headers)
        content = body_of(answer.response, answer.raw, source)
        validators = Validators(_sendable(answer.headers, "etag"), _sendable(answer.headers, "last-modified"))
        return Fetched(source, content, charset, media_type, answer.from_cache, validators)

    def _follow(
        self, url: httpx.URL, *, ask_robots: bool, asked: Mapping[str, str] = MappingProxyType({})
    ) -> Answer:
        start = str(url)
        for _ in range(MAX_REDIRECTS + 1):
            if ask_robots:
                self._check_robots(url)
            answer = self._ask(url, asked)
            if answer.redirect is None:
                return answer
            url = self._target(url, answer.redirect)
        message = f"{start} redirects more than {MAX_REDIRECTS} times: check the address in a browser."
        raise InputError("too_many_redirects", start, message)

    def _target(self, url: httpx.URL, location: str) -> httpx.URL:
        try:
            target = str(url.join(location))
        except (httpx.InvalidURL, ValueError) as error:
            message = f"{url} redirects to an address that cannot be parsed: check it in a browser."
            raise InputError("bad_address", str(url), message) from error
        return checked_url(target, self._allow)

    def _ask(self, url: httpx.URL, asked: Mapping[str, str]) -> Answer:
        try:
            return self._retries.sending(lambda again: self._send(url, asked, again))
        except httpx.TimeoutException as error:
            message = f"{url} took too long ({error or 'no answer in time'}): try again later."
            raise InputError("fetch_timeout", str(url), message) from error
        except httpx.TransportError as error:
            message = f"{url} could not be fetched ({error or type(error).__name__}): check the address and try again later."
            raise InputError("unreachable", str(url), message) from error

    def _send(self, url: httpx.URL, asked: Mapping[str, str], again: bool) -> Answer:
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate", **asked}
        if again:  # a server may let its own trouble be cached
            headers["Cache-Control"] = "no-cache"
        request = httpx.Request("GET", url, headers=headers)
        response = self._transport.handle_request(request)
        try:
            raw = b"".join(response.iter_raw())
        finally:
            response.close()
        answer = Answer(url, response.status_code, response.headers, response, raw)
        if self._archive is not None:
            self._archive.add(request, response, raw, _received(answer))
        return answer

    def _check_robots(self, url: httpx.URL) -> None:
        try:
            robots: Robots = self._robots.of(url)
        except InputError as error:
            message = f"{url}: its robots.txt cannot be fetched, so the page is not either. {error.message}"
            raise InputError(error.code, str(url), message) from error
        if robots.is_closed:
            message = f"{url}: the server is in trouble and cannot say what may be fetched (robots.txt): try again later."
            raise InputError("robots", str(url), message)
        if not robots.allows(str(url), NAME):
            message = f"{url} may not be fetched by programs, says its robots.txt: save the page in a browser and give the file."
            raise InputError("robots", str(url), message)
        delay = robots.delay(NAME)
        if delay is not None:
            self._pace.ask_for(url.host, delay)

    def _robots_txt(self, address: str) -> tuple[int, bytes]:
        answer = self._follow(checked_url(address, self._allow), ask_robots=False)
        is_good = 200 <= answer.status < 300
        return answer.status, body_of(answer.response, answer.raw, address) if is_good else b""


def _cached(transport: httpx.BaseTransport, folder: Path) -> httpx.BaseTransport:
    """Sends through a cache. One that is damaged counts as empty, which its library only logs."""
    from hishel import CacheOptions, SqliteStorage
    from hishel.httpx import CacheTransport

    logging.getLogger("hishel").addHandler(logging.NullHandler())
    folder.mkdir(parents=True, exist_ok=True)
    storage = SqliteStorage(database_path=folder / "pages.db", max_size=_MAX_CACHE)
    return CacheTransport(transport, storage, rfc=CacheOptions(shared=False, allow_stale=False))


def _received(answer: Answer) -> dt.datetime:
    """When the answer came: now, or where it was in the cache the time that its server gave it."""
    now = dt.datetime.now(dt.UTC)
    if not answer.from_cache:
        return now
    try:
        date = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError):
        return now
    return min(date.replace(tzinfo=date.tzinfo or dt.UTC), now)


def _conditions(since: Validators) -> dict[str, str]:
    named = {"If-None-Match": since.etag, "If-Modified-Since": since.last_modified}
    return {name: value for name, value in named.items() if value}


def _sendable(headers: httpx.Headers, name: str) -> str | None:
    """A header that can be sent back as it came."""
    value = headers.get(name)
    return (
        value if value and len(value) <= _MAX_VALIDATOR and value.isascii() and value.isprintable() else None
    )


def _content_type(headers: httpx.Headers) -> tuple[str | None, str | None]:
    """Media type and charset, in lower case."""
    kind, _, rest = headers.get("content-type", "").partition(";")
    for part in rest.split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return kind.strip().lower() or None, value.strip(" \"'").lower() or None
    return kind.strip().lower() or None, None


def _meaning(status: int) -> str:
    if status in (404, 410):
        return "there is no such page: check the address"
    if status in (401, 402, 403, 407, 451):
        return "it is not given to everybody: save the page in a browser and give the file"
    if status == 429:
        return "too many requests: try again later"
    return "the server is in trouble: try again later" if status >= 500 else "no page: check the address"
