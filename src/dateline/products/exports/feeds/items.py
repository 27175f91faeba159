"""A story as an item of a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from dateline.products.exports.ids import urn
from dateline.products.exports.job import Job
from dateline.products.exports.told import Page, ToldStory
from dateline.products.exports.wording import support

_SUPPORT = {"corroborated": "corroborated", "single_source": "single source", "conflicting": "conflicting"}


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of a story. `link` is the first of its reports that came in and has an address."""

    id: str
    story: str
    title: str
    summary: str
    html: str
    link: str | None
    published: str
    updated: str
    reports: int
    outlets: int
    independent: int


def items(job: Job) -> Iterator[Item]:
    """The stories of the selection, newest first."""
    for told in job.contents.stories(newest_first=True):
        yield _item(told, job)


def feed_title(job: Job) -> str:
    """What the feed is called: by the query that it follows, where it follows one."""
    asked = job.about.filters
    return f"{job.about.name}: {asked.get('alert') or asked.get('query') or 'stories'}"


def feed_id(job: Job) -> str:
    """The same for the same collection and filters, wherever the feed lies."""
    chosen = " ".join(f"{name}={value}" for name, value in sorted(job.about.filters.items()))
    return urn(f"feed of {job.about.name} {chosen}")


def _item(told: ToldStory, job: Job) -> Item:
    story = told.story
    numbers = [number for number in told.numbers.values() if job.contents.selection.has_article(number)]
    pages = sorted(map(job.contents.page, numbers), key=lambda page: (page.first_seen, page.number))
    counts = support(story.reports, story.outlets, story.independent)
    return Item(
        id=urn(story.id),
        story=story.id,
        title=_title(told, job, counts),
        summary=counts,
        html="".join([f"<p>{escape(counts)}.</p>", _facts(told), _reports(pages)]),
        link=next((page.article.url for page in pages if page.article.url), None),
        published=told.first_seen,
        updated=told.last_seen,
        reports=story.reports,
        outlets=story.outlets,
        independent=story.independent,
    )


def _title(told: ToldStory, job: Job, counts: str) -> str:
    headline = told.story.headline if told.has_own_headline else job.rights.title(told.story.headline)
    return headline or f"{counts} ({told.last_day or 'undated'})"


def _facts(told: ToldStory) -> str:
    lines = (f"<li>{escape(fact.text)} ({_SUPPORT[fact.support]})</li>" for fact in told.story.facts)
    found = "".join(lines)
    return f"<ul>{found}</ul>" if found else ""


def _reports(pages: list[Page]) -> str:
    lines = "".join(f"<li>{_report(page)}</li>" for page in pages)
    return f"<p>Reports:</p><ul>{lines}</ul>"


def _report(page: Page) -> str:
    outlet = escape(page.article.outlet.name if page.article.outlet else "outlet not named")
    url = page.article.url
    named = f'<a href="{escape(url)}">{outlet}</a>' if url and url.startswith("http") else outlet
    return f"{named}, {page.day or 'undated'}"
