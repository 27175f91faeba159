"""Where the files of the repository stand in the site, and links between them."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
HOME = "docs/README.md"
BESIDE = {
    "README.md": "readme.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "examples/README.md": "sample-newsroom.md",
    "evaluation/README.md": "evaluation-sets.md",
    "evaluation/labels/README.md": "evaluation-labels.md",
    "benchmarks/README.md": "benchmarks.md",
    "training/README.md": "training.md",
}
"""Pages outside `docs/`, and what they are called in the site."""
_SHOWN = {".md", ".png", ".svg"}
_CODE = r"(?P<code>^[ ]*```.*?^[ ]*```[ ]*$|`[^`\n]*`)"
_LINK = re.compile(
    _CODE + r"|(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(_CODE + r"|<!--.*?-->\n?", re.MULTILINE | re.DOTALL)


def places() -> dict[str, str]:
    """Each file that is shown by its path in the repository, and its path in the site."""
    own = (path for path in sorted(DOCS.rglob("*")) if path.is_file() and path.suffix in _SHOWN)
    found = {path.relative_to(ROOT).as_posix(): path.relative_to(DOCS).as_posix() for path in own}
    beside = {path: place for path, place in BESIDE.items() if (ROOT / path).exists()}
    return {**found, **beside, HOME: "index.md"}


def placed(text: str, path: str, where: dict[str, str]) -> str:
    """The text of a page for its place in the site: links lead to pages of the site, to what it does not have none lead, and
    comments are gone. Code is left as it is.
    """

    def changed(link: re.Match[str]) -> str:
        target, _, part = (link["target"] or "").partition("#")
        if not target or ":" in target:
            return link[0]
        led = os.path.normpath((PurePosixPath(path).parent / target).as_posix())
        if led not in where:
            return link["text"]
        there = os.path.relpath(where[led], PurePosixPath(where[path]).parent.as_posix())
        return f"{link['image']}[{link['text']}]({there}{'#' + part if part else ''})"

    return _COMMENT.sub(lambda found: found["code"] or "", _LINK.sub(changed, text))
