"""The page of a story: `/s/ID`."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.products.briefing.rows import Citation, FactRow
from dateline.store import Collection, StoryRow
from dateline.store.queries.corrections import facts_found_right
from dateline.store.queries.story_leads import told_of
from dateline.store.queries.story_rail import conflicts_of
from dateline.web.copying import copy_button
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.links import article_address, list_address
from dateline.web.moments import moment_in_words
from dateline.web.pages import page
from dateline.web.screens.story.compared import Compared, compared, narrowed
from dateline.web.screens.story.writing import written
from dateline.web.settings import settings_of
from dateline.web.site import site_of

_CHECKED = Markup(' <span class="checked">checked by <bdi>{}</bdi> on {}</span>')
_IN_CONFLICT = Markup(" <span>in conflict since {}</span>")
_VIEWS = ("words", "marks")
_TOLD = {
    "merged": "The stories are one now.",
    "parted": "The report has a story of its own now.",
    "moved": "The report belongs to this story now.",
    "checked": "The fact is marked as checked.",
    "followed": "You follow those who take part in it.",
}


def story(request: Request) -> Response:
    """The page, in the format that the address ends with. An id that the story had before leads to the one that it has."""
    id_, form = split_form(request.path_params["story"])
    collection = site_of(request).collection
    found = collection.story(id_)
    if found.id != id_:
        end = f".{form}" if form else ""
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/s/{quote(found.id, safe=':')}{end}{query}", 301)
    readings = [collection.reading(article) for article in found.articles]
    every = compared(found, readings)
    keys = _outlets(request, every)
    shown = narrowed(every, keys) if keys else every
    if form is not Form.PAGE:
        return written(collection, shown, form)
    rows = {row.id: row for row in collection.stories(story=list(found.related))} if found.related else {}
    languages = {document.key: document.language for document in shown.documents}
    days = {document.key: document.published for document in shown.documents}
    return page(
        request,
        "story/story.html.j2",
        title=shown.view.headline,
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN, Form.GEOJSON),
        shown=shown,
        story=shown.view,
        briefing=shown.briefing,
        compact=_is_compact(request, shown),
        lang=lambda key: languages[key],
        keys=keys,
        copied=lambda citation: copy_button(
            citation.text, citation.outlet, days[citation.key], cited(citation)
        ),
        related=[rows[other] for other in found.related if other in rows],
        versions=_versions(collection, found.articles),
        choices=_choices(collection, found.id, rows),
        follow_address=_follow(collection, shown),
        fact_check=_marks(request, collection, shown),
        told=_TOLD.get(request.query_params.get("told", "")),
    )


def _marks(request: Request, collection: Collection, shown: Compared) -> Callable[[FactRow], Markup]:
    """What stands beside a fact: who found it right, since when it is in conflict."""
    database, settings = collection.holdings.database, settings_of(request)
    checked = facts_found_right(database, shown.story)
    since = conflicts_of(database, shown.story.id)

    def mark(fact: FactRow) -> Markup:
        one, begun = checked.get(fact.id), since.get(fact.id)
        said = _CHECKED.format(one.by, moment_in_words(one.at, settings)) if one else Markup()
        return said + (_IN_CONFLICT.format(moment_in_words(begun, settings)) if begun else Markup())

    return mark


def cited(citation: Citation) -> str:
    """The address at which the words of a citation are found."""
    return article_address(citation.article, at=(citation.start, citation.end))


def _outlets(request: Request, every: Compared) -> tuple[str, ...]:
    """The families that are asked for, by name or key, in the order of the story."""
    asked = [part.strip() for value in request.query_params.getlist("outlets") for part in value.split(",")]
    wanted = {part.casefold() for part in asked if part}
    if not wanted:
        return ()
    names = {family.key: {family.key, family.outlet.casefold()} for family in every.families}
    known = set().union(*names.values())
    missing = sorted(wanted - known)
    if missing:
        told = ", ".join(family.outlet for family in every.families)
        raise HTTPException(
            400, f"outlets: {missing[0][:80]!r} tells no account of its own here; these do: {told}."
        )
    return tuple(key for key, called in names.items() if called & wanted)


def _is_compact(request: Request, shown: Compared) -> bool:
    asked = request.query_params.get("view") or ("words" if shown.has_words else "marks")
    if asked not in _VIEWS:
        raise HTTPException(400, f"view: {asked[:40]!r} is none of {', '.join(_VIEWS)}.")
    return asked == "marks"


def _versions(collection: Collection, articles: tuple[str, ...]) -> dict[str, int]:
    """The numbers of the versions of the reports."""
    return {row.id: row.version for row in collection.articles(article=list(articles))}


def _choices(collection: Collection, own: str, related: dict[str, StoryRow]) -> list[StoryRow]:
    """Stories that a report may belong to instead: related ones first, then the latest."""
    latest = [row for row in collection.stories().limit(20) if row.id != own and row.id not in related]
    return [*related.values(), *latest][:20]


def _follow(collection: Collection, shown: Compared) -> str:
    """The page on which those of the event that the story leads with can be followed, or whoever most accounts name; where no tables know
    them, their names as words."""
    lead = told_of(collection.holdings.database, [shown.story.id])[shown.story.id].lead
    one = [*lead.source_actors, *lead.target_actors] if lead else []
    known = [actor for actor in one if not actor.startswith("local:")]
    known = known or [party.actor for party in shown.parties[:1] if party.actor]
    is_pair = (
        lead and lead.source_actors[:1] == tuple(known[:1]) and lead.target_actors[:1] == tuple(known[-1:])
    )
    other = known[-1] if is_pair and len(known) > 1 else None
    named = [*lead.target, *lead.source] if lead else []
    words = next(
        (f'"{name}"' for name in [*named, *(p.name for p in shown.parties)] if '"' not in name), None
    )
    asked = {"actor": known[0], "with": other} if known else {"q": words}
    return list_address("/follow", **asked, story=shown.story.id)
