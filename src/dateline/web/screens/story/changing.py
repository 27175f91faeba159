"""What a person decides about a story: stories merged, reports parted or moved, facts found right."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.store import Collection
from dateline.store.clock import now
from dateline.stories import Decision, DecisionKind
from dateline.web.settings import LONGEST_NAME, NAME, keep_name
from dateline.web.site import site_of

_LONGEST_REASON, _MOST = 300, 50


async def merge(request: Request) -> Response:
    """Stories that are selected become one."""
    form = await request.form()
    chosen = list(dict.fromkeys(str(story) for story in form.getlist("story")))
    if not 2 <= len(chosen) <= _MOST:
        raise HTTPException(
            400, f"{len(chosen)} stories are selected: select from two to {_MOST} to merge them."
        )
    collection = site_of(request).collection
    story = await run_in_threadpool(_merge, collection, chosen, form)
    return _back(story, "merged", form)


def _merge(collection: Collection, chosen: list[str], form: FormData) -> str:
    first, *others = [collection.story(story) for story in chosen]
    rest = dict.fromkeys(article for story in others for article in story.articles)
    rest = {article: None for article in rest if article not in first.articles}
    if not rest:
        raise HTTPException(400, "These are one story already: select another.")
    collection.decide(_decision(DecisionKind.MERGE, first.articles, tuple(rest), (), form))
    return collection.story(first.id).id


async def part(request: Request) -> Response:
    """Reports that are selected leave a story: for a story of their own, or for another one."""
    form = await request.form()
    collection = site_of(request).collection
    story = request.path_params["story"]
    told, found = await run_in_threadpool(_part, collection, story, form)
    return _back(found, told, form)


def _part(collection: Collection, id_: str, form: FormData) -> tuple[str, str]:
    story = collection.story(id_)
    chosen = tuple(article for article in story.articles if article in form.getlist("article"))
    left = tuple(article for article in story.articles if article not in chosen)
    if not chosen or not left:
        raise HTTPException(400, "Select at least one report, and leave at least one in the story.")
    to = str(form.get("to") or "").strip()
    if not to:
        collection.decide(_decision(DecisionKind.SPLIT, chosen, left, (), form))
        moved = next(iter(collection.articles(article=chosen[0]).limit(1)), None)
        return "parted", (moved.story if moved else None) or story.id
    other = collection.story(to.rpartition("/")[2])
    if other.id == story.id:
        raise HTTPException(400, "The report is in this story already: give another one.")
    collection.decide(_decision(DecisionKind.MOVE, chosen, other.articles, left, form))
    return "moved", collection.story(other.id).id


async def check(request: Request) -> Response:
    """A fact of a story is right as it is."""
    form = await request.form()
    collection, story = site_of(request).collection, request.path_params["story"]
    fact = str(form.get("fact", ""))
    by = _line(form, NAME, LONGEST_NAME) or ""
    why = _line(form, "why", _LONGEST_REASON) or ""
    accepted = partial(collection.correct, f"{story}#{fact[:20]}", accept=True, by=by, why=why)
    await run_in_threadpool(accepted)
    return _back(story, "checked", form, fact)


def _decision(
    kind: DecisionKind,
    articles: tuple[str, ...],
    others: tuple[str, ...],
    left: tuple[str, ...],
    form: FormData,
) -> Decision:
    by, why = _line(form, NAME, LONGEST_NAME), _line(form, "why", _LONGEST_REASON)
    return Decision(kind, articles, others, left, by, now(), why)


def _line(form: FormData, name: str, longest: int) -> str | None:
    return " ".join(str(form.get(name) or "").split())[:longest] or None


def _back(story: str, told: str, form: FormData, place: str = "") -> Response:
    end = f"#{quote(place)}" if place else ""
    answer = RedirectResponse(f"/s/{quote(story, safe=':')}?told={told}{end}", 303)
    return keep_name(answer, _line(form, NAME, LONGEST_NAME))
