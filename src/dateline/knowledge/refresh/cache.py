"""Items on disk, by id and revision, so that an item is fetched once for each change of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dateline.knowledge.refresh.items import Item, Property


class Cache:
    """A folder of items. A file that cannot be read counts as not there."""

    def __init__(self, folder: Path) -> None:
        """What is kept of an item depends on the properties that are read, so each set of them has a folder of its own."""
        shape = hashlib.sha256(" ".join(Property).encode()).hexdigest()[:8]
        self._folder = folder / f"items-{shape}"
        self._folder.mkdir(parents=True, exist_ok=True)

    def get(self, id: str) -> Item | None:
        """The item as it was fetched last."""
        try:
            return Item.from_json(self._path(id).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, item: Item, id: str) -> None:
        """Keeps an item under the id that it was asked for by; a kill leaves the old file or the new one."""
        path = self._path(id)
        new = path.with_suffix(".new")
        new.write_text(item.to_json(), encoding="utf-8")
        new.replace(path)

    def _path(self, id: str) -> Path:
        return self._folder / f"{id}.json"
