"""Inputs in their order: those that are to be read go ahead to the readers, and each result finds its input again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.model import RawPage, Reading, Rejection
from dateline.store.ingest.outcomes import Outcome
from dateline.store.raw import hash_of, packed


@dataclass(slots=True)
class Input:
    """One input. Either it is settled (`outcome`), or the same as one before it (`is_again`), or `page` is to be read."""

    source: str
    sha256: str | None
    page: RawPage | None = None
    outcome: Outcome | None = None
    rejection: Rejection | None = None
    is_again: bool = False


Result = Reading | Rejection | None
"""What came of a page; None where there was nothing to read."""


def read_in_order(
    pages: Iterable[RawPage | Rejection],
    seen_before: Callable[[str], Outcome | None],
    read: Callable[[Iterable[RawPage]], Iterator[Reading | Rejection]],
) -> Iterator[tuple[Input, Result]]:
    """Every input with what came of it, in the order of the inputs. Readers may be several pages ahead."""
    waiting: deque[Input] = deque()
    fed: set[str] = set()

    def unread() -> Iterator[RawPage]:
        for page in pages:
            one = _input(page, seen_before, fed)
            waiting.append(one)
            if one.page is not None:
                yield one.page

    for result in read(unread()):
        while waiting[0].page is None:
            yield waiting.popleft(), None
        yield waiting.popleft(), result
    while waiting:
        yield waiting.popleft(), None


def _input(page: RawPage | Rejection, seen_before: Callable[[str], Outcome | None], fed: set[str]) -> Input:
    if isinstance(page, Rejection):
        return Input(page.source, page.bytes_sha256, outcome=Outcome.REJECTED, rejection=page)
    sha256 = hash_of(packed(page))
    if sha256 in fed:
        return Input(page.source, sha256, is_again=True)
    outcome = seen_before(sha256)
    if outcome is None:
        fed.add(sha256)
        return Input(page.source, sha256, page=page)
    return Input(page.source, sha256, outcome=outcome)
