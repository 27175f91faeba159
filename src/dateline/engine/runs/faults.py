"""What can go wrong with a run as a whole."""

from __future__ import annotations

from dateline.model import DatelineError


class RunError(DatelineError):
    """A run cannot begin or go on. `code` is one of `no_package no_input not_a_run unfinished failed no_pages bad_address unwritable changed`;
    the message says which, and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
