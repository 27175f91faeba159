"""Pictures as they were when somebody last looked at them. `DATELINE_UPDATE_GOLDEN=1 pytest tests/unit/products/pictures` writes them
anew: look at them before you commit them."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
VARIABLE = "DATELINE_UPDATE_GOLDEN"


def is_as_before(name: str, content: str) -> bool:
    """Whether a picture is the one that is kept under a name; with the variable set it becomes that one."""
    path = FOLDER / name
    if os.environ.get(VARIABLE):
        path.write_text(content, encoding="utf-8")
    return path.read_text(encoding="utf-8") == content
