"""The last numbers of every measure, in `latest.json`: each with its date and what it was measured on."""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LATEST = Path(__file__).parent / "latest.json"
MEASURES = (
    "cold-start", "seed-pages", "names", "copies", "stories", "archives", "search", "search-in-many-pages", "web-pages", "runs", "stations",
    "whole-chain", "workers", "endurance", "peak-memory", "speed",
)  # fmt: skip
"""All measures, in the order in which they are made and shown."""
LONG = ("search-in-many-pages", "web-pages", "runs", "endurance")
"""Those that take minutes."""

Kept = dict[str, dict[str, Any]]
"""By measure: `date`, `python`, `system`, `cores`, `pages` (the hash of the pages) and `numbers`."""


def circumstances(pages: str) -> dict[str, Any]:
    """What absolute numbers depend on: they compare only where these are the same."""
    return {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "pages": pages,
    }


def load_kept(path: Path = LATEST) -> Kept:
    """What is kept; nothing where there is no file."""
    kept: Kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return kept


def keep(path: Path, pages: str, found: Mapping[str, Mapping[str, Any]]) -> Kept:
    """Replaces the measures that were made, and leaves all others; gives what is kept then."""
    today = circumstances(pages)
    made = {name: {**today, "numbers": dict(numbers)} for name, numbers in found.items()}
    held = {**load_kept(path), **made}
    kept = {name: held[name] for name in (*MEASURES, *sorted(held.keys() - {*MEASURES})) if name in held}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return kept
