"""Answers of the review: kept under somebody's name, with the corrections that come of them, and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.model import CollectionError, Status
from dateline.store import Collection
from dateline.store.auditing import Fault, Label, Verdict, keep_label, rows_of
from dateline.store.auditing.reviewing import REVIEW, answer, take_back
from dateline.web.screens.desk.tabs import back_to
from dateline.web.settings import LONGEST_NAME, NAME, keep_name, settings_of
from dateline.web.site import site_of

_NOTHING = "nothing"
_NUMBER = re.compile(r"[0-9]{1,12}")
_NOBODY = "reader"
_WHY = "answered on the desk"


def labeller(request: Request, form: FormData | None = None) -> str:
    """Under which name a reader answers: as a form says, else as the browser remembers."""
    given = str(form.get(NAME, "")) if form else ""
    return " ".join(given.split())[:LONGEST_NAME] or settings_of(request).name or _NOBODY


async def _answer(request: Request) -> Response:
    form = await request.form()
    who = labeller(request, form)
    try:
        said, last = await run_in_threadpool(partial(_kept, site_of(request).collection, form, who))
    except (CollectionError, ValueError) as error:
        return back_to("review", str(error), failed=True, params=_place(form))
    params = {**_place(form), **({"last": last} if last else {})}
    return keep_name(back_to("review", said, params=params), who if who != _NOBODY else None)


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
        done = _decided(collection, f"{article}#{id}", label, rather, who)
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


def _decided(collection: Collection, reference: str, label: Label, rather: str, who: str) -> str:
    """Accepts a row, corrects it, or flags it where nobody says what is right; a row that is skipped stays undecided."""
    why = _WHY
    if label.verdict is Verdict.SKIPPED:
        return ""
    if label.verdict is Verdict.RIGHT:
        collection.correct(reference, accept=True, why=why, by=who)
        return "It is marked as checked."
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
    who = labeller(request, form)
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
        if decision.by == who and decision.undone_by is None and decision.why == _WHY:
            yield decision.number


ROUTES = [
    Route("/desk/review", _answer, methods=["POST"]),
    Route("/desk/undo", _undo, methods=["POST"]),
]
