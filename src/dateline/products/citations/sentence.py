"""Citations as sentences, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.products.citations.passage import Passage


def written(passages: Sequence[Passage]) -> str:
    """Words, authors, title, outlet, day, address and hash."""
    return "".join(" ".join(_line(passage).split()) + "\n" for passage in passages)


def _line(passage: Passage) -> str:
    quoted = f"“{passage.words}” " if passage.words else ""
    title = f"“{passage.title}”" if passage.title else "untitled"
    parts = (
        ", ".join(passage.authors),
        title,
        passage.outlet or "outlet not named",
        passage.date_in_words,
        passage.url or "",
    )
    source = ", ".join(part for part in parts if part)
    places = ", ".join(f"{span.start}–{span.end}" for span in passage.spans)
    where = f"{passage.article}{', ' + places if places else ''}; page kept as sha256:{passage.page_sha256}"
    return f"{quoted}{source} ({where})."
