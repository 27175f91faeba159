"""The bytes of one document to its text, within the caps."""

from __future__ import annotations

from dateline.sources.decode import decode
from dateline.sources.inline_data import without_inline_data
from dateline.sources.sniff import check_lines, check_size, check_tags


def text_of(content: bytes, source: str, charset: str | None = None) -> str:
    """The text, decoded; pictures and fonts that stand inside the page are no part of it. `charset` is what its envelope says.

    Raises:
        InputError: `too_large too_many_lines too_many_attributes`.
    """
    content = without_inline_data(content)
    check_size(len(content), source)
    return checked(decode(content, charset), source)


def checked(text: str, source: str) -> str:
    """The text, when parsers are safe with it.

    Raises:
        InputError: `too_many_lines too_many_attributes`.
    """
    check_lines(text, source)
    check_tags(text, source)
    return text
