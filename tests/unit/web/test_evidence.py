"""The page of an article: its words, what was read there, each with its place."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dateline.model import Reading
from dateline.store import Collection, open_collection
from dateline.store.holdings import ReadMany
from dateline.web import Site, web_app
from dateline.web.screens.evidence.why import not_coded
from tests.unit.web.corrected_pages import VISIT, hostile, russian, visit

HARBOUR = "https://harbour-courier.example/2024/06/03/market"


@pytest.fixture(scope="module")
def pages(read_once: ReadMany, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A page in two versions, one written to do harm, one in a language without a parser."""
    with open_collection(tmp_path_factory.mktemp("evidence") / "news", read_many=read_once) as opened:
        opened.add([visit()])
        opened.add([visit(VISIT.replace("on Monday", "on Tuesday")), hostile(), russian()])
        yield opened


@pytest.fixture
def browser(pages: Collection) -> Iterator[TestClient]:
    with TestClient(web_app(Site(pages)), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened


def _reading(collection: Collection, outlet: str) -> Reading:
    return collection.reading(next(iter(collection.articles(outlet=outlet))).id)


@pytest.fixture
def courier(pages: Collection) -> Reading:
    return _reading(pages, "Harbour Courier")


@pytest.fixture
def market(newsroom: Collection) -> Reading:
    return next(r for a in newsroom.articles() if (r := newsroom.reading(a.id)).article.url == HARBOUR)


def _words(page: str) -> str:
    """The words of a page as a reader sees them."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def test_all_text_of_the_page_is_there_once(client: TestClient, market: Reading) -> None:
    page = client.get(f"/a/{market.article.id}").text
    lines = re.findall(r'<p class="tx" dir="auto">(.*?)</p>', page, re.DOTALL)
    body = [block.span.of(market.article.text) for block in market.article.blocks if block.kind == "body"]
    shown = " ".join(" ".join(map(_words, lines)).split())
    assert " ".join(" ".join(body).split()) in shown


def test_each_place_of_a_record_can_be_named_by_an_address_and_no_id_stands_twice(
    client: TestClient, market: Reading
) -> None:
    page = client.get(f"/a/{market.article.id}?ev=e1").text
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    wanted = {f"c{event.evidence.start}" for event in market.events} | {
        f"c{event.trigger.start}" for event in market.events
    }
    wanted |= {f"c{span.start}" for said in market.statements for span in said.content}
    assert wanted <= set(ids)


def test_a_chosen_event_has_its_words_marked_and_its_fields_beside_it(
    client: TestClient, market: Reading
) -> None:
    event = next(e for e in market.events if e.source and e.target)
    page = client.get(f"/a/{market.article.id}?ev={event.id}").text
    trigger = event.trigger.span.of(market.article.text)
    assert re.search(
        rf'<mark class="sel trig" title="trigger[^"]*">(<[^>]*>)*{re.escape(html.escape(trigger))}', page
    )
    panel = page[page.index('id="chosen"') :]
    assert event.rule in panel
    assert f"{event.confidence:.2f}" in panel
    assert f"{event.evidence.start}–{event.evidence.end}" in panel
    assert html.escape(event.source[0].name) in panel


def test_statements_and_names_can_be_chosen(client: TestClient, market: Reading) -> None:
    said, name = market.statements[0], market.mentions[0]
    assert f"Statement {said.id}" in client.get(f"/a/{market.article.id}?ev={said.id}").text
    assert f"Name {name.id}" in client.get(f"/a/{market.article.id}?ev={name.id}").text


def test_layers_are_shown_as_the_address_says(client: TestClient, market: Reading) -> None:
    address = f"/a/{market.article.id}"
    assert 'class="desk hide-t hide-p"' in client.get(address).text
    assert (
        'class="desk hide-e hide-s hide-a hide-p"' in client.get(f"{address}?layers=none&layers=times").text
    )
    assert client.get(f"{address}?layers=colours").status_code == 400


def test_furniture_is_folded_and_labelled(client: TestClient, market: Reading) -> None:
    page = client.get(f"/a/{market.article.id}").text
    assert "Not the article" in page
    assert '<details class="fur"><summary><b>' in page


def test_a_stretch_of_the_text_can_be_cited(client: TestClient, market: Reading) -> None:
    event = market.events[0]
    address = f"/a/{market.article.id}?at={event.evidence.start}-{event.evidence.end}"
    assert 'title="cited"' in client.get(address).text
    assert client.get(f"/a/{market.article.id}?at=9-2").status_code == 400


def test_what_is_not_there_is_404(client: TestClient, market: Reading) -> None:
    assert client.get("/a/sha256:00").status_code == 404
    assert client.get(f"/a/{market.article.id}?ev=e999").status_code == 404
    assert client.get("/a/sha256:00.json").json()["error"]


def test_other_formats_hold_the_reading_its_events_and_its_text(client: TestClient, market: Reading) -> None:
    address = f"/a/{market.article.id}"
    assert Reading.from_json(client.get(f"{address}.json").content) == market
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))
    assert [row["report"] for row in rows] == [f"{market.article.id}#{e.id}" for e in market.events]
    assert all(row["event"].startswith("event:") for row in rows)
    assert f"> {market.events[0].id}: " in client.get(f"{address}.md").text


def test_citations_are_handed_out_in_four_formats(client: TestClient, market: Reading) -> None:
    address = f"/a/{market.article.id}/cite?ev=e1"
    assert client.get(f"{address}&to=bibtex").text.startswith("@")
    assert client.get(f"{address}&to=ris").text.startswith("TY  - NEWS")
    assert "The Harbour Courier" in client.get(address).text
    assert client.get(f"{address}&to=word").status_code == 400


def test_the_kept_page_is_never_shown_as_a_page(client: TestClient, market: Reading) -> None:
    answer = client.get(f"/a/{market.article.id}/raw")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content.startswith(b"<!DOCTYPE html>")


def test_why_each_event_is_what_it_is_has_its_own_address(client: TestClient, market: Reading) -> None:
    address = f"/a/{market.article.id}"
    assert 'id="why"' not in client.get(address).text
    page = client.get(f"{address}?why").text
    assert 'id="why"' in page
    sentences = not_coded(market)
    assert sentences
    for span in sentences:
        assert not any(span.touches(event.evidence) for event in market.events)
        assert f'<a class="cite" href="#c{span.start}">' in page


def test_an_old_version_leads_to_the_newest_which_says_what_changed(
    browser: TestClient, pages: Collection, courier: Reading
) -> None:
    first, second = pages.versions(courier.article.id)
    assert second.is_current and second.id == courier.article.id
    old = browser.get(f"/a/{first.id}?ev=e1").text
    assert f'<a href="/a/{second.id}">Go to the newest version' in old
    assert "deciding" not in old
    new = browser.get(f"/a/{second.id}?changes").text
    assert "What changed since the version before" in new
    assert "2022-09-13" in new


def test_live_pages_are_linked_at_the_words(browser: TestClient, courier: Reading) -> None:
    met = next(event for event in courier.events if event.trigger.lemma == "meet")
    page = browser.get(f"/a/{courier.article.id}?ev={met.id}").text
    words = quote(met.evidence.of(courier.article.text)).replace("-", "%2D")
    place = f"https://courier.example/2022/09/14/visit#:~:text={words}"
    assert f'href="{place}" rel="noreferrer noopener nofollow"' in page


def test_a_hostile_page_is_nothing_but_text(browser: TestClient, pages: Collection) -> None:
    row = next(a for a in pages.articles() if a.outlet and "HYPERLINK" in a.outlet)
    reading = pages.reading(row.id)
    chosen = ["", *(f"?ev={one.id}" for one in (*reading.events, *reading.statements, *reading.mentions))]
    addresses = [f"/a/{row.id}{ev}" for ev in chosen] + [
        f"/a/{row.id}?why",
        "/statements",
        "/events",
        "/actors",
    ]
    addresses += [f"/actor/{mention.actor}" for mention in reading.mentions if mention.actor]
    addresses += [f"/e/{event.id}" for event in pages.events()]
    for address in addresses:
        page = browser.get(address)
        assert page.status_code == 200, address
        assert not re.search(
            r"<script(?! type=\"module\" src=\"/static/)|<img|style=|href=\"javascript:", page.text
        ), address
    for line in csv.reader(io.StringIO(browser.get("/statements.csv").text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line)


def test_a_page_without_a_parser_says_so(browser: TestClient, pages: Collection) -> None:
    page = browser.get(f"/a/{_reading(pages, 'Жибек Жолы').article.id}").text
    assert "This page is in Russian" in page
    assert "Переговоры в Минске" in page


def test_times_are_told_in_the_readers_zone(client: TestClient, market: Reading) -> None:
    client.cookies.set("zone", "Asia%2FTokyo")
    assert "4 Jun 2024, 01:20 Asia/Tokyo" in client.get(f"/a/{market.article.id}").text
