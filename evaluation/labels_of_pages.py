"""Labels of pages that are not in this repository: a row of a label file with its page's text, where that text is here and unchanged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any


def unchanged(
    labels: Path, texts: Mapping[Any, str], key: Callable[[dict[str, Any]], Any]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Rows whose page, by `key`, has the text that was labelled: its `sha256` is that of the row. Offsets hold for no other text."""
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = texts.get(key(row))
        if text is not None and hashlib.sha256(text.encode()).hexdigest() == row["sha256"]:
            yield row, text
