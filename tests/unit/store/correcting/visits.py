"""Two reports of one visit, and readers of them that read otherwise, as later programs do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.model import RawPage, Reading, Rejection
from dateline.store import Collection
from dateline.store.holdings import ReadMany
from tests.unit.store.sample_pages import page

VISIT = (
    "Norway's foreign minister, Espen Barth Eide, met the king of Tonga in Nuku'alofa on Tuesday. "
    '"We will open an embassy here," he said. Norway condemned the shelling of Harbin on Monday.'
)
OTHER = (
    "Foreign minister Espen Barth Eide of Norway met the king of Tonga in Nuku'alofa on Tuesday, and they dined. "
    "Schoolchildren waved along the road from the airport."
)
DAY = "2024-05-02"
URL = "https://post.example/visit"

FIRST = page("Foreign minister visits Tonga", VISIT, day=DAY, url=URL)
SECOND = page("Norwegian minister in Tonga", OTHER, day=DAY, outlet="Brask Courier")


@dataclass
class ReadsOtherwise:
    """Reads pages as another reader does, then changes what was read."""

    reader: ReadMany
    change: Callable[[Reading], Reading]

    def __call__(
        self, sources: Iterable[RawPage], *, workers: int | None, tier: str
    ) -> Iterator[Reading | Rejection]:
        for result in self.reader(sources, workers=workers, tier=tier):
            yield result if isinstance(result, Rejection) else self.change(result)


def with_other_ids(reading: Reading) -> Reading:
    """One event fewer before all others, and so other ids."""
    events = tuple(replace(event, id=f"e{number}") for number, event in enumerate(reading.events[1:], 1))
    return replace(reading, events=events)


def without_events(reading: Reading) -> Reading:
    """A program that finds no events."""
    return replace(reading, events=())


def reference(collection: Collection, words: str, url: str = URL) -> str:
    """The report whose trigger is these words, or the statement that says them."""
    (article,) = [one for one in collection.articles() if one.address == url]
    reading = collection.reading(article.id, as_read=True)
    text = reading.article.text
    rows = {event.id: event.trigger.span.of(text) for event in reading.events}
    rows |= {one.id: one.content[0].of(text).strip('"“”,') for one in reading.statements}
    (id,) = [id for id, own in rows.items() if own == words]
    return f"{article.id}#{id}"


def mention(collection: Collection, words: str, url: str = URL) -> str:
    """The first mention with these words."""
    (article,) = [one for one in collection.articles() if one.address == url]
    mentions = collection.reading(article.id).mentions
    return f"{article.id}#{next(one.id for one in mentions if one.text == words)}"
