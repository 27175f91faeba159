"""Everything that Dateline raises, from the classes, and the codes of what goes wrong with a collection."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import dateline
from dateline.model import DatelineError
from dateline.web.faults import STATUS_OF
from tools.reference.prose import cell, code, table

MEANINGS = {
    "missing": "there is no collection at this place",
    "not_a_collection": "what is at this place is none, or cannot be a place of one",
    "newer": "a newer version of Dateline has written it",
    "locked": "another process writes into it",
    "disk_full": "the disk is full; nothing is lost",
    "read_only": "it may not be written",
    "damaged": "a file or a page of it is damaged: a backup has it",
    "unreachable": "its server or its file cannot be reached",
    "no_driver": "the package for this kind of database is not installed",
    "no_package": "the package for this form or command is not installed",
    "closed": "it was closed",
    "unknown": "there is no such article, story, row, decision or run",
    "forgotten": "the article was taken back",
    "bad_filter": "a filter cannot be asked like this",
    "bad_correction": "a field cannot hold that, or nothing would change",
    "busy_name": "there is something of that name already",
    "bad_sheet": "a sheet of labels cannot be read",
    "bad_export": "there is no such format, or no such choice of text",
    "no_folder": "it is a database, and what was asked for lies in a folder",
    "not_empty": "the place to write to holds something",
    "not_written": "an export cannot be written at this place",
}
"""What each `code` of a `CollectionError` means."""

_HEAD = """# Errors

Everything that Dateline raises is a `dateline.model.DatelineError`. The message says what happened, to which input, and what to do; on the command line it is one line on standard error, and the exit status is 2. Pages
that cannot be read stop nothing: they become [rejections](../rejections.md).

"""


def page() -> str:
    """The page of error classes and codes."""
    rows = ([code(name), code(kind.__name__), cell(kind.__doc__)] for name, kind in _kinds())
    codes = ([code(key), cell(means), str(STATUS_OF.get(key, 500))] for key, means in MEANINGS.items())
    told = "What `CollectionError.code` may be, and the status of HTTP for it.\n\n"
    return f"{_HEAD}{table(('where', 'class', ''), rows)}\n## Codes of a collection\n\n{told}{table(('code', '', 'HTTP'), codes)}"


def _kinds() -> Iterator[tuple[str, type[DatelineError]]]:
    """The classes with their packages, each package imported so that none is missed."""
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)
    found = sorted(DatelineError.__subclasses__(), key=lambda kind: (kind.__module__, kind.__name__))
    for kind in found:
        yield kind.__module__, kind
