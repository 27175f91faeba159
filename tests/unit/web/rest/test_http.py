"""Answers behave as HTTP has it: forms, tags, problems, guards."""

from __future__ import annotations

from contextlib import ExitStack

import httpx
import pytest

from dateline.store import open_collection
from dateline.web.rest import forms
from tests.unit.store.postgres_server import running_server
from tests.unit.store.sample_pages import page
from tests.unit.web.rest.conftest import client_of, served


@pytest.mark.parametrize(
    "path",
    ["events?limit=3", "stories", "version", "search?q=minister", "exports/geojson", "openapi.json", "docs"],
)
def test_an_answer_that_has_not_changed_is_not_sent_again(api, path):
    first = api.get(path)
    again = api.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == first.headers["cache-control"]


def test_the_tag_changes_when_a_row_does(tmp_path, read_once):
    with open_collection(tmp_path / "news", read_many=read_once) as collection, client_of(collection) as api:
        collection.add([page("Fiji aids Tuvalu", "Fiji signed an agreement with Tuvalu.")], workers=0)
        first = api.get("articles")
        collection.add([page("Fiji aids Tonga", "Fiji signed an agreement with Tonga.")], workers=0)
        second = api.get("articles", headers={"If-None-Match": first.headers["etag"]})
        assert second.status_code == 200 and len(second.json()["items"]) == 2


def test_a_page_that_was_taken_back_is_gone(tmp_path, read_once):
    with open_collection(tmp_path / "news", read_many=read_once) as collection, client_of(collection) as api:
        collection.add([page("Fiji aids Tuvalu", "Fiji signed an agreement with Tuvalu.")], workers=0)
        (row,) = collection.articles()
        assert api.get(f"articles/{row.id}").status_code == 200
        collection.forget(article=row.id)
        gone = api.get(f"articles/{row.id}")
        assert gone.status_code == 410 and "was taken back on 20" in gone.json()["detail"]
        assert str(collection.place) not in gone.text
        assert api.get(f"articles/sha256:{0:064x}").status_code == 404


