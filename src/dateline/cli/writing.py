"""Files that commands write."""

from __future__ import annotations

from pathlib import Path

from dateline.model import DatelineError


def write_file(path: Path, content: str | bytes) -> None:
    """Writes a file, and the folder that it stands in.

    Raises:
        DatelineError: it cannot be written; the message says why.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise DatelineError(f"{path} cannot be written ({error.strerror}): give another --output.") from error
