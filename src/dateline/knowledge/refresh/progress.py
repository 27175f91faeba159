"""What a run has done, written down as it goes, so that a run that was killed goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path


class Progress:
    """A log of answered queries and checked items in the folder of the snapshot to be."""

    def __init__(self, folder: Path) -> None:
        """Reads what an earlier run wrote; a line that a kill cut off is left out."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._pages: dict[str, list[str]] = {}
        self.checked: set[str] = set()
        path = folder / "progress.jsonl"
        for line in path.read_bytes().splitlines() if path.is_file() else ():
            try:
                done = json.loads(line)
                if "query" in done:
                    self._pages[done["query"]] = done["ids"]
                else:
                    self.checked.update(done["checked"])
            except (ValueError, KeyError, TypeError):
                continue
        self._log = path.open("a", encoding="utf-8")
        self._log.write("\n")

    def answer(self, query: str) -> list[str] | None:
        """The ids that a query gave, if it was answered."""
        return self._pages.get(_key(query))

    def answered(self, query: str, ids: list[str]) -> None:
        """Notes what a query gave."""
        self._pages[_key(query)] = ids
        self._write({"query": _key(query), "ids": ids})

    def has_checked(self, ids: list[str]) -> None:
        """Notes that the cache has these items as they are now."""
        self.checked.update(ids)
        self._write({"checked": ids})

    def close(self) -> None:
        """Closes the log; it stays for the next run."""
        self._log.close()

    def forget(self) -> None:
        """Deletes the log: the run is finished."""
        self.close()
        shutil.rmtree(self._folder)

    def _write(self, done: dict[str, object]) -> None:
        self._log.write(json.dumps(done) + "\n")
        self._log.flush()


def _key(query: str) -> str:
    return hashlib.sha256(query.encode()).hexdigest()[:16]
