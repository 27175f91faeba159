"""Stories and readings to a briefing."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import FactKind, Reading, Status, Story
from dateline.products.briefing.chain import chain_of
from dateline.products.briefing.cited import check_cited
from dateline.products.briefing.documents import documents_of, origins_of
from dateline.products.briefing.facts import events_of, rows_of
from dateline.products.briefing.families import families_of
from dateline.products.briefing.frame import frame_of, principal_of
from dateline.products.briefing.quotations import quotations_of
from dateline.products.briefing.shelf import Shelf
from dateline.products.briefing.statements import other_statements
from dateline.products.briefing.timeline import timeline_of
from dateline.products.briefing.view import Briefing, StoryView
from dateline.products.dates import spread


def brief(stories: Sequence[Story], readings: Sequence[Reading], *, title: str | None = None) -> Briefing:
    """The briefing of some stories, in their order; `readings` holds the reading of each of their articles.

    Without a `title` it is called by the headline of its story, or by the number of its stories.

    Raises:
        DatelineError: an article has no reading.
        UncitedError: a sentence has no words of a page that it rests on.
    """
    shelf = Shelf([story.articles for story in stories], readings)
    views = tuple(_story(story, f"s{i}", shelf) for i, story in enumerate(stories, 1))
    briefing = Briefing(
        title=title or _title(views),
        stories=views,
        documents=documents_of(shelf),
        origins=origins_of(shelf),
        pages_read=len({reading.article.id for reading in readings}),
    )
    check_cited(briefing, {reading.article.id: reading for reading in readings})
    return briefing


def _title(stories: Sequence[StoryView]) -> str:
    if len(stories) == 1:
        return stories[0].headline
    return f"{len(stories)} stories" if stories else "No story"


def _story(story: Story, anchor: str, shelf: Shelf) -> StoryView:
    families = families_of(story, shelf)
    principal = principal_of(story, shelf)
    quotations = quotations_of(story, families, anchor, shelf)
    statements = other_statements(story, families, quotations, shelf)
    timeline, undated = timeline_of(story, anchor, shelf)
    return StoryView(
        id=story.id,
        anchor=anchor,
        headline=story.headline,
        headline_from=_headline_from(story, shelf),
        dates=_dates(story, shelf),
        reports=story.reports,
        outlets=story.outlets,
        independent=story.independent,
        principal=principal.id if principal else None,
        frame=frame_of(principal, shelf) if principal else (),
        families=families,
        facts=rows_of(story, families, anchor, shelf),
        quotations=quotations,
        statements=statements.rows,
        statements_total=statements.total,
        statements_aligned=statements.aligned,
        statements_in_copies=statements.in_copies,
        chain=chain_of(story, shelf),
        timeline=timeline,
        undated=undated,
        related=story.related,
    )


def _headline_from(story: Story, shelf: Shelf) -> str | None:
    """The outlet whose page has the headline word for word; None where it is made from facts."""
    if any(fact.text == story.headline for fact in story.facts):
        return None
    pages = [shelf.page(article) for article in story.articles]
    return next((page.outlet for page in pages if page.article.title == story.headline), None)


def _dates(story: Story, shelf: Shelf) -> str | None:
    """When the reports were published; without dated pages, when the events happened."""
    pages = [shelf.page(article).article.published for article in story.articles]
    published = [p.value for p in pages if p]
    facts = [fact for fact in story.facts if fact.kind is FactKind.EVENT]
    happened = [
        e.date.value for f in facts for _, e in events_of(f, shelf) if e.date and e.status is Status.HAPPENED
    ]
    return spread(published) or spread(happened)
