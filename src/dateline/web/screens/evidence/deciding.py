"""What a person decides about a record of a page: it is right, corrected, flagged, or should not be there; and what was decided, undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model import Event, Mention, Participant, Party, Statement
from dateline.store import Collection, CorrectionRow
from dateline.web.asked import refused
from dateline.web.screens.evidence.chosen import record_of
from dateline.web.settings import keep_name
from dateline.web.site import site_of

_ACTS = ("change", "nothing", "flag", "accept")
_LONGEST = 2_000
_MANY = frozenset({"source", "target"})


def fields_of(record: Event | Statement | Mention) -> dict[str, str]:
    """The fields that can be corrected, as a form shows them; those who take part stand a line each."""
    if isinstance(record, Event):
        return {
            "root": record.plover,
            "mode": record.mode or "",
            "status": record.status.value,
            "source": _lines(record.source),
            "target": _lines(record.target),
            "date": record.date.value if record.date else "",
            "place": record.place.name if record.place else "",
        }
    if isinstance(record, Statement):
        return {"speaker": record.speaker.name if record.speaker else "", "type": record.type.value}
    return {"actor": record.name if record.actor else ""}


def decisions(collection: Collection, article: str) -> list[CorrectionRow]:
    """What was decided about the rows of a page, the latest first, with what was undone and what finds no words any more."""
    return list(collection.corrections(article=article))


async def correct(request: Request) -> Response:
    """Takes a decision about a record, and shows it.

    Raises:
        HTTPException: 400, when the form is not one of ours.
        CollectionError: as `Collection.correct`.
    """
    given = await request.form()
    article, record, act = request.path_params["article"], _of(given, "record"), _of(given, "act")
    if act not in _ACTS:
        raise refused(f"act={act[:40]!r}: a record is accepted, changed, flagged, or taken for nothing.")
    collection = site_of(request).collection
    by = _of(given, "by")
    await run_in_threadpool(_correct, collection, f"{article}#{record}", act, given, by)
    chosen = "" if act == "nothing" and not record.startswith("m") else f"?ev={record}"
    place = "chosen" if chosen else "decisions"
    return keep_name(RedirectResponse(f"/a/{article}{chosen}#{place}", 303), by)


def _correct(collection: Collection, reference: str, act: str, given: FormData, by: str) -> None:
    why = _of(given, "why")
    if act == "accept":
        collection.correct(reference, why=why, by=by, accept=True)
    elif act == "nothing":
        collection.correct(reference, why=why, by=by, nothing=True)
    elif act == "flag":
        collection.correct(reference, why=why, by=by, note=_of(given, "note") or why)
    else:
        article, _, id = reference.rpartition("#")
        shown = fields_of(record_of(collection.reading(article), id))
        changed: dict[str, Any] = _changed(shown, given)
        if not changed:
            raise refused("Every field is as it was: change one of them, or flag the record.")
        collection.correct(reference, why=why, by=by, whole_page=bool(given.get("whole_page")), **changed)


def _changed(shown: Mapping[str, str], given: FormData) -> dict[str, str | list[str]]:
    """The fields that were given otherwise than they were shown."""
    found: dict[str, str | list[str]] = {}
    for name, before in shown.items():
        after = "\n".join(line.strip() for line in _of(given, name).splitlines() if line.strip())
        if name in given and after != before:
            found[name] = after.splitlines() if name in _MANY else after
    return found


async def undo(request: Request) -> Response:
    """Takes a decision back.

    Raises:
        HTTPException: 400, when it names no decision.
        CollectionError: as `Collection.undo`.
    """
    given = await request.form()
    number, by = _of(given, "number"), _of(given, "by")
    if not number.isdecimal() or len(number) > 9:
        raise refused(f"{number[:40]!r} is no number of a decision.")
    collection, article = site_of(request).collection, request.path_params["article"]
    await run_in_threadpool(collection.undo, int(number), why=_of(given, "why"), by=by)
    return keep_name(RedirectResponse(f"/a/{article}#decisions", 303), by)


def _of(given: FormData, name: str) -> str:
    value = given.get(name)
    return value.strip().replace("\r\n", "\n")[:_LONGEST] if isinstance(value, str) else ""


def _lines(parties: Iterable[Participant | Party]) -> str:
    return "\n".join(party.name for party in parties)
