"""Where the words stand that report an event, and as far as they may go out the words."""

from __future__ import annotations

from typing import Any

from dateline.products.exports.contents import Contents
from dateline.products.exports.rights import Rights
from dateline.products.exports.told import Page, Telling, ToldEvent


def evidence_of(event: ToldEvent, contents: Contents, rights: Rights) -> list[dict[str, Any]]:
    """One entry a report, for formats that are JSON; what is not known or may not go out is not there."""
    return [_entry(telling, contents.page(telling.number), rights) for telling in event.tellings]


def _entry(telling: Telling, page: Page, rights: Rights) -> dict[str, Any]:
    span = next(one.evidence for one in page.reading.events if one.id == telling.report)
    entry = {
        "report": f"{telling.article}#{telling.report}",
        "url": page.article.url,
        "outlet": telling.outlet,
        "quote": rights.passage(span.of(page.article.text)),
        "start": rights.place(span.start),
        "end": rights.place(span.end),
    }
    return {name: value for name, value in entry.items() if value is not None}
