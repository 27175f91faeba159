"""A server on loopback that answers as Wikidata does, from items that are written here or were recorded."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dateline.knowledge.refresh.terms import read_terms

Entity = dict[str, Any]
_ENTITY = "http://www.wikidata.org/entity/"


def time_snak(day: str) -> Entity:
    """A date as Wikidata writes it; the precision is that of the ISO date."""
    full = day + "-00-00"[len(day) - 4 :]
    value = {"time": f"+{full}T00:00:00Z", "precision": {4: 9, 7: 10, 10: 11}[len(day)], "timezone": 0}
    return {"snaktype": "value", "datatype": "time", "datavalue": {"value": value, "type": "time"}}


def snak(value: str) -> Entity:
    """An item's id, or a text."""
    if re.fullmatch(r"Q\d+", value):
        held: Any = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
        return {"snaktype": "value", "datavalue": {"value": held, "type": "wikibase-entityid"}}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "string"}}


def claim(value: str, start: str = "", end: str = "", rank: str = "normal") -> Entity:
    """A statement with its time."""
    times = {"P580": start, "P582": end}
    qualifiers = {p: [time_snak(day)] for p, day in times.items() if day}
    return {"mainsnak": snak(value), "rank": rank, "type": "statement", "qualifiers": qualifiers}


def entity(
    id: str, label: str, aliases: Iterable[str] = (), revision: int = 7, **claims: list[Entity]
) -> Entity:
    """An item in the shape of the API's answer."""
    return {
        "id": id,
        "type": "item",
        "lastrevid": revision,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


@dataclass
class Server:
    """What the server has, what it was asked, and what goes wrong next."""

    url: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    trouble: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    """Answers (status, headers, body) that are given first, in place of the right ones."""
    stop_at: int | None = None
    """The number of the request that is not answered before `go_on` is set; `is_stopped` then says so."""
    is_stopped: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def add(self, *entities: Entity) -> None:
        self.entities.update({each["id"]: each for each in entities})

    @property
    def options(self) -> list[str]:
        return ["--endpoint", f"{self.url}/sparql", "--api", f"{self.url}/api", "--pause", "0"]

    def asked_for(self, props: str) -> list[str]:
        """Ids that were asked for with these parts, in order."""
        return [id for f in self.asked if f.get("props") == props for id in f["ids"].split("|")]

    @property
    def queries(self) -> list[str]:
        return [fields["query"] for fields in self.asked if "query" in fields]

    def answer(self, fields: Mapping[str, str]) -> Any:
        if "query" in fields:
            return {
                "results": {
                    "bindings": [{"id": {"value": _ENTITY + id}} for id in self._ids(fields["query"])]
                }
            }
        found = {id: self.entities.get(id, {"id": id, "missing": ""}) for id in fields["ids"].split("|")}
        if fields["props"] == "info":
            found = {
                id: {k: v for k, v in each.items() if k not in {"labels", "aliases", "claims"}}
                for id, each in found.items()
            }
        return {"entities": found, "success": 1}

    def _ids(self, query: str) -> list[str]:
        """Enough of SPARQL for the queries that there are."""
        asked = {
            name: set(re.findall(r"Q\d+", ids))
            for name, ids in re.findall(r"VALUES \?(\w+) \{(.*?)\}", query)
        }
        instance = re.search(r"wdt:P31 wd:(Q\d+)", query)
        if "office" in asked:
            wanted, properties = asked["office"], ("P39",)
        elif instance:
            wanted, properties = {instance[1]}, ("P31",)
        else:
            wanted, properties = asked["class"], ("P279", "P31")
        found = sorted(id for id, each in self.entities.items() if wanted & _values(each, *properties))
        limit, offset = (int(re.search(rf"{word} (\d+)", query)[1]) for word in ("LIMIT", "OFFSET"))  # type: ignore[index]
        return found[offset : offset + limit]


def _values(each: Entity, *properties: str) -> set[str]:
    snaks = (s["mainsnak"] for p in properties for s in each.get("claims", {}).get(p, ()))
    return {s["datavalue"]["value"].get("id", "") for s in snaks if s["snaktype"] == "value"}


@contextmanager
def serving() -> Iterator[Server]:
    """A server that knows what the terms are called, and nothing else."""
    server = Server()
    server.add(*(entity(term.id, term.labels[0]) for term in read_terms()))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _reply(self, sent: str) -> None:
            server.asked.append({name: values[0] for name, values in parse_qs(sent).items()})
            server.agents.add(self.headers["User-Agent"])
            if len(server.asked) == server.stop_at:
                server.is_stopped.set()
                server.go_on.wait(30)
            status, headers, body = server.trouble.pop(0) if server.trouble else (200, {}, b"")
            if not body and status == 200:
                body = json.dumps(server.answer(server.asked[-1])).encode()
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.daemon_threads = True
        server.url = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.go_on.set()
        listening.shutdown()
