"""Dated events and publications of a story, in order."""

from __future__ import annotations

from dateline.model import DatedValue, FactKind, Story
from dateline.products.briefing.facts import events_of
from dateline.products.briefing.rows import PageData, TimelineEntry
from dateline.products.briefing.shelf import Page, Shelf
from dateline.products.dates import bounds, in_words


def timeline_of(story: Story, anchor: str, shelf: Shelf) -> tuple[tuple[TimelineEntry, ...], int]:
    """Entries by date, and the number of event facts that no report dates."""
    entries: list[TimelineEntry] = []
    undated = 0
    for fact in story.facts:
        if fact.kind is not FactKind.EVENT:
            continue
        dated = [(page, e) for page, e in events_of(fact, shelf) if e.date and bounds(e.date.value)]
        undated += not dated
        for value in dict.fromkeys(e.date.value for _, e in dated if e.date):
            mine = [(page, e) for page, e in dated if e.date and e.date.value == value]
            cited = [
                shelf.cite(p.article.id, e.date.span if e.date and e.date.span else e.evidence)
                for p, e in mine
            ]
            outlets = tuple(dict.fromkeys(page.outlet for page, _ in mine))
            entries.append(
                TimelineEntry(
                    value,
                    in_words(value),
                    fact.text,
                    mine[0][1].status,
                    f"{anchor}-{fact.id}",
                    outlets,
                    tuple(cited),
                )
            )
    entries += _publications(story, shelf)
    return tuple(sorted(entries, key=_place)), undated


def _publications(story: Story, shelf: Shelf) -> list[TimelineEntry]:
    found = []
    for article in story.articles:
        page = shelf.page(article)
        published = page.article.published
        if published and bounds(published.value):
            found.append(_publication(page, published, shelf))
    return found


def _publication(page: Page, published: DatedValue, shelf: Shelf) -> TimelineEntry:
    article = page.article.id
    cited = shelf.cite_all(article, [published.span] if published.span else [])
    data = PageData(article, page.key, page.outlet, "published", published.value, published.source)
    words, text = in_words(published.value), f"{page.outlet} publishes"
    return TimelineEntry(
        published.value, words, text, None, page.key, (page.outlet,), cited, None if cited else data
    )


def _place(entry: TimelineEntry) -> tuple[str, str, bool]:
    days = bounds(entry.date)
    first, last = (days[0].isoformat(), days[1].isoformat()) if days else ("", "")
    return first, last, entry.status is None
