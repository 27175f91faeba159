"""Review: what was read with least certainty, samples, conflicts, and the log of decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.model import CollectionError, Status
from dateline.products.audits import LabellerScore, score
from dateline.store import Collection
from dateline.store.auditing import (
    Audit,
    AuditRow,
    Fault,
    Label,
    Verdict,
    audit_of,
    audits,
    keep_label,
    labels_of,
    rows_of,
)
from dateline.store.auditing.reviewing import (
    NEWEST,
    REVIEW,
    Doubt,
    answer,
    least_certain,
    reviewed,
    take_back,
)
from dateline.store.queries.conflicts import conflicts
from dateline.web.asked import one
from dateline.web.formats import Form, form_addresses
from dateline.web.links import article_address, story_address
from dateline.web.moments import moment_in_words
from dateline.web.pages import page
from dateline.web.screens.desk.tabs import TABS, back_to, told_in, who_is, with_who
from dateline.web.settings import settings_of
from dateline.web.site import site_of

_WAITING, _DECISIONS, _CONFLICTS = 8, 20, 12
_NOTHING, _OTHER = "nothing", "other"
_NUMBER = re.compile(r"[0-9]{1,12}")
_NOBODY = "reader"


def show_review(request: Request) -> Response:
    """What is to be answered next, and what was."""
    collection, settings = site_of(request).collection, settings_of(request)
    database, name = collection.holdings.database, one(request, "sample")
    sample = audit_of(database, name) if name else None
    status = one(request, "status", list(Status))
    waiting = [] if sample else least_certain(database, status=status, most=_WAITING)
    return page(
        request,
        "desk/review.html.j2",
        title="Desk: review",
        tabs=TABS,
        tab="review",
        forms=form_addresses(request, Form.JSON),
        sample=sample,
        waiting=[_of_sample(row) for row in _next_rows(collection, sample, who_is(request))]
        if sample
        else waiting,
        marked=marked_runs,
        statuses=list(Status),
        chosen_status=status,
        samples=[(audit, _scores(collection, audit)) for audit in audits(database)],
        conflicts=conflicts(database, _CONFLICTS),
        decisions=list(collection.corrections().limit(_DECISIONS)),
        answered=len(reviewed(database)),
        review=REVIEW,
        newest=NEWEST,
        who=who_is(request),
        moment=lambda value: moment_in_words(value, settings),
        article_address=article_address,
        story_address=story_address,
        last=one(request, "last"),
        **told_in(request),
    )


def marked_runs(row: AuditRow) -> list[tuple[str, str]]:
    """The sentence in runs, each with the names of the fields that rest on it."""
    edges = sorted({0, len(row.sentence), *(m.start for m in row.marks), *(m.end for m in row.marks)})
    runs = []
    for start, end in pairwise(edges):
        fields = dict.fromkeys(m.field for m in row.marks if m.start <= start and end <= m.end)
        runs.append((row.sentence[start:end], ", ".join(fields)))
    return runs


def _of_sample(row: AuditRow) -> Doubt:
    status = row.coded.get("status")
    return Doubt(row, -1.0, "", Status(status) if status else Status.HAPPENED)


def _next_rows(collection: Collection, sample: Audit, who: str) -> list[AuditRow]:
    """The rows of a sample of which somebody has said nothing yet."""
    database = collection.holdings.database
    said = labels_of(database, sample.name).get(who or _NOBODY, {})
    return [row for row in rows_of(database, sample.name) if row.number not in said][:_WAITING]


def _scores(collection: Collection, audit: Audit) -> tuple[LabellerScore, ...]:
    database = collection.holdings.database
    return score(audit, rows_of(database, audit.name), labels_of(database, audit.name)).labellers


async def _answer(request: Request) -> Response:
    form = await request.form()
    who = str(form.get("by", "")).strip()[:60] or who_is(request) or _NOBODY
    try:
        said, last = await run_in_threadpool(partial(_kept, site_of(request).collection, form, who))
    except (CollectionError, ValueError) as error:
        return back_to("review", str(error), failed=True, params=_place(form))
    params = {**_place(form), **({"last": last} if last else {})}
    return with_who(back_to("review", said, params=params), who)


def _place(form: FormData) -> dict[str, str]:
    """The sample or the status that was looked through."""
    return {name: str(value) for name in ("sample", "status") if (value := form.get(name))}


def _kept(collection: Collection, form: FormData, who: str) -> tuple[str, str]:
    """Keeps an answer, and corrects the row where it says what is right. Gives what to tell, and the number of the row to undo."""
    article, id = str(form.get("article", "")), str(form.get("id", ""))
    verdict, rather = str(form.get("verdict", "")), str(form.get("rather", ""))
    label = _label(verdict, rather)
    database, sample = collection.holdings.database, str(form.get("sample", ""))
    if sample:
        keep_label(database, sample, _number(form.get("number")), who, label)
        return _said(label, ""), ""
    number = answer(database, article, id, who, label)
    try:
        done = _corrected(collection, f"{article}#{id}", label, rather, who) if verdict == "no" else ""
    except CollectionError:
        take_back(database, number, who)
        raise
    return _said(label, done), str(number)


def _label(verdict: str, rather: str) -> Label:
    if verdict == "yes":
        return Label(Verdict.RIGHT)
    if verdict == "skip":
        return Label(Verdict.SKIPPED)
    if verdict != "no":
        raise ValueError("Answer yes, no or skip.")
    if rather == _NOTHING:
        return Label(Verdict.NOTHING)
    if rather in set(Status):
        return Label(Verdict.WRONG, (Fault("status", rather),))
    return Label(Verdict.WRONG)


def _corrected(collection: Collection, reference: str, label: Label, rather: str, who: str) -> str:
    """Corrects a row, or flags it where nobody says what is right."""
    why = "answered no on the desk"
    if label.verdict is Verdict.NOTHING:
        collection.correct(reference, nothing=True, why=why, by=who)
        return "The event is taken out; the page stays as it is."
    if label.faults:
        collection.correct(reference, status=rather, why=why, by=who)
        return f"Its status is {rather} now."
    collection.correct(reference, note="not right, said in review", why=why, by=who)
    return "It is flagged for others."


def _said(label: Label, done: str) -> str:
    kept = {Verdict.RIGHT: "Kept: right.", Verdict.SKIPPED: "Skipped."}.get(label.verdict, "Kept: not right.")
    return f"{kept} {done}".strip()


def _number(given: object) -> int:
    if not _NUMBER.fullmatch(str(given)):
        raise ValueError("That row has no number.")
    return int(str(given))


async def _undo(request: Request) -> Response:
    form = await request.form()
    who = str(form.get("by", "")).strip()[:60] or who_is(request) or _NOBODY
    try:
        said = await run_in_threadpool(partial(_undone, site_of(request).collection, form, who))
    except (CollectionError, ValueError) as error:
        return back_to("review", str(error), failed=True)
    return back_to("review", said)


def _undone(collection: Collection, form: FormData, who: str) -> str:
    """Takes an answer back with the decision that came of it, or a decision of the log."""
    if form.get("row"):
        row = _number(form.get("row"))
        take_back(collection.holdings.database, row, who)
        for decision in _decisions_about(collection, row, who):
            collection.undo(decision, why="answer taken back", by=who)
        return "Taken back."
    collection.undo(
        _number(form.get("decision")), why=str(form.get("why", "")) or "undone on the desk", by=who
    )
    return "Undone: it is as before."


def _decisions_about(collection: Collection, number: int, who: str) -> Iterator[int]:
    """The last decision that an answer to a row of the review brought, where it still holds."""
    row = next((row for row in rows_of(collection.holdings.database, REVIEW) if row.number == number), None)
    for decision in collection.corrections(article=row.article).limit(1) if row else ():
        if decision.by == who and decision.undone_by is None and decision.why == "answered no on the desk":
            yield decision.number


ROUTES = [
    Route("/desk/review", _answer, methods=["POST"]),
    Route("/desk/undo", _undo, methods=["POST"]),
]
