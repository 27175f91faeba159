"""Answers that are kept until a row changes: many readers of one page cost as much as one."""

from __future__ import annotations

from asyncio import Event
from hashlib import sha256
from time import monotonic

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.model import CollectionError
from dateline.store.clock import today
from dateline.store.database import Database
from dateline.web.freshness import Freshness
from dateline.web.kept_answers import Answer, Answers
from dateline.web.refreshing import Refreshing
from dateline.web.styles import version

_LONGEST = 2 * 1024 * 1024
NOT_KEPT = "x-dateline-not-kept"
"""A header by which a view says that its answer is of the moment; it is not sent on."""


class Kept:
    """Keeps answers to GET of status 200 by address, cookies, day and state of the tables, and gives each an `ETag`."""

    def __init__(self, app: ASGIApp, database: Database, patience: float = 0.0) -> None:
        """`patience` is for how many seconds what others write may go unseen; what is changed through these pages is seen at once."""
        self._app = app
        self._answers = Answers()
        self._freshness = Freshness(database, patience)
        self._under_way: dict[str, Event] = {}
        self._refreshing = Refreshing(self._ask_anew)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _is_file(scope):
            await self._app(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD"):
            await self._answered(scope, receive, send)
        else:
            try:
                await self._app(scope, receive, send)
            finally:
                self._freshness.changed_here()

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with what is kept; else with what the view says, which is kept."""
        request = Request(scope)
        question = _question(request)
        try:
            key = _key(question, await self._freshness.state())
        except CollectionError:  # the view meets the same, and says so
            await self._app(scope, receive, send)
            return
        answer = self._answers.find(key) or self._earlier(scope, question, key) or await self._awaited(key)
        if answer is None:
            answer = await self._first(scope, receive, send, question, key)
        if answer is not None:
            await answer.given_to(request)(scope, receive, send)

    async def _awaited(self, key: str) -> Answer | None:
        """The answer that somebody else waits for already, when it can be kept."""
        under_way = self._under_way.get(key)
        if under_way is not None:
            await under_way.wait()
        return self._answers.find(key)

    def _earlier(self, scope: Scope, question: str, key: str) -> Answer | None:
        """The answer to the same question before a row changed, for a moment, while it is asked anew."""
        earlier = self._answers.latest(question)
        if earlier is None or not self._freshness.may_be_given(
            earlier.made, is_crowded=bool(self._under_way) or self._refreshing.is_behind
        ):
            return None
        if key not in self._under_way:
            self._refreshing.add(scope, question, earlier.made)
        return earlier

    async def _ask_anew(self, scope: Scope, question: str) -> None:
        """Asks a question by the tables as they are now, for nobody but the next who asks it."""
        key = _key(question, await self._freshness.state())
        if key not in self._under_way and self._answers.find(key) is None:
            await self._first(scope, _nothing, _nowhere, question, key)

    async def _first(
        self, scope: Scope, receive: Receive, send: Send, question: str, key: str
    ) -> Answer | None:
        """Asks, while others who ask the same wait for it."""
        under_way = self._under_way.setdefault(key, Event())
        began, taken = monotonic(), _Taken(send, self._freshness)
        try:
            await self._app({**scope, "method": "GET"}, receive, taken)
            if taken.start is None:
                return None
            answer = Answer(key, began, tuple(taken.start["headers"]), b"".join(taken.parts))
            self._answers.keep(question, answer)
            return answer
        finally:
            self._under_way.pop(key, None)
            under_way.set()


class _Taken:
    """Takes an answer of a view in where it may be kept: then it has a `start`; else it is sent as it comes."""

    def __init__(self, send: Send, freshness: Freshness) -> None:
        self.start: Message | None = None
        self.parts: list[bytes] = []
        self._send = send
        self._freshness = freshness
        self._length = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200 and self._may_keep(message):
            self.start = message
        elif self.start is None:
            await self._send(message)
        else:
            self.parts.append(message.get("body", b""))
            self._length += len(self.parts[-1])
            if self._length > _LONGEST:
                await self._let_go(self.start, message)

    async def _let_go(self, start: Message, message: Message) -> None:
        """Sends what came so far, since it is too long to be kept."""
        await self._send(start)
        await self._send({**message, "body": b"".join(self.parts)})
        self.parts.clear()
        self.start = None

    def _may_keep(self, start: Message) -> bool:
        headers = MutableHeaders(scope=start)
        may = "set-cookie" not in headers and NOT_KEPT not in headers
        if NOT_KEPT in headers:
            del headers[NOT_KEPT]
            self._freshness.changed_here()  # something is under way here
        return may


def _is_file(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/static/")


def _question(request: Request) -> str:
    """What is asked, by whom it matters."""
    of_reader = [request.headers.get(name, "") for name in ("cookie", "accept")]
    takes_packed = "gzip" in request.headers.get("accept-encoding", "")
    return repr((str(request.url), of_reader, takes_packed))


def _key(question: str, state: str) -> str:
    return sha256(repr((question, state, today(), version())).encode()).hexdigest()


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _nowhere(_: Message) -> None:
    """Nobody waits for it."""
