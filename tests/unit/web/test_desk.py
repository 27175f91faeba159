"""The desk: briefings whose state is the address, watches through the guard, reviews that correct, runs and exports."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from dateline import jobs
from dateline.jobs import alerting
from dateline.model import Story
from dateline.products.audits import share_of
from dateline.store import Collection, open_collection
from dateline.store.auditing import Verdict, draw, labels_of
from dateline.store.auditing.records import AuditKind
from dateline.store.auditing.reviewing import REVIEW, least_certain
from dateline.store.queries.filters import Filters
from dateline.store.tables import STORIES
from dateline.web import Site, web_app
from tests.unit.store.sample_pages import PAGES, ReadOnce, page

TABS = ("brief", "watches", "review", "runs")


@pytest.fixture
def own(tmp_path: Path, read_once: ReadOnce) -> Iterator[Collection]:
    """A collection that a test may change."""
    with open_collection(tmp_path / "own", read_many=read_once) as opened:
        opened.add(PAGES[:6], workers=0)
        yield opened


@pytest.fixture
def desk(own: Collection) -> Iterator[TestClient]:
    with TestClient(web_app(Site(own)), base_url="http://localhost", follow_redirects=False) as client:
        yield client


def _told(answer, kind: str = "told") -> str:
    assert answer.status_code == 303
    return parse_qs(urlsplit(answer.headers["location"]).query).get(kind, [""])[0]


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_is_a_page_without_inline_style_or_script(client, tab):
    answer = client.get(f"/desk?tab={tab}")
    assert answer.status_code == 200 and "<style" not in answer.text and " style=" not in answer.text
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", answer.text))


@pytest.mark.parametrize(
    "query",
    ["tab=kitchen", "story=story:none", "tab=runs&run=x", "tab=watches&alert=none", "tab=review&sample=x"],
)
def test_what_is_not_there_is_told_in_one_line(client, query):
    answer = client.get(f"/desk?{query}")
    assert answer.status_code in (400, 404) and "Traceback" not in answer.text


@pytest.mark.parametrize("tab", ["watches", "review", "runs"])
def test_what_a_tab_lists_is_had_as_json(client, tab):
    answer = client.get(f"/desk.json?tab={tab}")
    assert answer.status_code == 200 and answer.json()["schema"] == "dateline.desk/1"
    assert client.get(f"/desk.csv?tab={tab}").status_code == 404


def _stories(collection: Collection, count: int) -> list[str]:
    return [row.id for row in collection.stories().limit(count)]


def test_the_address_is_the_briefing(client, newsroom):
    one, two = _stories(newsroom, 2)
    page = client.get(f"/desk?story={one}&story={two}&title=My+morning").text
    headlines = [newsroom.story(story).headline for story in (one, two)]
    places = [page.index(f"<bdi>{unescape(h)}</bdi></a></h3>") for h in headlines]
    assert places == sorted(places) and 'value="My morning"' in page
    down = unescape(re.search(rf'href="([^"]+)" aria-label="Move down: {re.escape(headlines[0])}', page)[1])
    assert parse_qs(urlsplit(down).query)["story"] == [two, one]
    written = client.get(f"/desk/brief.md?story={two}&story={one}&title=My+morning").text
    assert written.startswith("# My morning") and written.index(headlines[1]) < written.index(headlines[0])


def test_a_fact_that_is_left_out_is_not_told_and_can_be_told_again(client, newsroom):
    (story,) = _stories(newsroom, 1)
    fact = newsroom.story(story).facts[0]
    page = client.get(f"/desk?story={story}").text
    leave = unescape(re.search(rf'href="([^"]+)" aria-label="Leave out: {re.escape(fact.text)}"', page)[1])
    without = client.get(leave).text
    assert "1 fact left out" in without and f"Leave out: {fact.text}" not in without
    written = client.get("/desk/brief.md?" + urlsplit(leave).query).text
    assert fact.text in client.get(f"/desk/brief.md?story={story}").text and f"**{fact.text}**" not in written
    again = unescape(re.search(r'href="([^"]+)">Tell it again', without)[1])
    assert f"Leave out: {fact.text}" in client.get(again).text


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("html", b"<!doctype html>"),
        ("md", b"# "),
        ("docx", b"PK"),
        ("json", b'{"schema":"dateline.briefing/1"'),
    ],
)
def test_a_briefing_is_a_file(client, newsroom, form, begins):
    (story,) = _stories(newsroom, 1)
    answer = client.get(f"/desk/brief.{form}?story={story}&download=")
    assert answer.status_code == 200 and answer.content.lower().startswith(begins.lower())
    assert answer.headers["content-disposition"] == f'attachment; filename="briefing.{form}"'


def test_a_preview_can_do_nothing_but_be_read(client, newsroom):
    (story,) = _stories(newsroom, 1)
    answer = client.get(f"/desk/brief.html?story={story}")
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy and "default-src 'none'" in policy and "script-src" not in policy
    assert "content-disposition" not in answer.headers


def test_a_briefing_of_nothing_is_refused(client):
    assert client.get("/desk/brief.md").status_code == 400
    assert client.get("/desk/brief.exe").status_code == 404


def test_a_claim_without_a_passage_keeps_the_briefing_from_being_written(desk, own):
    (story,) = _stories(own, 1)
    whole = own.story(story)
    bare = replace(whole.facts[0], positions=tuple(replace(p, spans=()) for p in whole.facts[0].positions))
    _put(own, replace(whole, related=(), facts=(bare, *whole.facts[1:])))
    page = desk.get(f"/desk?story={story}").text
    assert "Not written" in page and 'aria-disabled="true">Preview' in page and "/desk/brief.html" not in page
    refused = desk.get(f"/desk/brief.docx?story={story}")
    assert refused.status_code == 409 and "gives no words" in refused.text
    leave = unescape(re.search(rf'href="([^"]+)" aria-label="Leave out: {re.escape(bare.text)}"', page)[1])
    assert "/desk/brief.html" in desk.get(leave).text


def _put(collection: Collection, story: Story) -> None:
    """Puts another record in the place of a story."""
    with collection.holdings.database.writing() as connection:
        assert connection.execute(select(STORIES.c.id).where(STORIES.c.id == story.id)).scalar()
        data = zlib.compress(story.to_json().encode())
        connection.execute(STORIES.update().where(STORIES.c.id == story.id).values(story=data))


def test_stories_to_add_are_found_by_words_actors_and_days(client, newsroom):
    page = client.get("/desk?about=Botswana").text
    assert "Namibian inspectors" in page and "Fiji ships" not in page
    assert "No story answers this" in client.get("/desk?from=1990-01-01&to=1990-01-02").text


@pytest.mark.parametrize(
    "address",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1/rss",
        "http://10.0.0.1/rss",
        "http://user:pw@news.example/rss",
        "",
    ],
)
def test_no_file_and_no_private_address_is_followed(desk, own, address):
    assert _told(desk.post("/desk/feeds", data={"address": address}), "failed")
    assert jobs.feeds(own) == []


def test_a_feed_is_followed_shown_and_dropped(desk, own):
    assert "is followed" in _told(
        desk.post("/desk/feeds", data={"address": "https://news.example/rss", "every": "1h"})
    )
    page = desk.get("/desk?tab=watches").text
    assert (
        "https://news.example/rss" in page
        and "every 60 minutes; not asked yet" in page
        and "does not run now" in page
    )
    assert "no longer" in _told(desk.post("/desk/feeds/remove", data={"address": "https://news.example/rss"}))
    assert jobs.feeds(own) == []
    assert "not there" in _told(
        desk.post("/desk/feeds/remove", data={"address": "https://news.example/rss"}), "failed"
    )


def test_whether_feeds_are_followed_now_is_told(desk, own):
    from dateline.jobs.watching import _WATCHER
    from dateline.store.writer import held

    with held(own.holdings.database, _WATCHER):
        assert "dateline watch, which runs now" in desk.get("/desk?tab=watches").text
    assert not jobs.is_followed(own)


def test_a_query_is_kept_with_what_it_matches_and_removed(desk, own):
    asked = {
        "name": "talks",
        "query": "minister",
        "actor": "",
        "status": "planned",
        "to": "mailto:me@example.org",
    }
    assert "is kept" in _told(desk.post("/desk/alerts", data=asked))
    page = desk.get("/desk?tab=watches&alert=talks").text
    assert "0 new pages" in page and "/search?q=minister" in page and "/explore?status=planned" in page
    assert alerting.alerts(own)[0].asked == "minister --status planned"
    assert desk.get("/desk/alert.atom?name=talks").text.startswith("<?xml")
    assert desk.get("/desk/alert.json?name=talks").json()["version"].startswith("https://jsonfeed.org")
    assert desk.get("/desk/alert.atom?name=none").status_code in (400, 404)
    assert "removed" in _told(desk.post("/desk/alerts/remove", data={"name": "talks"}))
    assert alerting.alerts(own) == []


@pytest.mark.parametrize(
    "to", ["command:touch /tmp/x", "COMMAND:id", "", "http://10.0.0.1/x", "https://127.0.0.1/x y"]
)
def test_a_page_sets_no_command_and_no_private_address_as_a_destination(desk, own, to):
    assert _told(desk.post("/desk/alerts", data={"name": "x", "query": "x", "to": to}), "failed")
    assert alerting.alerts(own) == []


def test_keys_in_addresses_of_webhooks_are_not_shown(desk, own):
    alerting.add_alert(own, "keyed", alerting.Wish("x", ["https://hooks.example.org/services/T0K3N"]))
    for address in ("/desk?tab=watches", "/desk.json?tab=watches", "/desk?tab=watches&alert=keyed"):
        text = desk.get(address).text
        assert "https://hooks.example.org/..." in text and "T0K3N" not in text
    assert alerting.remove_alert(own, "keyed")


def test_the_least_certain_come_first_and_an_answer_is_not_asked_again(desk, own):
    doubts = least_certain(own.holdings.database, most=500)
    assert [d.confidence for d in doubts] == sorted(d.confidence for d in doubts)
    first = doubts[0].row
    answer = desk.post(
        "/desk/review", data={"article": first.article, "id": first.id, "verdict": "yes", "by": "Ana"}
    )
    assert "Kept: right" in _told(answer) and "by=Ana" in answer.headers["set-cookie"]
    assert labels_of(own.holdings.database, REVIEW)["Ana"][1].verdict is Verdict.RIGHT
    left = least_certain(own.holdings.database, most=500)
    assert (first.article, first.id) not in {(d.row.article, d.row.id) for d in left} and len(left) == len(
        doubts
    ) - 1
    (report,) = [row for row in own.reports(article=first.article) if row.id == first.id]
    assert report.checked and "marked as checked" in _told(answer)
    desk.post("/desk/undo", data={"row": "1", "by": "Ana"})
    assert len(least_certain(own.holdings.database, most=500)) == len(doubts)
    assert not any(row.checked for row in own.reports(article=first.article))


def test_no_with_what_is_right_corrects_the_row_and_can_be_undone(desk, own):
    first = next(d for d in least_certain(own.holdings.database, most=500) if d.status == "happened")
    asked = {
        "article": first.row.article,
        "id": first.row.id,
        "verdict": "no",
        "rather": "planned",
        "by": "Ana",
    }
    answer = desk.post("/desk/review", data=asked)
    assert "Its status is planned now" in _told(answer)
    assert _status(own, first.row.article, first.row.id) == "planned"
    assert "happened" in desk.get("/desk?tab=review").text
    row = parse_qs(urlsplit(answer.headers["location"]).query)["last"][0]
    assert "Taken back" in _told(desk.post("/desk/undo", data={"row": row, "by": "Ana"}))
    assert _status(own, first.row.article, first.row.id) == "happened"


def test_no_such_event_takes_it_out_and_a_bare_no_flags_it(desk, own):
    first, second = least_certain(own.holdings.database, most=2)
    for doubt, rather in ((first, "nothing"), (second, "other")):
        desk.post(
            "/desk/review",
            data={"article": doubt.row.article, "id": doubt.row.id, "verdict": "no", "rather": rather},
        )
    assert _status(own, first.row.article, first.row.id) is None
    flags = [
        row.flag for row in own.reports() if (row.article, row.id) == (second.row.article, second.row.id)
    ]
    assert flags and "not right" in flags[0]
    decisions = list(own.corrections())
    assert len(decisions) == 2
    desk.post("/desk/undo", data={"decision": str(decisions[-1].number)})
    assert _status(own, first.row.article, first.row.id) is not None


def _status(collection: Collection, article: str, id: str) -> str | None:
    return next((row.status for row in collection.reports() if (row.article, row.id) == (article, id)), None)


@pytest.mark.parametrize(
    "asked", [{}, {"verdict": "perhaps"}, {"verdict": "yes", "article": "sha256:x", "id": "e1"}]
)
def test_an_answer_that_cannot_be_is_told(desk, asked):
    assert _told(desk.post("/desk/review", data=asked), "failed")


def test_a_sample_is_labelled_and_its_precision_has_an_interval(desk, own):
    drawn = draw(own.holdings, "june", AuditKind.EVENTS, Filters(), size=5)
    assert "5 of" in desk.get("/desk?tab=review").text
    for number in range(1, 6):
        verdict = "no" if number == 1 else "yes"
        desk.post(
            "/desk/review", data={"sample": "june", "number": str(number), "verdict": verdict, "by": "Ana"}
        )
    page = desk.get("/desk?tab=review&sample=june").text
    share = share_of(4, 5, drawn.population)
    assert "4 of 5 right, precision 0.80" in re.sub(r"\s+", " ", page)
    assert drawn.population > 5 and f"({share.low:.2f}–{share.high:.2f})" in page
    assert "Every row of this sample has an answer" in page


def test_runs_tell_what_was_read_refused_and_by_what(desk, own):
    own.add([b"\x00\x01\x02" * 50])
    page = desk.get("/desk?tab=runs&run=2").text
    assert re.search(r'run=2#rejected">1</a>', page) and "inputs that were rejected" in page


def _waited(desk: TestClient, address: str, wanted: str) -> str:
    for _ in range(100):
        page = desk.get(address).text
        if wanted in page:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{wanted!r} was never told")


def test_the_collection_is_checked_in_the_background(desk):
    assert "is being checked" in _told(desk.post("/desk/verify"))
    _waited(desk, "/desk?tab=runs", "all is well")


def test_what_changed_between_two_runs_is_told(desk, own):
    own.add(
        [page("A king visits", "King Harald of Norway met the king of Tonga on 12 March 2024.")], workers=0
    )
    asked = desk.post("/desk/diff", data={"first": "1", "second": "2"})
    found = _waited(desk, asked.headers["location"], "1 change from run 1 to run 2")
    assert "King Harald of Norway met" in found
    assert '"change":"added"' in desk.get("/desk/diff/1/2.jsonl").text
    assert _told(desk.post("/desk/diff", data={"first": "2", "second": "1"}), "failed")
    missing = desk.post("/desk/diff", data={"first": "1", "second": "99"})
    assert "has no run 99" in _waited(desk, missing.headers["location"], "Not compared")


def test_an_export_is_written_and_downloaded(desk):
    desk.post("/desk/exports", data={"to": "csv", "text": "none"})
    _waited(desk, "/desk?tab=runs", "dateline-csv.zip")
    assert desk.get("/desk/exports/csv/none").content.startswith(b"PK")
    assert desk.get("/desk/exports/gdelt/none").status_code == 404
    assert _told(desk.post("/desk/exports", data={"to": "exe", "text": "none"}), "failed")


def test_nothing_is_changed_for_another_site(desk, own):
    away = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    for address in (
        "feeds",
        "feeds/remove",
        "alerts",
        "alerts/remove",
        "review",
        "undo",
        "verify",
        "diff",
        "exports",
        "retry",
    ):
        assert desk.post(f"/desk/{address}", headers=away).status_code == 403


def test_what_pages_and_addresses_say_stays_text(tmp_path, read_once):
    evil = "<script>alert(1)</script>"
    with open_collection(tmp_path / "hostile", read_many=read_once) as opened:
        opened.add(
            [
                page(
                    f"{evil} Norway warns", f"Norway warned Tonga on 11 March 2024, said {evil}.", outlet=evil
                )
            ],
            workers=0,
        )
        client = TestClient(web_app(Site(opened)), base_url="http://localhost")
        (story,) = _stories(opened, 1)
        asked = [
            f"story={story}&title={evil}",
            "tab=review",
            "tab=runs",
            f"tab=watches&told={evil}&failed={evil}",
            f"about={evil}",
        ]
        for query in asked:
            assert "<script>alert" not in client.get(f"/desk?{query}").text
