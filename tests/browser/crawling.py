"""All addresses of a site that its own pages lead to."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx
from lxml import html


@dataclass(frozen=True)
class Visited:
    """An address, where a link to it stands, and what it answered."""

    address: str
    found_on: str
    status: int
    kind: str
    text: str

    @property
    def ids(self) -> set[str]:
        """The places inside it that links may lead to."""
        return set(html.document_fromstring(self.text).xpath("//@id")) if self.is_page else set()

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")


def shape(address: str) -> str:
    """Addresses of one shape are made by the same code: ids and values are left out."""
    parts = urlsplit(address)
    path = re.sub(r"/(s|a|e|actor)/[^/]+?(\.\w+)?(?=/|$)", r"/\1/ID\2", parts.path)
    return path + "?" + ",".join(sorted({pair.split("=")[0] for pair in parts.query.split("&") if pair}))


def links_of(visited: Visited) -> Iterator[str]:
    """Addresses that a page leads to, with the place inside them."""
    document = html.document_fromstring(visited.text)
    for link in document.xpath(
        "//a/@href | //link[@rel!='icon']/@href | //script/@src | //img/@src | //use/@href"
    ):
        yield urljoin(visited.address, link)


def crawled(start: str, *, most_of_a_shape: int = 6, most: int = 400) -> list[Visited]:
    """Goes through a site from its first page; of addresses of one shape, so many."""
    seen, counts, found = {start}, defaultdict[str, int](int), []
    waiting = deque([(start, "")])
    host = urlsplit(start).netloc
    with httpx.Client(timeout=60, follow_redirects=True) as client:
        while waiting and len(found) < most:
            address, source = waiting.popleft()
            answer = client.get(address)
            kind = answer.headers.get("content-type", "")
            visited = Visited(
                str(answer.url), source, answer.status_code, kind, answer.text if "text" in kind else ""
            )
            found.append(visited)
            if not visited.is_page:
                continue
            for link in links_of(visited):
                plain = link.partition("#")[0]
                if (
                    urlsplit(plain).netloc == host
                    and plain not in seen
                    and counts[shape(plain)] < most_of_a_shape
                ):
                    seen.add(plain)
                    counts[shape(plain)] += 1
                    waiting.append((plain, address))
    return found