def test_head_is_get_without_its_body(api):
    for path in ("events", "health", "nothing", "events/event:0"):
        head, get = api.head(path), api.get(path)
        assert head.status_code == get.status_code and head.content == b""
        assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/json;q=0.2, application/x-ndjson", "application/x-ndjson"),
        ("application/json;q=0, */*", "application/x-ndjson"),
        ("application/*", "application/json"),
        ("APPLICATION/GEO+JSON", "application/geo+json"),
    ],
)
def test_accept_chooses_the_form(api, accept, media_type):
    answer = api.get("events", params={"limit": 1}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media_type and "Accept" in answer.headers["vary"]


def test_format_comes_before_accept(api):
    answer = api.get("events", params={"format": "csv"}, headers={"Accept": "application/json"})
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("path", ["events", "pictures/map", "citations?of=event:0"])
def test_what_cannot_be_had_is_refused_with_what_can(api, path):
    refused = api.get(path, headers={"Accept": "audio/ogg"})
    assert refused.status_code == 406 and "ask for one of" in refused.json()["detail"]


def test_what_a_missing_package_would_write_names_the_package(api, monkeypatch):
    monkeypatch.setattr(forms, "find_spec", lambda _: None)
    refused = api.get("events", params={"format": "parquet", "limit": 11})
    assert refused.status_code == 406 and "pip install 'dateline-news[analysis]'" in refused.json()["detail"]


WRONG = [
    ("events?actr=KAZ", 422, "no parameter 'actr' here; did you mean actor?"),
    ("articles?status=planned", 422, "no parameter 'status' here"),
    ("health?verbose=1", 422, "It takes no parameters"),
    ("version?limit=1", 422, "It takes no parameters"),
    ("events?limit=0", 422, "limit cannot be '0'"),
    ("events?limit=1&limit=2", 422, "limit is given several times"),
    ("events?after=soon", 422, "write a day as 2024-03-12"),
    ("events?after=2023-02-29", 422, "there is no such day"),
    ("events?status=maybe", 422, "status cannot be 'maybe'"),
    ("events?root=DANCE", 422, "'DANCE' is no root: use one of AGREE"),
    ("events?context=DANCE", 422, "'DANCE' is no context: give one of military"),
    ("events?between=KAZ", 422, "between cannot be"),
    ("events?actor=", 422, "actor cannot be ''"),
    ("events?actor=a%00b", 422, "actor cannot be"),
    ("events?cursor=abc", 400, "no cursor of this question"),
    ("events?format=xml", 422, "format cannot be 'xml'"),
    ("search", 422, "q is missing"),
    ("search?q=after:soon", 400, "soon"),
    ("events/event:0", 404, "no event event:0"),
    ("events/e1", 422, "event cannot be 'e1'"),
    ("stories/story:0", 404, "has no story story:0"),
    ("articles/sha256:" + "0" * 64, 404, "has no article sha256:0"),
    ("actors/Q0", 404, "No pages name an actor Q0"),
    ("evidence?of=event:0", 404, "has no event:0"),
    ("citations?of=event:0", 404, "event:0"),
    ("compare?a=1&b=2", 422, "a cannot be '1'"),
    ("pictures/pie", 422, "kind cannot be 'pie'"),
    ("pictures/dyad", 422, "between is missing"),
    ("pictures/map?format=png&theme=auto", 400, "light or dark"),
    ("exports/xlsx", 422, "to cannot be 'xlsx'"),
    ("pictures/a%0Ab", 422, "kind cannot be"),
    ("no%0Athing", 404, "docs tells what there is"),
    ("nothing", 404, "/api/v1/docs tells what there is"),
]


@pytest.mark.parametrize(("path", "status", "told"), WRONG, ids=[path[:40] for path, *_ in WRONG])
def test_a_wrong_question_gets_a_problem_that_says_what_to_do(api, path, status, told):
    refused = api.get(path)
    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"
    problem = refused.json()
    assert problem["status"] == status and problem["title"] and told in problem["detail"]
    assert "\n" not in problem["detail"] and len(problem["detail"]) <= 600


def test_it_only_reads(api):
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        refused = api.request(method, "events")
        assert refused.status_code == 405 and refused.headers["allow"] == "GET, HEAD"
        assert refused.headers["content-type"] == "application/problem+json"


def test_a_place_on_disk_is_not_told(api, newsroom):
    for path in ("stories/story:0", "articles/sha256:" + "0" * 64, "evidence?of=event:0", "exports/geojson"):
        assert newsroom.place not in api.get(path).text


def test_it_stands_behind_the_guards(newsroom):
    with served(newsroom, token="a secret") as address, httpx.Client(base_url=f"{address}/api/v1/") as api:
        assert api.get("events").status_code == 401
        assert api.get("openapi.json").status_code == 401
        shown = {"Authorization": "Bearer a secret"}
        assert api.get("events", headers=shown).status_code == 200
        schema = api.get("openapi.json", headers=shown).json()
        assert (
            schema["security"] == [{"token": []}] and "401" in schema["paths"]["/events"]["get"]["responses"]
        )
        assert api.get("events", headers={**shown, "Host": "elsewhere.example"}).status_code == 421
        answer = api.get("events", headers=shown)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_the_bare_address_leads_to_the_page_for_people(api):
    answer = api.get("", follow_redirects=True)
    assert answer.status_code == 200 and answer.url.path == "/api/v1/docs"


def test_a_database_that_went_away_is_a_problem_that_says_so(read_once):
    with ExitStack() as stack:
        with running_server() as server:
            collection = stack.enter_context(open_collection(server.new_database(), read_many=read_once))
            api = stack.enter_context(client_of(collection))
            assert api.get("health").status_code == 200
        for path in ("health", "events"):
            refused = api.get(path)
            assert refused.status_code == 503 and "cannot be reached" in refused.json()["detail"]
            assert "postgresql://" not in refused.text
