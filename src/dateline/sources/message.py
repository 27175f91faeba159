"""Messages with headers (RFC 822), which mail programs and browsers write: told by their first lines, parsed, taken apart."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any

from dateline.model import InputError

HEAD = 65_536
"""How much of an input is looked at to tell whether it is a message."""

_LONGEST_HEADER = 4_000
_MOST_PARTS = 5_000
_MOST_LOOKS = 50_000_000
_CONTAINER = re.compile(rb"multipart/", re.IGNORECASE)
_HEADER = re.compile(rb"([!-9;-~]{1,76}):(?:\s|$)")
_MBOX = re.compile(rb"From \S.*\d{4}\s*$")
_SIGNS = frozenset((b"mime-version", b"message-id", b"received", b"snapshot-content-location"))
_DEFECTS = (
    RecursionError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    AssertionError,
    MessageError,
)


if TYPE_CHECKING:
    _Policy = EmailPolicy[EmailMessage]
else:  # generic for type checkers only
    _Policy = EmailPolicy


class _LenientPolicy(_Policy):
    """The default policy, for headers as they come: the parser of the standard library takes minutes over long ones, and
    raises on some that are damaged."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        value = value[:_LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        try:
            return super().header_fetch_parse(name, value)
        except _DEFECTS:
            return " ".join(value.split())


_POLICY = _LenientPolicy()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that is no container: where it stands in it (`2`, `1.2`), its headers, and its bytes decoded."""

    number: str
    message: Message
    content: bytes

    @property
    def kind(self) -> str:
        return self.message.get_content_type()

    @property
    def place(self) -> str:
        return f"part {self.number} ({self.kind})" if self.number else self.kind


def is_message(content: bytes) -> bool:
    """True where headers come first and one of them is of a kind that programs write.

    A text that somebody began with "From:" and "Date:" is a text.
    """
    head = content[:HEAD].lstrip(b"\xef\xbb\xbf\r\n")
    if not _HEADER.match(head) and not head.startswith(b"From "):
        return False
    lines = head.splitlines()
    if len(content) > HEAD:
        lines = lines[:-1]
    if lines and _MBOX.match(lines[0]):
        lines = lines[1:]
    names: set[bytes] = set()
    for line in lines:
        if not line.strip():
            break
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not names or line[:1] not in (b" ", b"\t"):
            return False
    return len(names) > 1 and (bool(names & _SIGNS) or {b"from", b"content-type"} <= names)


def parse_message(content: bytes, source: str) -> EmailMessage:
    """The message with its parts.

    Raises:
        InputError: `damaged_message`.
    """
    # The parser of the standard library asks of every line whether it ends one of the containers around it.
    looks = content.count(b"\n") * len(_CONTAINER.findall(content))
    if looks > _MOST_LOOKS or content.count(b"\n--") > _MOST_PARTS:
        raise _damaged(source)
    try:
        return email.message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=_POLICY)
    except _DEFECTS as error:
        raise _damaged(source) from error


def _damaged(source: str) -> InputError:
    message = (
        f"{source} is a mail or a saved page of too many parts, or they cannot be told apart: save it again."
    )
    return InputError("damaged_message", source, message)


def header(message: Message, name: str) -> str:
    """A header's text on one line, encoded words read; empty where there is none."""
    return " ".join(str(message.get(name, "")).split())


def address_in(message: Message, name: str) -> str | None:
    """The first web address in a header, with or without angle brackets; a long one is folded at any place."""
    value = header(message, name)
    for found in re.findall(r"<([^<>]*)>", value) or [value]:
        address = re.sub(r"\s+", "", found)
        if address.lower().startswith(("http://", "https://")):
            return address
    return None


def parts_of(message: Message, number: str = "") -> Iterator[Part]:
    """The parts in their order, from containers too, but none of attachments and of messages that are attached."""
    if message.get_content_type() == "message/rfc822" or _is_attachment(message):
        return
    if not message.is_multipart():
        content = message.get_payload(decode=True)
        yield Part(number, message, content if isinstance(content, bytes) else b"")
        return
    for count, part in enumerate(_children(message), start=1):
        yield from parts_of(part, f"{number}.{count}" if number else str(count))


def messages_in(message: Message) -> Iterator[Message]:
    """A message and the ones that are attached to it, at any depth."""
    if message.get_content_type() != "message/rfc822":
        yield message
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            yield from _children(part)[:1]


def charset_of(part: Part) -> str | None:
    """The charset that a part declares."""
    return part.message.get_content_charset()


def _children(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _is_attachment(message: Message) -> bool:
    return header(message, "Content-Disposition").lower().startswith("attachment")
