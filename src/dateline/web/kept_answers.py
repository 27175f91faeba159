"""The store of kept answers: by key, those not asked for longest given up first, and the latest answer to each question."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

_MOST_BYTES = 64 * 1024 * 1024
_OF_UNCHANGED = (b"cache-control", b"vary", b"content-location")
"""What an answer that has not changed says all the same (RFC 9110, 15.4.5)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of status 200. `made` is when it was asked, by the clock that only goes forward."""

    key: str
    made: float
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def given_to(self, request: Request) -> Response:
        """The answer to a request: without its body for who asks for the head alone or has it already."""
        tag = f'W/"{self.key[:32]}"'
        if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
            kept = {name.decode(): value.decode() for name, value in self.headers if name in _OF_UNCHANGED}
            return Response(status_code=304, headers={**kept, "ETag": tag})
        response = Response(b"" if request.method == "HEAD" else self.body)
        response.raw_headers = [*self.headers, (b"etag", tag.encode())]
        return response


class Answers:
    """Answers up to 64 MB in all."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._latest: dict[str, str] = {}
        self._bytes = 0
        self._lock = Lock()

    def find(self, key: str) -> Answer | None:
        """The answer of a key."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def latest(self, question: str) -> Answer | None:
        """The latest answer to a question, whatever changed since."""
        return self.find(self._latest.get(question, ""))

    def keep(self, question: str, answer: Answer) -> None:
        """Keeps an answer to a question."""
        with self._lock:
            before = self._answers.pop(answer.key, None)
            self._bytes += len(answer.body) - (len(before.body) if before else 0)
            self._answers[answer.key] = answer
            self._latest[question] = answer.key
            while self._bytes > _MOST_BYTES:
                self._give_up_one()

    def _give_up_one(self) -> None:
        _, oldest = self._answers.popitem(last=False)
        self._bytes -= len(oldest.body)
        self._latest = {question: key for question, key in self._latest.items() if key != oldest.key}
