"""Writes the reference that is made of the code and the tables: `python -m tools.build_reference FOLDER`.

Nothing of it is kept in the repository; `make docs` makes it anew each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.reference import commands, errors, event_types, python_api, rest

MADE = "reference"
"""The folder of these pages in the documentation."""


def reference() -> dict[str, str]:
    """The pages by the names of their files, in the order of the contents."""
    return {
        "command-line.md": commands.page(),
        "python.md": python_api.page(),
        "rest.md": rest.page(),
        "errors.md": errors.page(),
        **dict(event_types.pages()),
    }


def write(folder: Path) -> list[Path]:
    """Writes all pages and says which."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in reference().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    print(f"{len(write(Path(sys.argv[1])))} pages in {sys.argv[1]}")
