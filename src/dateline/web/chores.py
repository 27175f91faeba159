"""Work that takes longer than a reader waits: done in the background, one after the other, its outcome kept until the server ends."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from starlette.requests import Request

from dateline.model import DatelineError

_MOST = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a piece of work stands: `value` when it is done, `error` when it failed; neither while it runs or waits."""

    name: str
    begun: str
    is_done: bool
    value: object = None
    error: str | None = None


class Chores:
    """Pieces of work by name; a name that runs already is not begun again."""

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(1, "chore")
        self._chores: OrderedDict[str, tuple[str, Future[object]]] = OrderedDict()
        self._lock = Lock()

    def begin(self, name: str, work: Callable[[], object]) -> bool:
        """Begins a piece of work; False where it runs already, or too many wait."""
        with self._lock:
            running = [known for known, (_, future) in self._chores.items() if not future.done()]
            if name in running or len(running) >= _MOST:
                return False
            self._chores.pop(name, None)
            self._chores[name] = (datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), self._hands.submit(work))
            while len(self._chores) > _MOST:
                self._chores.popitem(last=False)
            return True

    def outcome(self, name: str) -> Outcome | None:
        """How a piece of work stands; None where it was not begun."""
        with self._lock:
            found = self._chores.get(name)
        return None if found is None else _outcome(name, *found)

    def outcomes(self) -> list[Outcome]:
        """All of them, the latest first."""
        with self._lock:
            found = list(self._chores.items())
        return [_outcome(name, *chore) for name, chore in reversed(found)]


def _outcome(name: str, begun: str, future: Future[object]) -> Outcome:
    if not future.done():
        return Outcome(name, begun, is_done=False)
    error = future.exception()
    if error is None:
        return Outcome(name, begun, is_done=True, value=future.result())
    said = str(error) if isinstance(error, DatelineError) else f"it broke off ({type(error).__name__})."
    return Outcome(name, begun, is_done=True, error=said)


def chores_of(request: Request) -> Chores:
    """The work of the server that a request came to."""
    state = request.app.state
    if not hasattr(state, "chores"):
        state.chores = Chores()
    found: Chores = state.chores
    return found
