"""Words of a page with all that is needed to cite them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateline.model import Record, Span
from dateline.products.dates import in_words


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """Words of an article. `reference` is what was asked for (`ARTICLE#e1`), `published` the page's own date, `page_sha256` the hash
    under which the page is kept as it came in. `words` are joined by an ellipsis where they stand apart, and empty for an article as such.
    """

    SCHEMA: ClassVar[str | None] = "dateline.passage/1"

    reference: str
    article: str
    outlet: str | None
    authors: tuple[str, ...]
    title: str | None
    published: str | None
    url: str | None
    language: str
    words: str
    spans: tuple[Span, ...]
    page_sha256: str

    @property
    def key(self) -> str:
        """A short name of letters, digits and hyphens: outlet, day, hash, record."""
        outlet = (
            "".join(c for c in (self.outlet or "page").casefold() if c.isascii() and c.isalnum()) or "page"
        )
        record = self.reference.rpartition("#")[2] if "#" in self.reference else ""
        parts = (outlet, self.day or "undated", self.article.removeprefix("sha256:")[:8], record)
        return "-".join(part for part in parts if part)

    @property
    def day(self) -> str | None:
        """The date without its time."""
        return self.published[:10] if self.published else None

    @property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as the page gives them."""
        return tuple(int(part) for part in (self.day or "").split("-") if part)

    @property
    def note(self) -> str:
        """The words, their places, and the hash of the page."""
        quoted = f"“{self.words}” " if self.words else ""
        places = ", ".join(f"{span.start}–{span.end}" for span in self.spans)
        where = f"characters {places} of {self.article}; " if places else ""
        return f"{quoted}({where}page kept as sha256:{self.page_sha256})"

    @property
    def date_in_words(self) -> str:
        return in_words(self.day) if self.day else "undated"


def keys_of(passages: Sequence[Passage]) -> list[str]:
    """A key for each passage; a second one of the same key has a number more."""
    seen: dict[str, int] = {}
    keys = []
    for passage in passages:
        again = seen[passage.key] = seen.get(passage.key, 0) + 1
        keys.append(passage.key if again == 1 else f"{passage.key}-{again}")
    return keys
