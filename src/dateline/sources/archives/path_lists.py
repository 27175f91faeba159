"""Lists of files: text that names one a line, as `find` and `ls` write it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.sources.archives.peeked import Peeked
from dateline.sources.archives.window import Window

_SAMPLED = 20
_LONGEST = 4_096


def paths_in(stream: Peeked, folder: Path) -> Iterator[tuple[int, Path, int]] | None:
    """Number, path and length of each line of a list; None where the stream is none.

    It is one where its first lines that are not blank (twenty at most) all could be paths, and half of them or more are there:
    from the current folder, else from that of the list (`folder`).
    """
    lines = stream.head.split(b"\n")
    if not stream.is_all:
        lines = lines[:-1]
    names = [name for line in lines if (name := _name(line))][:_SAMPLED]
    if not names or any(len(name) > _LONGEST or "\0" in name or name.startswith("<") for name in names):
        return None
    there = sum(1 for name in names if _is_there(name, folder))
    return _paths(stream, folder) if 2 * there >= len(names) else None


def _paths(stream: Peeked, folder: Path) -> Iterator[tuple[int, Path, int]]:
    window, number = Window(stream), 0
    while window.fill(1):
        end = window.data.find(b"\n")
        while end < 0 and window.fill(len(window.data) + 1) and len(window.data) < 1_000_000:
            end = window.data.find(b"\n")
        line = window.drop(end + 1 if end >= 0 else len(window.data))
        number += 1
        name = _name(line)
        if name:
            yield number, _path(name, folder), len(line)


def _path(name: str, folder: Path) -> Path:
    return Path(name) if Path(name).exists() or not (folder / name).exists() else folder / name


def _is_there(name: str, folder: Path) -> bool:
    try:
        return _path(name, folder).exists()
    except (OSError, ValueError):
        return False


def _name(line: bytes) -> str:
    return line.strip(b"\xef\xbb\xbf\r\n").decode("utf-8", "surrogateescape").strip()
