"""What people decided about stories, facts and actors, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.store import Collection
from dateline.store.correcting.records import CorrectionRow
from dateline.stories import DecisionKind
from dateline.web.pages import page
from dateline.web.settings import settings_of
from dateline.web.site import site_of

SHOWN = 200
_BY = "reader"
_SUBJECTS = frozenset({"story", "fact", "actor"})
_SAID = {
    DecisionKind.MERGE: ("These are one story:", "and"),
    DecisionKind.SPLIT: ("These are a story of their own:", "apart from"),
    DecisionKind.MOVE: ("These belong to another story:", "with"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a decision names."""

    article: str
    title: str
    outlet: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision in words; of a story with the reports that it names."""

    row: CorrectionRow
    says: str
    joins: str
    articles: tuple[Report, ...] = ()
    others: tuple[Report, ...] = ()


def decisions_of(collection: Collection, most: int = SHOWN) -> list[Shown]:
    """The latest decisions about more than a row of a page that are in force, for pages that list them."""
    about = (one for one in collection.corrections() if one.subject in _SUBJECTS and one.undone_by is None)
    return [_shown(collection, one) for one in islice(about, most)]


def _shown(collection: Collection, one: CorrectionRow) -> Shown:
    if one.subject == "fact":
        return Shown(one, "This is right:", "of")
    if one.subject == "actor":
        return Shown(one, "These are one actor:", "is")
    says, joins = _SAID[DecisionKind(one.act)]
    articles, others, _ = (ids.split("; ") for ids in one.after)
    return Shown(one, says, joins, _reports(collection, articles), _reports(collection, others))


def _reports(collection: Collection, articles: Iterable[str]) -> tuple[Report, ...]:
    rows = {row.id: row for row in collection.articles(article=list(articles)[:50])}
    return tuple(Report(r.id, r.title or "untitled", r.outlet, r.story) for r in rows.values())


def _show(request: Request) -> Response:
    shown = decisions_of(site_of(request).collection)
    return page(
        request,
        "decisions.html.j2",
        title="Decisions",
        decisions=shown,
        told=request.query_params.get("told"),
    )


async def _take_back(request: Request) -> Response:
    by = settings_of(request).name or _BY
    undo = partial(site_of(request).collection.undo, why="taken back in the browser", by=by)
    await run_in_threadpool(undo, request.path_params["number"])
    return RedirectResponse("/decisions?told=undone", 303)


ROUTES = [
    Route("/decisions", _show),
    Route("/decisions/{number:int}/undo", _take_back, methods=["POST"]),
]
"""The routes of this screen."""
