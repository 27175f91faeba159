"""Review: what was read with least certainty, samples, conflicts, and the log of decisions."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Status
from dateline.products.audits import LabellerScore, score
from dateline.store import Collection
from dateline.store.auditing import Audit, AuditRow, audit_of, audits, labels_of, rows_of
from dateline.store.auditing.reviewing import NEWEST, REVIEW, Doubt, least_certain, reviewed
from dateline.store.queries.conflicts import conflicts
from dateline.web.asked import one
from dateline.web.screens.desk.answering import labeller
from dateline.web.screens.desk.tabs import show_tab
from dateline.web.site import site_of

_WAITING, _DECISIONS, _CONFLICTS = 8, 20, 12


def show_review(request: Request) -> Response:
    """What is to be answered next, and what was."""
    return show_tab(
        request,
        "review",
        **_asked(request),
        **_known(site_of(request).collection),
        last=one(request, "last"),
    )


def _asked(request: Request) -> dict[str, Any]:
    """The rows that wait for an answer: those of a sample, else the least certain."""
    collection = site_of(request).collection
    database, name = collection.holdings.database, one(request, "sample")
    sample = audit_of(database, name) if name else None
    status = one(request, "status", list(Status))
    waiting = (
        [_of_sample(row) for row in _next_rows(collection, sample, labeller(request))]
        if sample
        else least_certain(database, status=status, most=_WAITING)
    )
    return {
        "sample": sample,
        "waiting": waiting,
        "marked": marked_runs,
        "statuses": list(Status),
        "chosen_status": status,
    }


def _known(collection: Collection) -> dict[str, Any]:
    """What was answered and decided, and what reports differ in."""
    database = collection.holdings.database
    return {
        "samples": [(audit, _scores(collection, audit)) for audit in audits(database)],
        "conflicts": conflicts(database, _CONFLICTS),
        "decisions": list(collection.corrections().limit(_DECISIONS)),
        "answered": len(reviewed(database)),
        "review": REVIEW,
        "newest": NEWEST,
    }


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
    said = labels_of(database, sample.name).get(who, {})
    return [row for row in rows_of(database, sample.name) if row.number not in said][:_WAITING]


def _scores(collection: Collection, audit: Audit) -> tuple[LabellerScore, ...]:
    database = collection.holdings.database
    return score(audit, rows_of(database, audit.name), labels_of(database, audit.name)).labellers
