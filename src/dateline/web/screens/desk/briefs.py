"""Briefings: stories chosen and put in order, facts left out, all of it in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import CollectionError, Fact
from dateline.products.briefing import Briefing, UncitedError
from dateline.products.collected_briefing import Wanted, collected_briefing
from dateline.store import Collection, StoryRow
from dateline.web.addresses import with_params
from dateline.web.asked import days, one, several
from dateline.web.screens.desk.tabs import show_tab
from dateline.web.site import site_of

_MOST_OFFERED = 20
_USUAL_TITLE = "Briefing"
_NAMES = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}
_OF_A_FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
"""A briefing carries its own style, and may do nothing else."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story of the briefing, with the addresses that move it or take it out."""

    row: StoryRow
    up: str | None
    down: str | None
    out: str


def show_brief(request: Request) -> Response:
    """The stories that are chosen, with their facts, and stories that could be added."""
    collection = site_of(request).collection
    wanted = _wanted(request)
    return show_tab(
        request,
        "brief",
        chosen=_chosen(request, collection, wanted.stories),
        **_told(request, collection, wanted),
        **_addable(request, collection, wanted),
        brief_title=one(request, "title") or "",
        leaves=lambda story, fact: _leaves(request, wanted, f"{story}#{fact}"),
        left_out=_left_out(request, wanted),
    )


def _told(request: Request, collection: Collection, wanted: Wanted) -> dict[str, Any]:
    """The briefing with its files; where it cannot be made, the facts that could be left out."""
    briefing, error = _made(collection, wanted, request)
    query = f"?{request.url.query}" if request.url.query else ""
    return {
        "briefing": briefing,
        "error": error,
        "views": {view.id: view for view in briefing.stories} if briefing else {},
        "facts": _plain_facts(collection, wanted) if error else {},
        "files": [(f".{form}", f"/desk/brief.{form}{query}") for form in _NAMES] if briefing else [],
    }


def _addable(request: Request, collection: Collection, wanted: Wanted) -> dict[str, Any]:
    """Stories that could be added, each with the address that adds it, and one that adds all."""
    offered = [row for row in _offered(request, collection) if row.id not in wanted.stories]
    adds = {row.id: with_params(request, story=[*wanted.stories, row.id]) for row in offered}
    add_all = with_params(request, story=[*wanted.stories, *adds]) if len(adds) > 1 else None
    return {"offered": offered, "adds": adds, "add_all": add_all}


def download(request: Request) -> Response:
    """The briefing as a file; HTML is shown, and saved where `download` is asked for."""
    form = request.path_params["form"]
    if form not in _NAMES:
        raise HTTPException(404)
    wanted = _wanted(request)
    if not wanted.stories:
        raise HTTPException(400, "No story is chosen: add one to the briefing first.")
    briefing, error = _made(site_of(request).collection, wanted, request)
    if briefing is None:
        raise HTTPException(409, f"The briefing is not written: {error}.")
    written = {
        "html": briefing.to_html, "md": briefing.to_markdown, "docx": briefing.to_docx, "json": briefing.to_json,
    }[form]()  # fmt: skip
    is_shown = form == "html" and "download" not in request.query_params
    headers = {"Content-Security-Policy": _OF_A_FILE} if form == "html" else {}
    if not is_shown:
        headers["Content-Disposition"] = f'attachment; filename="briefing.{form}"'
    return Response(written, media_type=_NAMES[form], headers=headers)


def _wanted(request: Request) -> Wanted:
    return Wanted(
        stories=tuple(several(request, "story")), leaving_out=frozenset(request.query_params.getlist("leave"))
    )


def _made(collection: Collection, wanted: Wanted, request: Request) -> tuple[Briefing | None, str | None]:
    """The briefing, or why there is none."""
    if not wanted.stories:
        return None, None
    title = one(request, "title") or (None if len(wanted.stories) == 1 else _USUAL_TITLE)
    try:
        return collected_briefing(collection, wanted, most=len(wanted.stories), title=title), None
    except UncitedError as error:
        return None, str(error)


def _plain_facts(collection: Collection, wanted: Wanted) -> dict[str, list[Fact]]:
    """The facts of the stories without their passages, for when one lacks them: it can be left out."""
    stories = [collection.story(story) for story in wanted.stories]
    return {
        story.id: [fact for fact in story.facts if f"{story.id}#{fact.id}" not in wanted.leaving_out]
        for story in stories
    }


def _chosen(request: Request, collection: Collection, stories: Sequence[str]) -> list[Chosen]:
    """The chosen stories in their order.

    Raises:
        CollectionError: `unknown`.
    """
    rows = {row.id: row for row in collection.stories(story=stories)} if stories else {}
    found = []
    for place, story in enumerate(stories):
        row = rows.get(story) or _grown(collection, story)
        found.append(
            Chosen(
                row,
                with_params(request, story=_swapped(stories, place - 1)) if place else None,
                with_params(request, story=_swapped(stories, place)) if place + 1 < len(stories) else None,
                with_params(request, story=[*stories[:place], *stories[place + 1 :]]),
            )
        )
    return found


def _grown(collection: Collection, story: str) -> StoryRow:
    """The story that one has grown into."""
    now = collection.story(story).id
    row = next(iter(collection.stories(story=now)), None)
    if row is None:
        raise CollectionError("unknown", f"{collection.place} has no story {story}.")
    return row


def _swapped(stories: Sequence[str], place: int) -> list[str]:
    """The stories with the one at a place and the next in each other's place."""
    return [*stories[:place], stories[place + 1], stories[place], *stories[place + 2 :]]


def _offered(request: Request, collection: Collection) -> list[StoryRow]:
    """Stories to choose from: those about somebody or some words, in some days; the newest without a question."""
    asked, about = days(request), one(request, "about")
    is_somebody = about is not None and any(True for _ in collection.actors(actor=about).limit(1))
    rows = collection.stories(
        actor=about if is_somebody else None,
        about=None if is_somebody else about,
        after=asked.after,
        before=asked.before,
    )
    return list(rows.limit(_MOST_OFFERED))


def _leaves(request: Request, wanted: Wanted, fact: str) -> str:
    """The address without a fact."""
    return with_params(request, leave=sorted({*wanted.leaving_out, fact}))


def _left_out(request: Request, wanted: Wanted) -> list[tuple[str, str]]:
    """The facts that are left out, each with the address that tells it again."""
    return [
        (fact, with_params(request, leave=sorted(wanted.leaving_out - {fact})))
        for fact in sorted(wanted.leaving_out)
    ]
