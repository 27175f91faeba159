"""Citations as CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dateline.products.citations.passage import Passage, keys_of


def written(passages: Sequence[Passage]) -> str:
    """A list of items of type `article-newspaper`; the words and the hash of the page are the note."""
    items = msgspec.json.encode(
        [_item(passage, key) for passage, key in zip(passages, keys_of(passages), strict=True)]
    )
    return msgspec.json.format(items, indent=2).decode() + "\n"


def _item(passage: Passage, key: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": passage.title or "untitled",
        "container-title": passage.outlet or "outlet not named",
        "language": passage.language,
        "note": passage.note,
        "archive": "Dateline",
        "archive_location": f"sha256:{passage.page_sha256}",
    }
    if passage.authors:
        item["author"] = [{"literal": author} for author in passage.authors]
    if passage.date_parts:
        item["issued"] = {"date-parts": [list(passage.date_parts)]}
    if passage.url:
        item["URL"] = passage.url
    return item
