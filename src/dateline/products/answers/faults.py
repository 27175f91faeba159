"""Questions that cannot be answered."""

from __future__ import annotations

from dateline.model import DatelineError


class AskedWrongly(DatelineError):
    """A question that cannot be answered as it is put; the message says what to ask instead."""
