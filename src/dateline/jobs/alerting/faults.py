"""A message that did not get through."""

from __future__ import annotations

from dateline.model import DatelineError, InputError


class SendError(DatelineError):
    """Nobody took a message: the server is down, or refused it. It is tried again."""


class AlertError(InputError):
    """An alert cannot be kept or sent as it was given. `code` is `bad_setting` or `bad_destination`, `source` names the alert, the setting or the
    destination; the message says what to write."""
