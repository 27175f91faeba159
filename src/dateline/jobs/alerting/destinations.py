"""Where messages go: a mailbox, a webhook, a command."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from dateline.jobs.alerting.faults import AlertError
from dateline.sources.fetch import Allow, checked_url

_MAILBOX = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}")
_LOOPBACK = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")


class Kind(StrEnum):
    """How a message gets there."""

    MAIL = "mail"
    WEBHOOK = "webhook"
    COMMAND = "command"


_KINDS = {
    "mailto": Kind.MAIL,
    "https": Kind.WEBHOOK,
    "http": Kind.WEBHOOK,
    "command": Kind.COMMAND,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where messages go. `given` is as the user wrote it, `target` the mailbox, the address, or the words of the command."""

    kind: Kind
    given: str
    target: str
    words: tuple[str, ...] = ()


def destination_of(given: str, *, allow_private: bool = False) -> Destination:
    """What a destination means: `mailto:...`, `https://...` or `command:...`.

    Raises:
        AlertError: `bad_destination`, or `bad_address forbidden_address` of a webhook; the message says what to write.
    """
    scheme, _, rest = given.partition(":")
    if given != given.strip() or not given.isprintable():
        raise _bad(given, "has spaces around it or control characters in it")
    match scheme.lower():
        case "mailto":
            return _mailbox(given, rest)
        case "https" | "http":
            return _webhook(given, scheme.lower(), allow_private=allow_private)
        case "command":
            return _command(given, rest)
    raise _bad(given, "is no destination")


def kind_of(given: str) -> Kind:
    """How messages get to a destination that was checked when it was given."""
    return _KINDS[given.partition(":")[0].lower()]


def shown(given: str) -> str:
    """A destination as logs and pages show it: paths of webhooks and words of commands may be keys, so only the host or the program is named."""
    match kind_of(given):
        case Kind.WEBHOOK:
            return f"{given.partition(':')[0]}://{urlsplit(given).netloc}/..."
        case Kind.COMMAND:
            program, *words = shlex.split(given.partition(":")[2])
            return f"command:{program}{' ...' if words else ''}"
    return given


def is_mailbox(text: str) -> bool:
    """Whether a text is the address of one mailbox, and nothing more."""
    return _MAILBOX.fullmatch(text) is not None and ".." not in text


def allowed(target: str, *, allow_private: bool) -> Allow:
    """What a webhook may reach: public addresses, this machine where its address says so, private networks where the user does."""
    host = checked_url(target, Allow(loopback=True, private=True)).host
    return Allow(loopback=_LOOPBACK.fullmatch(host) is not None, private=allow_private)


def _mailbox(given: str, mailbox: str) -> Destination:
    if not is_mailbox(mailbox):
        raise _bad(given, "has no address of one mailbox after mailto:")
    return Destination(Kind.MAIL, given, mailbox)


def _webhook(given: str, scheme: str, *, allow_private: bool) -> Destination:
    allow = allowed(given, allow_private=allow_private)
    checked_url(given, allow)
    if scheme == "http" and not (allow.loopback or allow.private):
        raise _bad(given, "would send it in the clear: webhooks are https://, or http:// to this machine")
    return Destination(Kind.WEBHOOK, given, given)


def _command(given: str, line: str) -> Destination:
    try:
        words = tuple(shlex.split(line))
    except ValueError as error:
        raise _bad(given, f"is no command ({error})") from error
    if not words:
        raise _bad(given, "names no program")
    if shutil.which(words[0]) is None:
        raise _bad(given, f"names a program, {words[0]}, that is not there or cannot be run")
    return Destination(Kind.COMMAND, given, line, words)


def _bad(given: str, what: str) -> AlertError:
    shown = "".join(letter if letter.isprintable() else "?" for letter in given[:200])
    how = "write mailto:me@example.org, https://hooks.example.org/x or 'command:program words'"
    return AlertError("bad_destination", shown, f"{shown!r} {what}: {how}.")
