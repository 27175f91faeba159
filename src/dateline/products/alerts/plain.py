"""A message as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.products.alerts.records import AlertedEvent, AlertedStory, AlertMessage
from dateline.products.alerts.wording import counts, flat, where_when, who_whom

_LONGEST_SUBJECT = 150


def subject_of(message: AlertMessage) -> str:
    """One line: the alert, and the headline of its only story or how many there are."""
    what = flat(message.stories[0].headline) if len(message.stories) == 1 else told(message)
    kind = "test of " if message.kind == "test" else ""
    subject = f"[dateline] {kind}{flat(message.alert)}: {what}"
    return subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[: _LONGEST_SUBJECT - 1]}…"


def told(message: AlertMessage) -> str:
    """ "2 new stories, 1 update"."""
    new = sum(story.change == "new" for story in message.stories)
    updates = len(message.stories) - new
    parts = [f"{new} new {'story' if new == 1 else 'stories'}"] if new else []
    parts += [f"{updates} {'update' if updates == 1 else 'updates'}"] if updates else []
    return ", ".join(parts) or "nothing found"


def plain_of(message: AlertMessage) -> str:
    """The whole message, lines ended by line feeds."""
    lines = [f"{flat(message.alert)}: {told(message)}", f"Asked: {flat(message.asked)}", ""]
    for story in message.stories:
        lines += [*_story(story), ""]
    if message.most_covered:
        lines += ["MOST COVERED SINCE THE LAST DIGEST"]
        lines += [f"  {flat(row.headline)} ({counts(row)}) [{row.id}]" for row in message.most_covered]
        lines += [""]
    return "\n".join([*lines, f"Message {message.id}, {message.made}", ""])


def _story(story: AlertedStory) -> Iterator[str]:
    yield f"{story.change.upper()}: {flat(story.headline)}"
    yield f"  {counts(story)} [story {story.id}]"
    for event in story.events:
        yield from _event(event)
    for quotation in story.quotations:
        yield f"  Quoted, {flat(quotation.speaker) or 'speaker not named'}: {flat(quotation.words)}"
        yield f"      {flat(quotation.outlet)} {quotation.link or quotation.article}"
    for page in story.pages:
        dated = ", ".join(flat(part) for part in (page.outlet, page.day) if part)
        yield f"  Page: {flat(page.title) or 'without a title'} ({dated})"
        yield f"      {page.link or page.article}"
    for row in story.related:
        yield f"  Related: {flat(row.headline)} ({counts(row)}) [story {row.id}]"


def _event(event: AlertedEvent) -> Iterator[str]:
    where = where_when(event)
    yield f"  {event.status.upper()} {event.root}: {who_whom(event)}{f' ({where})' if where else ''}"
    yield f"      {flat(event.text)}; {counts(event)}"
    yield f"      “{flat(event.words)}”"
    yield f"      {flat(event.outlet)} {event.link or event.article}"
