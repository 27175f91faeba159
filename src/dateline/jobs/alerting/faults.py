"""A message that did not get through."""

from __future__ import annotations

from dateline.model import DatelineError


class SendError(DatelineError):
    """Nobody took a message: the server is down, or refused it. It is tried again."""
