"""What is said of a page above its text: where it stands, what came before and after it, what it says of its own chain."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Reading
from dateline.store import ArticleRow, Collection, StoryRow, VersionRow

_MOST_TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """A page among others: its versions, its story, and which of the story's reports it is. `newest` is the version that is read now."""

    versions: tuple[VersionRow, ...]
    own: VersionRow
    newest: VersionRow
    story: StoryRow | None
    together: tuple[ArticleRow, ...]
    page_sha256: str

    @property
    def is_old(self) -> bool:
        """True when another version took the place of this one."""
        return self.own.id != self.newest.id

    @property
    def place(self) -> int | None:
        """Which of the story's reports it is, from 1."""
        return next((i for i, row in enumerate(self.together, 1) if row.id == self.own.id), None)

    @property
    def following(self) -> ArticleRow | None:
        """The next report of the story, the first after the last."""
        if self.place is None or len(self.together) < 2:
            return None
        return self.together[self.place % len(self.together)]


def standing_of(collection: Collection, reading: Reading) -> Standing:
    """Where a page stands."""
    article = reading.article.id
    versions = collection.versions(article)
    own = next(row for row in versions if row.id == article)
    newest = next((row for row in versions if row.is_current), versions[-1])
    stories = list(collection.stories(story=newest.story).limit(1)) if newest.story else []
    together = list(collection.articles(story=newest.story).limit(_MOST_TOGETHER)) if newest.story else []
    return Standing(
        tuple(versions),
        own,
        newest,
        next(iter(stories), None),
        tuple(reversed(together)),
        collection.page_hash(article),
    )
