"""Messages to a command: JSON on its standard input, without a shell."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence

from dateline.engine import end_with_children
from dateline.jobs.alerting.faults import SendError
from dateline.jobs.alerting.settings import PASSWORD, SECRET, TOKEN
from dateline.products.alerts import AlertMessage, subject_of

_SECONDS = 60.0


def run_command(message: AlertMessage, words: Sequence[str], seconds: float = _SECONDS) -> None:
    """Runs a command; exit status 0 means that it took the message. It gets the id as `DATELINE_DELIVERY` and a line that tells of the
    message as `DATELINE_SUBJECT`, and no password, secret or token.

    Raises:
        SendError: it cannot be run, ends with another status, or takes too long.
    """
    hidden = {PASSWORD, SECRET, TOKEN}
    told = {"DATELINE_DELIVERY": message.id, "DATELINE_SUBJECT": subject_of(message)}
    environment = {name: value for name, value in os.environ.items() if name not in hidden} | told
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                list(words),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            raise SendError(f"{words[0]} cannot be run ({error.strerror}).") from error
        try:
            process.communicate(message.to_json().encode() + b"\n", timeout=seconds)
        except subprocess.TimeoutExpired as error:
            end_with_children(process)
            raise SendError(f"{words[0]} had not ended after {seconds:g} seconds and was killed.") from error
        if process.returncode:
            errors.seek(max(0, errors.seek(0, os.SEEK_END) - 2_000))
            said = " ".join(errors.read().decode("utf-8", "replace").split())[-200:]
            raise SendError(
                f"{words[0]} ended with status {process.returncode}{f': {said}' if said else ''}."
            )
