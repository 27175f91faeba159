"""Who may ask, and what a browser may do with the answer."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dateline.web import Site, web_app


@pytest.fixture
def guarded(newsroom):
    site = Site(newsroom, frozenset({"news.example"}), token="s3cret")
    with TestClient(web_app(site), base_url="http://news.example", follow_redirects=False) as client:
        yield client


def test_every_answer_forbids_all_but_our_own_style_and_scripts(client):
    for address in ("/settings", "/keys", "/nothing", "/static/dateline.css", "/static/js/keys.mjs"):
        headers = client.get(address).headers
        assert headers["content-security-policy"].startswith(
            "default-src 'none'; script-src 'self'; style-src 'self';"
        )
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["evil.example", "localhost.evil.example", "", "[", "127.0.0.1.nip.io"])
def test_it_answers_under_its_own_names_only(client, name):
    assert client.get("/keys", headers={"host": name}).status_code == 421


@pytest.mark.parametrize("name", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_any_name_of_this_machine_will_do(client, name):
    assert client.get("/keys", headers={"host": name}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost.evil.example"},
        {"origin": "http://localhost:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost"},
        {"origin": "http://["},
    ],
)
def test_what_changes_something_is_not_taken_from_another_site(client, headers):
    answer = client.post("/settings", data={"theme": "dark"}, headers=headers)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


def test_what_changes_something_is_taken_from_our_own_pages(client):
    headers = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    answer = client.post("/settings", data={"theme": "dark", "back": "/keys"}, headers=headers)
    assert answer.status_code == 303 and answer.headers["location"] == "/keys"


@pytest.mark.parametrize(
    "back", ["//evil.example/x", "http://evil.example", "\\\\evil.example", "/\\evil.example", "javascript:1"]
)
def test_nobody_is_sent_to_another_site(client, back):
    assert client.post("/settings", data={"back": back}).headers["location"] == "/stories"


def test_without_the_token_nothing_is_told(guarded):
    for address in ("/", "/stories", "/keys", "/static/dateline.css", "/api/v1/stories"):
        answer = guarded.get(address)
        assert answer.status_code == 401 and "s3cret" not in answer.text
    assert guarded.get("/keys", headers={"authorization": "Bearer other"}).status_code == 401
    assert guarded.get("/keys?token=other").status_code == 401


def test_the_token_is_sent_as_a_header(guarded):
    assert guarded.get("/keys", headers={"authorization": "Bearer s3cret"}).status_code == 200


def test_the_address_with_the_token_leads_to_the_one_without(guarded):
    answer = guarded.get("/keys?a=1&token=s3cret&a=2")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/keys?a=1&a=2")
    assert "HttpOnly" in answer.headers["set-cookie"] and "SameSite=strict" in answer.headers["set-cookie"]
    assert guarded.get("/keys").status_code == 200  # the cookie does it from now on


def test_over_tls_the_cookie_is_sent_over_tls_alone(newsroom):
    site = Site(newsroom, frozenset({"news.example"}), token="s3cret")
    with TestClient(web_app(site), base_url="https://news.example", follow_redirects=False) as client:
        assert "Secure" in client.get("/keys?token=s3cret").headers["set-cookie"]


def test_a_defect_is_told_in_words_behind_the_same_guards(newsroom, monkeypatch, caplog):
    monkeypatch.setattr("dateline.web.screens.choices.THEMES", None)
    app = web_app(Site(newsroom))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/settings")
    assert answer.status_code == 500 and "defect of Dateline" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "/settings failed" in caplog.text
