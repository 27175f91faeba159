"""Gives a page or a text that came without a title the one of its envelope."""

from __future__ import annotations

import html
import re

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"<title\b[^<>]*>\s*[^\s<]", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^<>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_ROOT = re.compile(r"<html\b[^<>]*>", re.IGNORECASE)
_EMPTY_TITLE = re.compile(r"<title\b[^<>]*>\s*</title\s*>", re.IGNORECASE)
_SEARCHED = 200_000
_COMMENTS = 5_000
_BEGINNING = 500
_SPACES = re.compile(r"\s+")


def with_title(page: str, title: str) -> str:
    """The page in HTML, with a `<title>` where it has none that says anything; a fragment becomes a whole page."""
    if not _OPENING.match(page[:_COMMENTS]):
        page = f"<!DOCTYPE html><html><head></head>{page}"
    body = _BODY.search(page, 0, _SEARCHED)
    end = body.start() if body else _SEARCHED
    if not title or _TITLE.search(page, 0, end):
        return page
    element = f"<title>{html.escape(title, quote=False)}</title>"
    empty = _EMPTY_TITLE.search(page, 0, end)
    if empty:
        return page[: empty.start()] + element + page[empty.end() :]
    head = _HEAD.search(page, 0, end)
    if head:
        return page[: head.end()] + element + page[head.end() :]
    root = _ROOT.search(page, 0, end)
    at = root.end() if root else (body.start() if body else len(page))
    return f"{page[:at]}<head>{element}</head>{page[at:]}"


def under_title(text: str, title: str) -> str:
    """A plain text with its title as first line, unless it begins with it or soon has it as a line of its own."""
    wanted, head = title.casefold(), text[: 2 * len(title) + _BEGINNING].casefold()
    lines = [_SPACES.sub(" ", line).strip() for line in head.splitlines()]
    if wanted in lines or _SPACES.sub(" ", head).strip().startswith(wanted):
        return text
    return f"{title}\n\n{text}"
