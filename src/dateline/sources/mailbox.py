"""Tells a mailbox, a file of many mails, from one mail."""

from __future__ import annotations

import re

from dateline.model import InputError

_NEXT = re.compile(rb"\n\r?\nFrom \S[^\n]{0,200} \d{4}\r?\n[!-9;-~]{1,76}: ")


def check_mailbox(content: bytes, source: str) -> None:
    """Refuse a file of more than one mail: it is no page, and reading the first would lose the others.

    Raises:
        InputError: `mailbox`.
    """
    if content.startswith(b"From ") and _NEXT.search(content):
        text = f"{source} is a mailbox with several mails: save each as a file of its own (.eml)."
        raise InputError("mailbox", source, text)
