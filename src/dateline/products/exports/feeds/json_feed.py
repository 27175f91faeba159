"""JSON Feed 1.1."""

from __future__ import annotations

from typing import Any

from dateline.products.exports.feeds.items import Item, feed_title, items
from dateline.products.exports.job import Job
from dateline.products.exports.json_files import json_with_items
from dateline.products.exports.writing import Part, RowCount, Sink


def json_feed_part(job: Job) -> Part:
    """The feed; what is Dateline's own stands under `_dateline`."""

    def write(sink: Sink, count: RowCount) -> None:
        head = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed_title(job),
            "description": job.about.description,
            "language": "en",
        }
        for data in json_with_items(head, "items", (_entry(item) for item in count(items(job)))):
            sink.write(data)

    return Part("jsonfeed", write)


def _entry(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        **({"url": item.link} if item.link else {}),
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published,
        "date_modified": item.updated,
        "_dateline": {
            "story": item.story,
            "reports": item.reports,
            "outlets": item.outlets,
            "independent": item.independent,
        },
    }
