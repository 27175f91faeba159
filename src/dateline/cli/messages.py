"""What people read on standard error: messages and progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")

_NAMED = 5

errors = Console(stderr=True, highlight=False, soft_wrap=True)

_LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    "und": "a language that could not be told",
}  # fmt: skip


def say(message: str) -> None:
    """One plain line on standard error."""
    errors.print(message, markup=False)


def with_progress(items: Iterable[T], *, total: int | None, what: str) -> Iterator[T]:
    """Passes items on behind a progress bar, which is there only when standard error is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # It refreshes itself in no thread of its own: workers are copies of this process, and those need it to have only one.
    hidden = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden, auto_refresh=False) as progress:
        task = progress.add_task(what, total=total)
        progress.refresh()
        for item in items:
            yield item
            progress.update(task, advance=1, refresh=True)


def pages(count: int) -> str:
    """ "1 page", "24 pages"."""
    return "1 page" if count == 1 else f"{count:,} pages"


def rows(count: int) -> str:
    """ "1 row", "24 rows"."""
    return "1 row" if count == 1 else f"{count:,} rows"


def note_placeholders(sources: Sequence[str]) -> None:
    """Says once which pages are no reports: sites show such things with the status of a page that is there."""
    if sources:
        more = len(sources) - _NAMED
        named = ", ".join(sources[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        say(
            f"note: {pages(len(sources))} {placeholder_words(len(sources))}: kept, with nothing coded; to be saved again from a browser: {named}"
        )


def placeholder_words(count: int) -> str:
    """ "with an error or a wall in place of a report"."""
    return f"with an error or a wall in place of {'a report' if count == 1 else 'reports'}"


def note_languages(languages: Counter[str]) -> None:
    """Says once which pages were read without a parser."""
    for code, count in sorted(languages.items()):
        name = _LANGUAGES.get(code, code)
        say(
            f"note: {pages(count)} in {name} ({code}) read without a parser: metadata, names and direct quotations only."
        )
