"""What a reader chooses, and the address as the state of a page."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from dateline.web.addresses import with_params, without_params
from dateline.web.formats import Form, form_addresses, split_form


def request_for(address: str) -> Request:
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    return Request({**scope, "server": ("localhost", 80), "scheme": "http"})


def test_choices_are_kept_in_the_browser(client):
    client.post("/settings", data={"zone": "Asia/Almaty", "theme": "dark"})
    shown = client.get("/settings").text
    assert 'data-theme="dark"' in shown and "<option selected>Asia/Almaty</option>" in shown
    assert "keys.mjs" not in shown


@pytest.mark.parametrize("cookie", ["zone=Mars/Base", "theme=<script>", "zone=../../etc/passwd"])
def test_nonsense_is_as_if_nothing_were_chosen(client, cookie):
    shown = client.get("/settings", headers={"cookie": cookie}).text
    assert "<option selected>UTC</option>" in shown and "data-theme" not in shown


def test_an_unknown_address_is_told_in_words(client):
    answer = client.get("/nothing")
    assert answer.status_code == 404 and "There is nothing at /nothing" in answer.text
    assert client.get("/nothing.json").json() == {
        "error": "There is nothing at /nothing.json: it may have been taken back, or the address is cut short."
    }


def test_another_parameter_keeps_the_rest_and_goes_to_the_first_part():
    asked = request_for("/stories?status=happened&q=a+b&cursor=20")
    assert with_params(asked, status="denied") == "/stories?q=a+b&status=denied"
    assert with_params(asked, status=["denied", "planned"]) == "/stories?q=a+b&status=denied&status=planned"
    assert with_params(asked, q=None) == "/stories?status=happened"


def test_one_value_of_several_is_taken_away():
    asked = request_for("/stories?actor=KAZ&actor=CHN")
    assert without_params(asked, actor="KAZ") == "/stories?actor=CHN"
    assert without_params(asked, "actor") == "/stories"


def test_an_address_ends_with_its_format():
    assert split_form("sha256:12.json") == ("sha256:12", Form.JSON)
    assert split_form("sha256:12") == ("sha256:12", Form.PAGE)
    addresses = form_addresses(request_for("/stories?q=x"), Form.JSON, Form.CSV)
    assert addresses == ((".json", "/stories.json?q=x"), (".csv", "/stories.csv?q=x"))
