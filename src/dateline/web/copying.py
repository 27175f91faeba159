"""Buttons that copy a page's words with outlet, day and address."""

from __future__ import annotations

from markupsafe import Markup

_BUTTON = Markup(
    '<button class="copies" type="button" hidden data-copy="{}"><span class="vh">Copy these words of {}</span>'
    '<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 5.5h8v9h-8zM10.5 5V1.5h-8v9H5" fill="none" '
    'stroke="currentColor" stroke-width="1.5"/></svg></button>'
)


def copy_button(words: str, outlet: str, day: str | None, address: str) -> Markup:
    """A button that copies words as they are quoted elsewhere; without a script it stays hidden. `{address}` becomes that of the server."""
    quoted = f"“{' '.join(words.split())}” – {outlet}, {day or 'undated'}. {{address}}{address}"
    return _BUTTON.format(quoted, outlet)
