"""Newsletters and reports that came by mail."""

from __future__ import annotations

import datetime as dt
import re
from email.message import Message

from dateline.model import InputError
from dateline.sources.document import text_of
from dateline.sources.flowed import join_flowed
from dateline.sources.message import Part, address_in, charset_of, header, messages_in, parts_of
from dateline.sources.opened import Opened
from dateline.sources.titled import under_title, with_title

_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_ADDRESSES = ("Archived-At", "List-Post")


def open_mail(message: Message, source: str) -> Opened:
    """The letter of a mail, in HTML where it has it; the subject is its title, the sender its outlet, and it was published
    when it was sent. Of a mail with another attached, the one is read that says more. Attachments are not read.

    Raises:
        InputError: `no_text too_large too_many_lines too_many_attributes`.
    """
    letters = [(letter, part) for letter in messages_in(message) if (part := _body_of(letter)) is not None]
    if not letters:
        text = f"{source} is a mail without a text, only attachments perhaps: save those and give them."
        raise InputError("no_text", source, text)
    letter, part = max(letters, key=lambda found: len(found[1].content))
    text = text_of(part.content, source, charset_of(part))
    titled = with_title if part.kind == "text/html" else under_title
    return Opened(
        titled(_joined(text, part), _FORWARDED.sub("", header(letter, "Subject"))),
        url=next((found for name in _ADDRESSES if (found := address_in(letter, name))), None),
        published=_sent(letter),
        outlet=_sender(letter),
        place=part.place,
    )


def _body_of(letter: Message) -> Part | None:
    """The longest part in HTML, else the longest in plain text: lists and scanners add short ones of their own."""
    parts = [part for part in parts_of(letter) if part.content.strip()]
    for kind in ("text/html", "text/plain"):
        of_kind = [part for part in parts if part.kind == kind]
        if of_kind:
            return max(of_kind, key=lambda part: len(part.content))
    return None


def _joined(text: str, part: Part) -> str:
    if part.kind != "text/plain" or str(part.message.get_param("format")).lower() != "flowed":
        return text
    return join_flowed(text, drop_space=str(part.message.get_param("delsp")).lower() == "yes")


def _sent(letter: Message) -> str | None:
    """When it was sent, as ISO time with its zone."""
    moment = getattr(letter.get("Date"), "datetime", None)
    if not isinstance(moment, dt.datetime):
        return None
    # RFC 5322, 3.3 and 4.3: of a zone that is unknown, the time is universal.
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).isoformat()


def _sender(letter: Message) -> str | None:
    """The name that a mail is from; an address without a name says nothing for sure."""
    for address in getattr(letter.get("From"), "addresses", ()):
        name = " ".join(str(address.display_name).split()).strip("\"' ")
        if name and "@" not in name:
            return name
    return None
