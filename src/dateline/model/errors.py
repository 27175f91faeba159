"""Everything that Dateline raises. The message says what happened, to which input, and what to do."""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all errors of this package."""


class InputError(DatelineError):
    """An input cannot be read. `code` is the rejection code, `source` names the input, `place` where inside it."""

    def __init__(self, code: str, source: str, message: str, place: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.source = source
        self.message = message
        self.place = place


class DataError(DatelineError):
    """A table, frame or cue file is wrong: the message names file, row and rule."""


class ModelError(DatelineError):
    """A language model is missing, damaged, or not the one that was recorded."""


class CollectionError(DatelineError):
    """A collection cannot be opened, read or written. `code` is one of `missing not_a_collection newer locked disk_full read_only
    damaged unreachable no_driver closed unknown forgotten no_package bad_filter bad_correction busy_name bad_sheet bad_export no_folder not_empty
    not_written`; the message says which, and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
