"""One refresh: from what changed on Wikidata to a snapshot on disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.overlays import MANIFEST
from dateline.knowledge.refresh.cache import Cache
from dateline.knowledge.refresh.changes import changes
from dateline.knowledge.refresh.fetch import Fetcher
from dateline.knowledge.refresh.holders import holder_rows
from dateline.knowledge.refresh.items import Item, Property
from dateline.knowledge.refresh.members import bodies_asked_for, member_rows
from dateline.knowledge.refresh.named import named_rows
from dateline.knowledge.refresh.progress import Progress
from dateline.knowledge.refresh.rows import Rows, add_rows, settled
from dateline.knowledge.refresh.seats import leading_offices, seats
from dateline.knowledge.refresh.snapshot import Snapshot, write_snapshot
from dateline.knowledge.refresh.terms import Term, confirmed, read_terms
from dateline.knowledge.refresh.wikidata import API, SPARQL, Watch, Wikidata, chunked, values
from dateline.model import DataError

STATES_A_QUERY, OFFICES_A_QUERY = 25, 40
_OFFICES = "offices"
_RUN = ".run"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: changes since an ISO day, as of `today`, into the folder `out`; items are kept in `cache`."""

    since: str
    today: str
    out: Path
    cache: Path
    sparql: str = SPARQL
    api: str = API


def refresh(request: Request, tables: Knowledge, fetcher: Fetcher, watch: Watch) -> Snapshot:
    """Takes what changed and writes a snapshot; a run that was stopped goes on where it stopped when it is asked again.

    `tables` are those that the rows are compared with, and whose names and ids are kept.

    Raises:
        RefreshError: a server does not answer, or is not what it should be.
        DataError: the folder holds a finished snapshot already.
    """
    if (request.out / MANIFEST).is_file():
        raise DataError(
            f"{request.out}: holds a finished snapshot; accept or delete it, or give another --out."
        )
    progress = Progress(request.out / _RUN)
    try:
        cache = Cache(request.cache)
        wikidata = Wikidata(fetcher, cache, progress, sparql=request.sparql, api=request.api)
        rows, left_out = _Run(request, tables, wikidata, watch).rows()
        told = _told(request, wikidata)
        snapshot = write_snapshot(request.out, rows, changes(rows, tables), left_out, told)
    finally:
        progress.close()
    progress.forget()
    return snapshot


def _told(request: Request, wikidata: Wikidata) -> dict[str, Any]:
    queries = [{"query": query, "ids": count} for query, count in wikidata.queries.items()]
    return {
        "date": request.today,
        "since": request.since,
        "endpoint": request.sparql,
        "api": request.api,
        "licence": "CC0 1.0",
        "queries": queries,
    }


class _Run:
    """The steps of a refresh, in their order."""

    def __init__(self, request: Request, tables: Knowledge, wikidata: Wikidata, watch: Watch) -> None:
        self._request, self._tables, self._wikidata, self._watch = request, tables, wikidata, watch
        self._rows: Rows = {}
        self._left_out: list[str] = []

    def rows(self) -> tuple[Rows, list[str]]:
        terms = read_terms()
        classes, lines = confirmed(terms, self._items((term.id for term in terms), "terms"))
        self._left_out += lines
        states = self._states()
        self._add_holders(states, [term for term in classes if term.use == _OFFICES])
        bodies = self._items(bodies_asked_for(states), "bodies")
        add_rows(self._rows, member_rows(states, bodies, self._tables, self._request.today))
        for term in classes:
            if term.use != _OFFICES:
                self._add_named(term, states)
        return settled(self._rows), self._left_out

    def _items(self, ids: Iterable[str], what: str) -> dict[str, Item]:
        return self._wikidata.items(ids, self._watch, what)

    def _states(self) -> dict[str, Item]:
        """States by ISO alpha-3; one whose item says another code is left out."""
        codes = self._tables.codes
        items = self._items((code.qid for code in codes.values() if code.qid), "states")
        found = {}
        for iso3, code in sorted(codes.items()):
            item = items.get(code.qid)
            said = item.values(Property.ISO3) if item else ()
            if item and (not said or iso3 in said):
                found[iso3] = item
            elif item:
                self._left_out.append(
                    f"{code.qid} ({item.label}): has the code {said[0]} there and {iso3} here; left out"
                )
        return found

    def _add_holders(self, states: Mapping[str, Item], classes: list[Term]) -> None:
        leading = leading_offices(states)
        ids = set(leading)
        if classes:
            for chunk in chunked([item.id for item in states.values()], STATES_A_QUERY):
                wanted = values(term.id for term in classes)
                ids.update(self._wikidata.ids("offices", states=values(chunk), classes=wanted))
        found, lines = seats(leading, self._items(ids, "offices"), classes, states, self._tables)
        people: list[str] = []
        for chunk in chunked(sorted(found), OFFICES_A_QUERY):
            people += self._wikidata.ids("holders", offices=values(chunk), since=self._request.since)
        items = self._items(people, "holders")
        rows, more = holder_rows(items.values(), found, self._tables, self._request.today)
        add_rows(self._rows, rows)
        self._left_out += [*lines, *more]

    def _add_named(self, term: Term, states: Mapping[str, Item]) -> None:
        query = {"since": self._request.since, "links": term.sitelinks}
        ids = self._wikidata.ids("named", **{"class": term.id}, **query)
        items = self._items(ids, term.labels[0])
        add_rows(self._rows, named_rows(items.values(), term, states, self._tables, self._request.today))
