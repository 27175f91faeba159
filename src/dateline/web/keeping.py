"""Answers that are kept until a row changes: many readers of one page cost as much as one."""

from __future__ import annotations

from asyncio import Event, Task, create_task
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from math import inf
from threading import Lock
from time import monotonic

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
_STALE, _CROWDED, _REST = 8, 30, 4
"""Times the patience of a site that an answer may be old while it is asked anew, and while others wait for theirs; times that asking takes until
the next is asked."""
_OF_UNCHANGED = (b"cache-control", b"vary", b"content-location")
"""What an answer that has not changed says all the same (RFC 9110, 15.4.5)."""
NOT_KEPT = "x-dateline-not-kept"
"""A header by which a view says that its answer is of the moment; it is not sent on."""


@dataclass(frozen=True, slots=True)
class _Answer:
    key: str
    made: float
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Kept:
    """Keeps answers to GET of status 200 by address, cookies, day and state of the tables, and gives each an `ETag`."""

    def __init__(self, app: ASGIApp, database: Database, patience: float = 0.0) -> None:
        """`patience` is for how many seconds what others write may go unseen; what is changed through these pages is seen at once."""
        self._app = app
        self._database = database
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._under_way: dict[str, Event] = {}
        self._latest: dict[str, str] = {}
        self._refreshing: Task[None] | None = None
        self._rests_until = -inf
        self._patience, self._looked, self._changed, self._seen = patience, -inf, -inf, ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _is_file(scope):
            await self._app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            try:
                await self._app(scope, receive, send)
            finally:
                self._look_again()
            return
        request = Request(scope)
        question = _question(request)
        try:
            key = _key(question, await self._state())
        except CollectionError:  # the view meets the same, and says so
            await self._app(scope, receive, send)
            return
        answer = self._found(key) or self._earlier(scope, question, key) or await self._awaited(key)
        if answer is None:
            answer = await self._first(scope, receive, send, question, key)
        if answer is not None:
            await _given(request, answer)(scope, receive, send)

    def _look_again(self) -> None:
        """What a reader changed is seen at once."""
        self._looked, self._changed = -inf, monotonic()

    async def _state(self) -> str:
        now = monotonic()
        if now - self._looked > self._patience:
            of_file = self._database.is_sqlite
            self._seen = self._database.state() if of_file else await run_in_threadpool(self._database.state)
            self._looked = now
        return self._seen

    async def _awaited(self, key: str) -> _Answer | None:
        """The answer that somebody else waits for already, when it can be kept."""
        under_way = self._under_way.get(key)
        if under_way is not None:
            await under_way.wait()
        return self._found(key)

    def _earlier(self, scope: Scope, question: str, key: str) -> _Answer | None:
        """The answer to the same question before a row changed, for a moment, while it is asked anew; none where it was changed through
        these pages."""
        earlier = self._found(self._latest.get(question, ""))
        oldest = monotonic() - self._patience * (_CROWDED if self._under_way else _STALE)
        if earlier is None or not self._changed < earlier.made > oldest:
            return None
        if key not in self._under_way and self._refreshing is None and monotonic() > self._rests_until:
            self._refreshing = create_task(self._refresh(scope, question, key))
        return earlier

    async def _refresh(self, scope: Scope, question: str, key: str) -> None:
        """Asks anew while readers have the earlier answer: one at a time, and then rests, so that readers come first."""
        began = monotonic()
        try:
            await self._first(scope, _nothing, _nowhere, question, key)
        finally:
            self._refreshing = None
            self._rests_until = monotonic() + _REST * (monotonic() - began)

    async def _first(
        self, scope: Scope, receive: Receive, send: Send, question: str, key: str
    ) -> _Answer | None:
        """Asks, while others who ask the same wait for it."""
        under_way = self._under_way.setdefault(key, Event())
        try:
            answer = await self._asked(scope, receive, send, key)
            if answer is not None:
                self._latest[question] = key
            return answer
        finally:
            self._under_way.pop(key, None)
            under_way.set()

    async def _asked(self, scope: Scope, receive: Receive, send: Send, key: str) -> _Answer | None:
        """The answer of the view, where it may be kept; else it is sent as it comes."""
        began = monotonic()
        start: Message | None = None
        parts: list[bytes] = []
        length = 0

        async def take(message: Message) -> None:
            nonlocal start, length
            if (
                message["type"] == "http.response.start"
                and message["status"] == 200
                and self._may_keep(message)
            ):
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
        answer = _Answer(key, began, tuple(start["headers"]), b"".join(parts))
        self._keep(key, answer)
        return answer

    def _may_keep(self, start: Message) -> bool:
        headers = MutableHeaders(scope=start)
        may = "set-cookie" not in headers and NOT_KEPT not in headers
        if NOT_KEPT in headers:
            del headers[NOT_KEPT]
            self._look_again()  # something is under way here
        return may

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
                self._latest = {question: at for question, at in self._latest.items() if at != oldest.key}


def _is_file(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/static/")


def _question(request: Request) -> str:
    """What is asked, by whom it matters."""
    of_reader = tuple(request.headers.get(name, "") for name in ("cookie", "accept", "accept-encoding"))
    return repr((str(request.url), of_reader))


def _key(question: str, state: str) -> str:
    return sha256(repr((question, state, today(), version())).encode()).hexdigest()


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _nowhere(_: Message) -> None:
    """Nobody waits for it."""


def _given(request: Request, answer: _Answer) -> Response:
    tag = f'W/"{answer.key[:32]}"'
    if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
        kept = {name.decode(): value.decode() for name, value in answer.headers if name in _OF_UNCHANGED}
        return Response(status_code=304, headers={**kept, "ETag": tag})
    response = Response(b"" if request.method == "HEAD" else answer.body)
    response.raw_headers = [*answer.headers, (b"etag", tag.encode())]
    return response
