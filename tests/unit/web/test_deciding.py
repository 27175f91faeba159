"""Records corrected, flagged, rejected and brought back on the page that tells them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from dateline.store import Collection
from dateline.web import Site, web_app
from tests.unit.web.corrected_pages import visit

WHO = {"why": "a test", "by": "Ané"}


@pytest.fixture
def article(folder_collection: Collection) -> str:
    folder_collection.add([visit()])
    return next(iter(folder_collection.articles())).id


@pytest.fixture
def browser(folder_collection: Collection) -> Iterator[TestClient]:
    site = Site(folder_collection)
    with TestClient(web_app(site), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened


def test_a_field_is_corrected_and_brought_back(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    before = folder_collection.reading(article).events[0]
    form = {"record": before.id, "act": "change", "status": "denied", **WHO}
    answer = browser.post(f"/a/{article}/corrections", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/a/{article}?ev={before.id}#chosen")
    assert folder_collection.reading(article).events[0].status == "denied"
    page = browser.get(f"/a/{article}?ev={before.id}").text
    assert '<span class="corrected">corrected</span>' in page
    assert 'value="Ané"' in page
    undone = browser.post(f"/a/{article}/corrections/undo", data={"number": "1", **WHO})
    assert undone.status_code == 303
    assert folder_collection.reading(article).events[0] == before


def test_fields_that_stay_as_they_were_are_no_correction(browser: TestClient, article: str) -> None:
    event = "e1"
    page = browser.get(f"/a/{article}?ev={event}")
    assert page.status_code == 200
    answer = browser.post(f"/a/{article}/corrections", data={"record": event, "act": "change", **WHO})
    assert answer.status_code == 400
    assert "Every field is as it was" in answer.text


def test_those_who_take_part_are_given_a_line_each(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    form = {"record": "e1", "act": "change", "target": "Kazakhstan\r\nRussia", **WHO}
    assert browser.post(f"/a/{article}/corrections", data=form).status_code == 303
    assert [party.name for party in folder_collection.reading(article).events[0].target] == [
        "Kazakhstan",
        "Russia",
    ]


def test_a_record_is_rejected_and_listed(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    count = len(folder_collection.reading(article).events)
    answer = browser.post(f"/a/{article}/corrections", data={"record": "e1", "act": "nothing", **WHO})
    assert answer.headers["location"] == f"/a/{article}#decisions"
    assert len(folder_collection.reading(article).events) == count - 1
    assert "Decided about this page" in browser.get(f"/a/{article}").text


def test_a_flag_changes_nothing(browser: TestClient, folder_collection: Collection, article: str) -> None:
    before = folder_collection.reading(article)
    form = {"record": "s1", "act": "flag", "note": "<b>look</b>", **WHO}
    assert browser.post(f"/a/{article}/corrections", data=form).status_code == 303
    assert folder_collection.reading(article) == before
    page = browser.get(f"/a/{article}?ev=s1").text
    assert "flagged" in page
    assert "&lt;b&gt;look" in page


def test_a_correction_without_words_on_the_page_is_an_orphan(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    last = folder_collection.reading(article).events[-1]
    form = {"record": last.id, "act": "change", "status": "planned", **WHO}
    browser.post(f"/a/{article}/corrections", data=form)
    shorter = visit().content[: visit().content.index("Tokayev will")]
    folder_collection.add([visit(str(shorter))])
    newest = next(iter(folder_collection.articles())).id
    assert "<b>orphan 1</b>" in browser.get(f"/a/{newest}").text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"record": "e1", "act": "burn", **WHO}, 400),
        ({"record": "e99", "act": "nothing", **WHO}, 404),
        ({"record": "e99", "act": "change", "status": "denied", **WHO}, 404),
        ({"record": "e1", "act": "change", "status": "maybe", **WHO}, 400),
        ({"record": "e1", "act": "nothing", "by": "", "why": ""}, 400),
    ],
)
def test_what_cannot_be_done_is_said(
    browser: TestClient, article: str, form: dict[str, str], status: int
) -> None:
    answer = browser.post(f"/a/{article}/corrections", data=form)
    assert answer.status_code == status
    assert '<p class="lede">' in answer.text


def test_another_site_decides_nothing(browser: TestClient, article: str) -> None:
    form = {"record": "e1", "act": "nothing", **WHO}
    answer = browser.post(
        f"/a/{article}/corrections", data=form, headers={"Origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403


def test_what_is_right_is_marked_by_one_key_once_the_browser_knows_who_decides(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    before = folder_collection.reading(article)
    assert 'name="act" value="accept"' in browser.get(f"/a/{article}?ev=e1").text
    form = {"record": "e1", "act": "accept", "by": "Ana <b>"}
    answer = browser.post(f"/a/{article}/corrections", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/a/{article}?ev=e1#chosen")
    assert folder_collection.reading(article) == before
    page = browser.get(f"/a/{article}?ev=e1").text
    assert "checked by <bdi>Ana &lt;b&gt;</bdi> on" in page and 'class="corrected right">checked' in page
    assert 'name="act" value="accept"' not in page  # it is checked already
    assert '<button class="btn" data-key="y">Right' in browser.get(f"/a/{article}?ev=s1").text
    browser.post(f"/a/{article}/corrections/undo", data={"number": "1", **WHO})
    assert "checked by" not in browser.get(f"/a/{article}?ev=e1").text.partition('id="decisions"')[0]


def test_rows_say_that_they_are_checked(
    browser: TestClient, folder_collection: Collection, article: str
) -> None:
    for record in ("e1", "s1"):
        folder_collection.correct(f"{article}#{record}", accept=True, by="Ana")
    for address in ("/events", "/statements", "/explore?view=table"):
        assert "checked" in browser.get(address).text
    assert [row["checked"] for row in browser.get("/statements.json").json()["rows"]].count(True) == 1
    rows = browser.get("/api/v1/reports").json()["items"]
    assert [row["id"] for row in rows if row["checked"]] == ["e1"]
    assert "checked" in browser.get("/events.csv").text.splitlines()[0]
