"""Source and target of the events of a sentence, for tests."""

from __future__ import annotations

import pytest

from dateline import code_events
from dateline.language import installed_model

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def dyads(sentence: str, root: str) -> list[tuple[list[str], list[str]]]:
    """Names of source and target of every event of a root."""
    return [
        ([p.name for p in e.source], [p.name for p in e.target])
        for e in code_events(sentence)
        if e.plover == root
    ]
