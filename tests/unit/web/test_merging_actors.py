"""Two actors who are one: looked for on the page of one of them, decided, and parted again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from dateline.model import RawPage
from dateline.store import Collection
from dateline.web import Site, web_app
from tests.unit.web.corrected_pages import visit

XI, LOCAL = "Q15031", "local:orla-trent"
WHO = {"why": "one <b>", "by": "Ana"}
MAYOR = "Mayor visits\n\n14 September 2022\n\nMayor Orla Trent of Brask met President Xi Jinping on Monday. Trent praised the harbour.\n"


@pytest.fixture
def own(folder_collection: Collection) -> Collection:
    folder_collection.add(
        [visit(), RawPage(MAYOR, "mayor", "https://courier.example/mayor", None, "Courier")]
    )
    return folder_collection


@pytest.fixture
def browser(own: Collection) -> Iterator[TestClient]:
    with TestClient(web_app(Site(own)), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened


def test_the_other_is_found_by_letters_of_a_name(browser: TestClient) -> None:
    page = browser.get(f"/actor/{XI}?same=trent").text
    assert f'name="other" value="{LOCAL}"' in page and "known from pages only" in page
    assert f'value="{XI}"' in browser.get(f"/actor/{LOCAL}?same=xi").text
    assert "No other name in this collection" in browser.get(f"/actor/{XI}?same=zzz").text


def test_they_are_one_and_parted_again(browser: TestClient, own: Collection) -> None:
    answer = browser.post("/actors/merge", data={"one": LOCAL, "other": XI, **WHO})
    assert answer.headers["location"] == f"/actor/{XI}?merged=1#same"
    assert own.articles(actor=XI).count() == 2 and own.articles(actor=LOCAL).count() == 0
    page = browser.get(f"/actor/{XI}?merged=1").text
    assert "They are one now" in page and "one &lt;b&gt;" in page
    assert browser.get(f"/actor/{LOCAL}.json").headers["location"] == f"/actor/{XI}.json"
    assert "These are one actor:" in browser.get("/decisions").text
    assert browser.post("/decisions/1/undo").status_code == 303
    assert own.articles(actor=LOCAL).count() == 1
    assert browser.get(f"/actor/{LOCAL}").status_code == 200


@pytest.mark.parametrize(
    ("given", "status"),
    [({}, 400), ({"one": XI, "other": XI}, 400), ({"one": XI, "other": "local:no-such"}, 404)],
)
def test_what_cannot_be_one_is_refused(browser: TestClient, given: dict[str, str], status: int) -> None:
    answer = browser.post("/actors/merge", data={**given, **WHO})
    assert answer.status_code == status
    assert browser.post("/actors/merge", data={"one": XI, "other": LOCAL}).status_code == 400


def test_a_fact_that_is_right_is_listed_among_decisions(browser: TestClient, own: Collection) -> None:
    story = next(iter(own.stories())).id
    own.correct(f"{story}#f1", accept=True, by="Ana")
    page = browser.get("/decisions").text
    assert "This is right:" in page and f"/s/{story}#f1" in page
