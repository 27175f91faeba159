"""Wikidata: lists of ids by SPARQL in small pages, details by `wbgetentities`, fifty items a call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from string import Template
from typing import Any, Protocol, TypeVar

from dateline.knowledge.refresh.cache import Cache
from dateline.knowledge.refresh.fetch import Fetcher
from dateline.knowledge.refresh.items import LANGUAGES, Item, item_of
from dateline.knowledge.refresh.progress import Progress

SPARQL = "https://query.wikidata.org/sparql"
API = "https://www.wikidata.org/w/api.php"

IDS_A_CALL = 50
PAGE = 500
"""Ids of a page of a query."""
_LAG = "5"
"""Seconds of lag of the servers' copies from which they want to be left alone."""
_ID = re.compile(r"[PQ][1-9]\d*")

T = TypeVar("T")


class Watch(Protocol):
    """Passes items on and shows how far it is."""

    def __call__(self, items: Iterable[T], *, total: int | None, what: str) -> Iterator[T]:
        """The same items."""
        ...


class Wikidata:
    """Asks Wikidata, or a server like it, and asks nothing twice in a run."""

    def __init__(
        self, fetcher: Fetcher, cache: Cache, progress: Progress, *, sparql: str = SPARQL, api: str = API
    ) -> None:
        self._fetcher, self._cache, self._progress = fetcher, cache, progress
        self._sparql, self._api = sparql, api
        self.queries: dict[str, int] = {}

    def ids(self, name: str, **values: object) -> list[str]:
        """Ids that a query of `data/NAME.rq` gives, page by page."""
        found: list[str] = []
        while True:
            query = query_of(name, limit=PAGE, offset=len(found), **values)
            page = self._progress.answer(query)
            if page is None:
                page = self._fetcher.json("POST", self._sparql, {"query": query, "format": "json"}, _ids)
                self._progress.answered(query, page)
            self.queries[query] = len(page)
            found += page
            if len(page) < PAGE:
                return list(dict.fromkeys(found))

    def items(self, ids: Iterable[str], watch: Watch, what: str) -> dict[str, Item]:
        """Items by the ids that they were asked for by; what is not there, or was deleted, is left out."""
        wanted = sorted(dict.fromkeys(ids), key=lambda id: (id[0], int(id[1:])))
        chunks = [
            [id for id in chunk if id not in self._progress.checked] for chunk in chunked(wanted, IDS_A_CALL)
        ]
        open_chunks = [chunk for chunk in chunks if chunk]
        for chunk in watch(open_chunks, total=len(open_chunks), what=what):
            self._bring(chunk)
        found = {id: self._cache.get(id) for id in wanted}
        return {id: item for id, item in found.items() if item is not None}

    def _bring(self, chunk: list[str]) -> None:
        """Fetches of a chunk what the cache does not have at its latest revision."""
        known = {id: item.revision for id in chunk if (item := self._cache.get(id))}
        current = self._entities(list(known), "info") if known else {}
        stale = [id for id in chunk if id not in known or known[id] != _revision(current.get(id))]
        for id, entity in (self._entities(stale, "info|labels|aliases|claims") if stale else {}).items():
            if "missing" not in entity:
                self._cache.put(item_of(entity), id)
        self._progress.has_checked(chunk)

    def _entities(self, ids: list[str], props: str) -> dict[str, dict[str, Any]]:
        """Entities by the id asked for; ids that the server calls wrong are left out, one by one."""
        fields = {
            "action": "wbgetentities",
            "format": "json",
            "ids": "|".join(ids),
            "props": props,
            "languages": "|".join(LANGUAGES),
            "maxlag": _LAG,
        }
        refused, found = self._fetcher.json("GET", self._api, fields, _read_entities)
        if refused is None:
            return found
        left = [id for id in ids if id != refused]
        return self._entities(left, props) if left and len(left) < len(ids) else {}


def _ids(answer: dict[str, Any]) -> list[str]:
    addresses = [row["id"]["value"] for row in answer["results"]["bindings"]]
    ids = [address.rpartition("/")[2] for address in addresses]
    wrong = [id for id in ids if not _ID.fullmatch(id)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no id")
    return ids


def _read_entities(answer: dict[str, Any]) -> tuple[str | None, dict[str, dict[str, Any]]]:
    """The id that the server refuses, or the entities by the id asked for."""
    error = answer.get("error")
    if error:
        if error["code"] == "no-such-entity":
            return error["id"], {}
        raise ValueError(f"error {error['code']}: {error.get('info', '')}")
    entities: dict[str, dict[str, Any]] = answer["entities"]
    for id, entity in entities.items():
        if "missing" not in entity:
            item_of(entity)
        elif not _ID.fullmatch(id):
            raise ValueError(f"{id!r} is no id")
    return None, entities


def _revision(entity: dict[str, Any] | None) -> int | None:
    return entity.get("lastrevid") if entity else None


def query_of(name: str, **values: object) -> str:
    """The text of a query of `data/`, with its values."""
    text = resources.files("dateline.knowledge.refresh").joinpath(f"data/{name}.rq").read_text("utf-8")
    return Template(text).substitute(values)


def chunked(items: Sequence[str], size: int) -> Iterator[list[str]]:
    """Lists of so many items, the last one shorter."""
    return (list(items[start : start + size]) for start in range(0, len(items), size))


def values(ids: Iterable[str]) -> str:
    """Ids as a query lists them."""
    return " ".join(f"wd:{id}" for id in ids)
