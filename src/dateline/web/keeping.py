"""Answers that are kept until a row changes: many readers of one page cost as much as one."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.model import CollectionError
from dateline.store.clock import today
from dateline.store.database import Database
from dateline.web.styles import version

_MOST_BYTES = 64 * 1024 * 1024
_LONGEST = 2 * 1024 * 1024
_OF_UNCHANGED = (b"cache-control", b"vary", b"content-location")
"""What an answer that has not changed says all the same (RFC 9110, 15.4.5)."""
NOT_KEPT = "x-dateline-not-kept"
"""A header by which a view says that its answer is of the moment; it is not sent on."""


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Kept:
    """Keeps answers to GET of status 200 by address, cookies, day and state of the tables, and gives each an `ETag`."""

    def __init__(self, app: ASGIApp, database: Database) -> None:
        self._app = app
        self._database = database
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or _is_file(scope):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            key = _key(request, await self._state())
        except CollectionError:  # the view meets the same, and says so
            await self._app(scope, receive, send)
            return
        answer = self._found(key)
        if answer is None:
            answer = await self._asked(scope, receive, send, key)
        if answer is not None:
            await _given(request, answer, key)(scope, receive, send)

    async def _state(self) -> str:
        if self._database.is_sqlite:
            return self._database.state()
        return await run_in_threadpool(self._database.state)

    async def _asked(self, scope: Scope, receive: Receive, send: Send, key: str) -> _Answer | None:
        """The answer of the view, where it may be kept; else it is sent as it comes."""
        start: Message | None = None
        parts: list[bytes] = []
        length = 0

        async def take(message: Message) -> None:
            nonlocal start, length
            if message["type"] == "http.response.start" and message["status"] == 200 and _may_keep(message):
                start = message
            elif start is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                length += len(parts[-1])
                if length > _LONGEST:
                    await send(start)
                    await send({**message, "body": b"".join(parts)})
                    parts.clear()
                    start = None

        await self._app({**scope, "method": "GET"}, receive, take)
        if start is None:
            return None
        answer = _Answer(tuple(start["headers"]), b"".join(parts))
        self._keep(key, answer)
        return answer

    def _found(self, key: str) -> _Answer | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _keep(self, key: str, answer: _Answer) -> None:
        with self._lock:
            before = self._answers.pop(key, None)
            self._bytes += len(answer.body) - (len(before.body) if before else 0)
            self._answers[key] = answer
            while self._bytes > _MOST_BYTES:
                _, oldest = self._answers.popitem(last=False)
                self._bytes -= len(oldest.body)


def _is_file(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/static/")


def _key(request: Request, state: str) -> str:
    of_reader = tuple(request.headers.get(name, "") for name in ("cookie", "accept", "accept-encoding"))
    return sha256(repr((str(request.url), of_reader, state, today(), version())).encode()).hexdigest()


def _may_keep(start: Message) -> bool:
    headers = MutableHeaders(scope=start)
    may = "set-cookie" not in headers and NOT_KEPT not in headers
    if NOT_KEPT in headers:
        del headers[NOT_KEPT]
    return may


def _given(request: Request, answer: _Answer, key: str) -> Response:
    tag = f'W/"{key[:32]}"'
    if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
        kept = {name.decode(): value.decode() for name, value in answer.headers if name in _OF_UNCHANGED}
        return Response(status_code=304, headers={**kept, "ETag": tag})
    response = Response(b"" if request.method == "HEAD" else answer.body)
    response.raw_headers = [*answer.headers, (b"etag", tag.encode())]
    return response
