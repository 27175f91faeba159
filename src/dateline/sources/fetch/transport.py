"""The one way out: each request goes to a checked address, in time, and brings back no more than the cap."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from functools import cache

import httpx

from dateline.model import InputError
from dateline.sources.fetch.addresses import Allow, Resolver, checked_ips, checked_url, system_resolver
from dateline.sources.fetch.pace import Pace
from dateline.sources.fetch.watchdog import Watchdog


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, for one read and for all of a request; the most bytes of an answer as it comes over the line."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    max_bytes: int = 20_000_000


class GuardedTransport(httpx.BaseTransport):
    """Sends requests over HTTP to addresses that were checked.

    The name of a host is resolved once and the connection goes to an address of that answer, so that a second answer of another
    kind never counts; certificates are still checked against the name. Connections are not kept: one that was made for a name
    serves that name only. Proxies of the environment are not used, since they would resolve names themselves.
    """

    def __init__(
        self,
        pace: Pace,
        limits: Limits,
        allow: Allow,
        resolver: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._pace, self._limits, self._allow, self._resolver = pace, limits, allow, resolver
        self._inner = httpx.HTTPTransport(
            verify=tls or _trusted(),
            trust_env=False,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer with its whole body, still encoded as it was sent.

        Raises:
            InputError: `bad_address forbidden_address unreachable too_large`.
            httpx.TransportError: no connection, or one that broke or took too long.
        """
        url = checked_url(str(request.url), self._allow)
        ips = checked_ips(url, self._resolver, self._allow)
        self._pace.wait(url.host)
        for number, ip in enumerate(ips, start=1):
            try:
                return self._send(request, url, ip)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == min(len(ips), 3):
                    raise
        raise AssertionError("there is at least one address")

    def _send(self, request: httpx.Request, url: httpx.URL, ip: str) -> httpx.Response:
        with Watchdog(self._limits.total) as watchdog:
            try:
                response, body = self._exchange(self._direct(request, url, ip, watchdog), str(url))
                # A body whose end is that of the connection looks whole when the watchdog ended it.
                is_late = watchdog.has_bitten
            except httpx.TransportError as error:
                if not watchdog.has_bitten:
                    raise
                raise self._late() from error
        if is_late:
            raise self._late()
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=httpx.ByteStream(body),
            extensions={**response.extensions, "ip": ip},
        )

    def _late(self) -> httpx.ReadTimeout:
        return httpx.ReadTimeout(f"not done after {self._limits.total:g} seconds")

    def _direct(self, request: httpx.Request, url: httpx.URL, ip: str, watchdog: Watchdog) -> httpx.Request:
        """The request as it goes to the address: the name stays in `Host` and in what TLS asks for."""
        connect, read = self._limits.connect, self._limits.read
        extensions = {
            "timeout": {"connect": connect, "read": read, "write": read, "pool": connect},
            "trace": watchdog.trace,
            "sni_hostname": url.raw_host.decode("ascii"),
        }
        headers = [(key, value) for key, value in request.headers.raw if key.lower() != b"host"]
        return httpx.Request(
            request.method,
            url.copy_with(host=ip),
            headers=[(b"Host", url.netloc), *headers],
            stream=request.stream,
            extensions=extensions,
        )

    def _exchange(self, request: httpx.Request, source: str) -> tuple[httpx.Response, bytes]:
        response = self._inner.handle_request(request)
        try:
            return response, self._body(response, source)
        finally:
            response.close()

    def _body(self, response: httpx.Response, source: str) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > self._limits.max_bytes:
                limit = self._limits.max_bytes // 1_000_000
                raise InputError(
                    "too_large", source, f"{source} has more than {limit} MB: it is no page; leave it out."
                )
            parts.append(part)
        return b"".join(parts)

    def close(self) -> None:
        self._inner.close()


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates of certifi, loaded once; variables of the environment do not change them."""
    return httpx.create_ssl_context(trust_env=False)
