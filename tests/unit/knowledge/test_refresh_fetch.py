"""Requests are polite, and a server's bad moment is waited for."""

from __future__ import annotations

import datetime
from email.utils import format_datetime
from typing import Any

import pytest
from wikidata_server import Server, entity

from dateline.knowledge.refresh import Fetcher, RefreshError
from dateline.knowledge.refresh.cache import Cache
from dateline.knowledge.refresh.progress import Progress
from dateline.knowledge.refresh.wikidata import Wikidata


class Waits(list[float]):
    """Waiting that takes no time and is remembered."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def ask(server: Server, waits: Waits, **options: Any) -> dict[str, Any]:
    server.add(entity("Q1", "universe"))
    fetcher = Fetcher(sleep=waits, **options)
    return fetcher.json(
        "GET", f"{server.url}/api", {"ids": "Q1", "props": "info"}, lambda found: found["entities"]["Q1"]
    )


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(wikidata: Server, status: int) -> None:
    waits = Waits()
    wikidata.trouble = [(status, {"Retry-After": "17"}, b"later")]
    assert ask(wikidata, waits)["lastrevid"] == 7
    assert 17.0 in waits


def test_the_moment_to_come_back_may_be_a_date(wikidata: Server) -> None:
    waits = Waits()
    moment = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=40)
    wikidata.trouble = [(429, {"Retry-After": format_datetime(moment)}, b"")]
    ask(wikidata, waits)
    assert any(30 < wait <= 40 for wait in waits)


def test_lag_of_the_servers_is_waited_for(wikidata: Server) -> None:
    waits = Waits()
    wikidata.trouble = [(200, {"Retry-After": "5"}, b'{"error": {"code": "maxlag", "info": "waiting"}}')]
    ask(wikidata, waits)
    assert 5.0 in waits


@pytest.mark.parametrize("body", [b'{"entities": {', b"[]", b'{"success": 1}', b"<html>", b"\xff\xfe"])
def test_a_broken_answer_is_asked_for_again(wikidata: Server, body: bytes) -> None:
    wikidata.trouble = [(200, {}, body)]
    assert ask(wikidata, Waits())["id"] == "Q1"


def test_pauses_grow_where_the_server_does_not_say(wikidata: Server) -> None:
    waits = Waits()
    wikidata.trouble = [(500, {}, b"")] * 4
    ask(wikidata, waits, pause=0.0)
    assert [wait for wait in waits if wait] == [1.0, 2.0, 4.0, 8.0]


def test_requests_keep_their_distance(wikidata: Server) -> None:
    waits = Waits()
    fetcher = Fetcher(sleep=waits, pause=1.5)
    for _ in range(3):
        fetcher.json("GET", f"{wikidata.url}/api", {"ids": "Q5", "props": "info"}, lambda found: found)
    assert waits == [1.5, 1.5]


def test_giving_up_says_where_why_and_what_to_do(wikidata: Server) -> None:
    wikidata.trouble = [(500, {}, b"")] * 9
    with pytest.raises(RefreshError, match=r"gave up after 3 tries: status 500.*run the same command again"):
        ask(wikidata, Waits(), tries=3)


def test_too_long_a_wait_ends_the_run(wikidata: Server) -> None:
    wikidata.trouble = [(429, {"Retry-After": "86400"}, b"")]
    with pytest.raises(RefreshError, match="asks to wait 86400 s"):
        ask(wikidata, Waits())


def test_a_refusal_is_not_repeated(wikidata: Server) -> None:
    wikidata.trouble = [(403, {}, b"no agent")]
    with pytest.raises(RefreshError, match=r"status 403.*--contact"):
        ask(wikidata, Waits())
    assert len(wikidata.asked) == 1


def test_a_server_that_is_not_there_is_told(tmp_path: Any) -> None:
    with pytest.raises(RefreshError, match="gave up after 2 tries"):
        Fetcher(tries=2, sleep=Waits()).json("GET", "http://127.0.0.1:9/api", {}, lambda found: found)


def test_an_id_that_the_server_refuses_does_not_spoil_the_others(wikidata: Server, tmp_path: Any) -> None:
    wikidata.add(entity("Q1", "universe"))
    wikidata.trouble = [(200, {}, b'{"error": {"code": "no-such-entity", "id": "Q404"}}')]
    client = Wikidata(
        Fetcher(sleep=Waits()),
        Cache(tmp_path / "cache"),
        Progress(tmp_path / "run"),
        sparql=f"{wikidata.url}/sparql",
        api=f"{wikidata.url}/api",
    )
    assert list(client.items(["Q404", "Q1"], lambda items, **_: iter(items), "items")) == ["Q1"]


def test_a_damaged_file_of_the_cache_is_fetched_again(wikidata: Server, tmp_path: Any) -> None:
    wikidata.add(entity("Q1", "universe"))
    for number in range(2):
        client = Wikidata(
            Fetcher(sleep=Waits()),
            Cache(tmp_path / "cache"),
            Progress(tmp_path / f"run{number}"),
            sparql=f"{wikidata.url}/sparql",
            api=f"{wikidata.url}/api",
        )
        assert client.items(["Q1"], lambda items, **_: iter(items), "items")["Q1"].label == "universe"
        for path in (tmp_path / "cache").rglob("*.json"):
            path.write_text("{", encoding="utf-8")
