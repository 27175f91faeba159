"""Runs, what changed between two, a check of the collection, and exports to take along."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from dateline.jobs.bringing import broken_off
from dateline.model import CollectionError
from dateline.products.exports import Format, Text, export
from dateline.store import Collection
from dateline.store.queries.runs import rejections, runs
from dateline.web.asked import one, refused
from dateline.web.chores import chores_of
from dateline.web.screens.adding.views import reader_of
from dateline.web.screens.desk.tabs import back_to, show_tab
from dateline.web.site import site_of

_RUNS, _REJECTIONS, _CHANGES = 20, 200, 300
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")
_VERIFY, _DIFF, _EXPORT = "verify", "diff", "export"
_FOLDERS = frozenset({Format.PARQUET, Format.CSV, Format.GDELT})


def show_runs(request: Request) -> Response:
    """The latest runs and what was asked of them."""
    return show_tab(
        request,
        "runs",
        **_runs(request),
        **_asked_for(request),
        most_changes=_CHANGES,
        formats=list(Format),
        texts=list(Text),
        model_of=_model,
    )


def _runs(request: Request) -> dict[str, Any]:
    """Runs, the latest first, and what was refused in the one that is chosen."""
    collection, run = site_of(request).collection, _given(request, "run")
    database = collection.holdings.database
    found = runs(database, _RUNS, before=_given(request, "before"))
    return {
        "runs": found,
        "older": found[-1].id if len(found) == _RUNS else None,
        "run": run,
        "rejections": rejections(database, run, _REJECTIONS) if run else [],
        "broken": broken_off(collection, reader_of(request).numbers()),
    }


def _asked_for(request: Request) -> dict[str, Any]:
    """What the server was asked to do, and how far it is."""
    chores, first, second = chores_of(request), _given(request, "first"), _given(request, "second")
    exports = [outcome for outcome in chores.outcomes() if outcome.name.startswith(f"{_EXPORT} ")]
    diff = chores.outcome(f"{_DIFF} {first} {second}") if first and second else None
    check = chores.outcome(_VERIFY)
    return {
        "first": first,
        "second": second,
        "diff": diff,
        "check": check,
        "exports": exports,
        "is_working": any(o is not None and not o.is_done for o in (check, diff, *exports)),
    }


def _given(request: Request, name: str) -> int | None:
    given = one(request, name)
    if given is not None and not _NUMBER.fullmatch(given):
        raise refused(f"{name}={given[:20]!r} is no number of a run.")
    return int(given) if given else None


def _model(written: str | None) -> str:
    """The name of the model that a run read with, which is kept as JSON."""
    try:
        return str(json.loads(written or "{}").get("name") or "")
    except (ValueError, AttributeError):
        return ""


def _verify(request: Request) -> Response:
    began = chores_of(request).begin(_VERIFY, site_of(request).collection.verify)
    return back_to("runs", "The collection is being checked." if began else "It is being checked already.")


async def _diff(request: Request) -> Response:
    form = await request.form()
    first, second = str(form.get("first", "")), str(form.get("second", ""))
    if not (_NUMBER.fullmatch(first) and _NUMBER.fullmatch(second)) or int(first) >= int(second):
        return back_to("runs", "Give two runs by their numbers, the earlier one first.", failed=True)
    collection = site_of(request).collection
    chores_of(request).begin(f"{_DIFF} {first} {second}", partial(collection.diff, int(first), int(second)))
    return back_to("runs", params={"first": first, "second": second})


async def _export(request: Request) -> Response:
    form = await request.form()
    to, text = str(form.get("to", "")), str(form.get("text", ""))
    if to not in set(Format) or text not in set(Text):
        return back_to("runs", "Choose a format, and what of the pages' words goes out.", failed=True)
    work = partial(_exported, site_of(request).collection, Format(to), Text(text))
    began = chores_of(request).begin(f"{_EXPORT} {to} {text}", work)
    return back_to("runs", "The export is being written." if began else "It is being written already.")


def _exported(collection: Collection, to: Format, text: Text) -> Path:
    """Writes an export into a folder that is the system's to clear; of several files one archive.

    Raises:
        CollectionError: as `export`.
    """
    folder = Path(tempfile.mkdtemp(prefix="dateline-export-"))
    name = f"dateline-{to.value}"
    place = folder / name if to in _FOLDERS else folder / f"{name}{_ENDS[to]}"
    export(collection, to=to, path=place, text=text)
    if to not in _FOLDERS:
        return place
    archive = shutil.make_archive(str(folder / name), "zip", folder, name)
    shutil.rmtree(place)
    return Path(archive)


_ENDS = {
    Format.POLECAT: ".tsv", Format.GEOJSON: ".geojson", Format.FTM: ".ftm.jsonl", Format.WEBANNOTATION: ".jsonld",
    Format.JSONFEED: ".json", Format.ATOM: ".atom",
}  # fmt: skip


def _download(request: Request) -> Response:
    name = f"{_EXPORT} {request.path_params['to']} {request.path_params['text']}"
    outcome = chores_of(request).outcome(name)
    if outcome is None or not isinstance(outcome.value, Path) or not outcome.value.is_file():
        raise HTTPException(404, "That export is not there: write it again on the desk.")
    return FileResponse(outcome.value, filename=outcome.value.name, media_type="application/octet-stream")


def _changes(request: Request) -> Response:
    """All changes between two runs, a line of JSON each."""
    outcome = chores_of(request).outcome(
        f"{_DIFF} {request.path_params['first']} {request.path_params['second']}"
    )
    if outcome is None or not isinstance(outcome.value, list):
        raise CollectionError("unknown", "These runs were not compared yet: ask for it on the desk.")
    lines = "".join(f"{change.to_json()}\n" for change in outcome.value)
    headers = {"Content-Disposition": 'attachment; filename="changes.jsonl"', "x-dateline-not-kept": "1"}
    return Response(lines, media_type="application/x-ndjson", headers=headers)


ROUTES = [
    Route("/desk/verify", _verify, methods=["POST"]),
    Route("/desk/diff", _diff, methods=["POST"]),
    Route("/desk/diff/{first:int}/{second:int}.jsonl", _changes),
    Route("/desk/exports", _export, methods=["POST"]),
    Route("/desk/exports/{to}/{text}", _download),
]
