"""Answers that are kept until a row changes."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dateline.web.keeping import NOT_KEPT, Kept


@pytest.fixture
def asked():
    return []


@pytest.fixture
def kept(collection, asked):
    """A view that says how often it was asked, before tables in a folder or in PostgreSQL."""

    def view(request: Request) -> PlainTextResponse:
        asked.append(request.url.path)
        headers = {NOT_KEPT: "now"} if "now" in request.query_params else {}
        return PlainTextResponse(f"answer {len(asked)}", headers=headers)

    app = Starlette(routes=[Route("/{name}", view)])
    return TestClient(Kept(app, collection.holdings.database), base_url="http://localhost")


def test_the_same_question_is_asked_once(kept, asked):
    assert [kept.get("/a?b=1").text for _ in range(3)] == ["answer 1"] * 3
    assert kept.get("/a?b=2").text == "answer 2"


def test_readers_who_chose_otherwise_get_their_own(kept):
    assert kept.get("/a").text != kept.get("/a", headers={"cookie": "theme=dark"}).text


@pytest.mark.parametrize(("packings", "answers"), [(("gzip", "gzip, br"), 1), (("gzip", "identity"), 2)])
def test_browsers_that_take_the_same_packing_share_an_answer(kept, packings, answers):
    told = {kept.get("/a", headers={"accept-encoding": packing}).text for packing in packings}
    assert len(told) == answers


def test_what_comes_in_is_seen_at_once(kept, collection):
    before = kept.get("/a")
    newsroom = Path(__file__).parents[3] / "examples" / "newsroom"
    collection.add(sorted(newsroom.rglob("*.txt"))[:1] or sorted(newsroom.rglob("*.html"))[:1])
    after = kept.get("/a")
    assert before.text != after.text and before.headers["etag"] != after.headers["etag"]


def test_who_has_it_already_is_told_so(kept):
    tag = kept.get("/a").headers["etag"]
    answer = kept.get("/a", headers={"if-none-match": f'"other", {tag}'})
    assert answer.status_code == 304 and answer.content == b"" and answer.headers["etag"] == tag


def test_head_gives_the_headers_alone(kept):
    whole, head = kept.get("/a"), kept.head("/a")
    assert head.content == b"" and head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_what_is_of_the_moment_is_not_kept(kept):
    first, second = kept.get("/a?now=1"), kept.get("/a?now=1")
    assert first.text != second.text and NOT_KEPT not in first.headers


def test_what_is_missing_is_not_kept(kept):
    assert kept.get("/a/b").status_code == 404


def test_many_who_ask_at_once_are_one_question(collection, asked):
    def view(request: Request) -> PlainTextResponse:
        asked.append(request.url.path)
        time.sleep(0.2)
        return PlainTextResponse(f"answer {len(asked)}")

    app = Kept(Starlette(routes=[Route("/{name}", view)]), collection.holdings.database)

    async def ask_together() -> list[str]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            await client.get("/b")  # the first to read rows of PostgreSQL writes to its log
            return [answer.text for answer in await asyncio.gather(*(client.get("/a") for _ in range(9)))]

    assert asyncio.run(ask_together()) == ["answer 2"] * 9


def test_with_patience_what_others_write_goes_unseen_and_what_is_changed_here_does_not(collection, asked):
    def view(request: Request) -> PlainTextResponse:
        asked.append(request.method)
        return PlainTextResponse(f"answer {len(asked)}")

    app = Starlette(routes=[Route("/{name}", view, methods=["GET", "POST"])])
    client = TestClient(Kept(app, collection.holdings.database, 60.0), base_url="http://localhost")
    newsroom = Path(__file__).parents[3] / "examples" / "newsroom"
    assert client.get("/a").text == "answer 1"
    collection.add(sorted(newsroom.rglob("*.html"))[:1])
    assert client.get("/a").text == "answer 1"
    client.post("/a")
    assert client.get("/a").text == "answer 3"


@pytest.mark.parametrize(("asks_beside", "wanted"), [(True, "answer 1"), (False, "answer 2")])
def test_while_others_wait_an_older_answer_will_do(collection, asked, asks_beside, wanted):
    def view(request: Request) -> PlainTextResponse:
        time.sleep(1.5 if request.url.path == "/slow" else 0)
        asked.append(request.url.path)
        return PlainTextResponse(f"answer {len(asked)}")

    app = Kept(Starlette(routes=[Route("/{name}", view)]), collection.holdings.database, 0.1)

    async def ask() -> str:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            await client.get("/a")
            collection.looked("a reader", 0)
            await asyncio.sleep(0.9)
            beside = asyncio.create_task(client.get("/slow")) if asks_beside else None
            await asyncio.sleep(0.1)
            told = (await client.get("/a")).text
            if beside is not None:
                await beside
            return told

    assert asyncio.run(ask()) == wanted
