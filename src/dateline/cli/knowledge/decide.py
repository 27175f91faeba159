"""What the commands that decide have in common: who, when and why, tried on the tables before it is written."""

from __future__ import annotations

import datetime
from pathlib import Path

from dateline.cli.overlays import own_folder, use_overlays
from dateline.cli.who_decides import account
from dateline.knowledge.decisions import Decision, What, append, checked, next_number, read_log
from dateline.knowledge.knowledge import Knowledge


def decide(
    given: list[Path] | None,
    what: What,
    *,
    who: str | None,
    why: str,
    ids: tuple[str, ...] = (),
    name: str | None = None,
    apart: bool = False,
) -> tuple[Decision, Path]:
    """Writes a decision into the log of the user's folder; gives it back with the folder.

    Raises:
        DataError: no folder is named, or the tables speak against it.
    """
    folder = own_folder(given)
    use_overlays(given)
    decisions, _ = read_log(folder)
    decision = Decision(next_number(decisions), today(), who or account(), what, why, ids, name, apart)
    append(folder, checked(decision, Knowledge(Knowledge.load().overlays).registry))
    return decision, folder


def today() -> str:
    """The ISO day."""
    return datetime.date.today().isoformat()
