"""Who fetches for a command, and the folders that it uses."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from dateline.cli.messages import say
from dateline.sources import Follower, is_address


@contextmanager
def following(
    paths: Sequence[str], *, fetch: bool, limit: int, cache: Path | None, archive: Path | None
) -> Iterator[Follower]:
    """Follows feeds and lists; fetches when an input is an address or the user asks for it, and not otherwise."""
    if not fetch and not any(is_address(path) for path in paths):
        yield Follower(note=say)
        return
    from dateline.sources.fetch import Fetcher

    try:
        fetcher = Fetcher(cache=cache or default_cache(), archive=archive)
    except OSError as error:
        folder = getattr(error, "filename", None) or "a folder"
        raise typer.BadParameter(
            f"{folder} cannot be written ({error.strerror}): give another folder."
        ) from error
    with fetcher:
        yield Follower(fetcher, fetch, limit, say)
    if fetcher.archive_path is not None:
        say(f"what was fetched is in {fetcher.archive_path}.")


def default_cache() -> Path:
    """The folder of this user for fetched pages."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "dateline" / "pages"
