"""The command line, run: whatever ends a command becomes its exit status, and a line where something went wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dateline.cli.app import app
from dateline.cli.inputs import NOTHING_DONE
from dateline.cli.messages import say
from dateline.cli.streams import OutputError, drop_output, standard_streams
from dateline.model import DatelineError

CUT_OFF = 141
"""What shells give for a program whose reader went away: `| head`."""


def status_of_run() -> int:
    """Runs a command, and gives its exit status."""
    with standard_streams():
        try:
            with _no_word_of_lost_interrupts():
                return _status()
        except OutputError as error:
            drop_output()
            if error.is_closed:
                return CUT_OFF
            say(str(error))
        except DatelineError as error:
            say(str(error))
        except OSError as error:
            say(_line(error))
    return NOTHING_DONE


def _status() -> int:
    try:
        app()
    except SystemExit as end:
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else NOTHING_DONE if end.code else 0
    return 0


def _line(error: OSError) -> str:
    why = error.strerror or str(error)
    if error.filename is None:
        return f"the system refused ({why}): check that there is room on the disk, and try again."
    return f"{error.filename}: {why}. Check the path, its permissions, and that there is room on the disk."


@contextmanager
def _no_word_of_lost_interrupts() -> Iterator[None]:
    """Python tells of a Ctrl-C that compiled code dropped as of a defect. Those who must not miss it count for themselves
    (`interrupts`)."""
    before = sys.unraisablehook

    def told(lost: Any) -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            before(lost)

    sys.unraisablehook = told
    try:
        yield
    finally:
        sys.unraisablehook = before
