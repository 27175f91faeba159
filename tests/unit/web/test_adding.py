"""Pages that are brought in by browser."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile

import pytest
from starlette.testclient import TestClient

from dateline.store import open_collection
from dateline.store.writer import sole_writer
from dateline.web import Site, web_app
from dateline.web.screens.adding import receiving
from tests.unit.store.sample_pages import PAGES


@pytest.fixture
def own(tmp_path, read_once):
    """An empty collection and a reader of its pages."""
    with (
        open_collection(tmp_path / "own", read_many=read_once) as collection,
        TestClient(web_app(Site(collection)), base_url="http://localhost", follow_redirects=False) as client,
    ):
        yield collection, client


def over(client, address):
    """What is told when nothing more will come of it."""
    for _ in range(200):
        told = client.get(f"{address}.json").json()
        if told["is_over"]:
            return told
        time.sleep(0.05)
    raise AssertionError(told)


def files(*named):
    return [("file", (name, data)) for name, data in named]


def test_files_are_read_and_lead_to_their_stories(own):
    collection, client = own
    sent = files(*((path.name, path.read_bytes()) for path in PAGES[:4]))
    answer = client.post("/pages", files=sent)
    assert answer.status_code == 303
    told = over(client, answer.headers["location"])
    assert told["state"] == "done" and told["report"]["new"] == 4
    assert len(collection.articles()) == 4
    shown = client.get(answer.headers["location"]).text
    assert "4 new" in shown and all(address in shown for address in told["stories"])
    assert {one["source"][4:] for one in told["articles"]} == {path.name for path in PAGES[:4]}


def test_pages_that_are_known_lead_to_what_was_read(own):
    _, client = own
    sent = files(("a.txt", PAGES[2].read_bytes()))
    first = over(client, client.post("/pages", files=sent).headers["location"])
    again = over(client, client.post("/pages", files=sent).headers["location"])
    assert again["report"]["known"] == 1 and again["stories"] == first["stories"] != []


def test_what_is_rejected_is_told_with_its_name_and_reason(own):
    _, client = own
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.html", b"a" * 30_000_000)
    sent = files(("empty.html", b""), ("bomb.zip", bomb.getvalue()), ("a.exe", b"MZ\x00\x01\x02\x00" * 100))
    told = over(client, client.post("/pages", files=sent).headers["location"])
    assert told["report"]["rejected"] >= 2 and told["report"]["read"] == 0
    assert all(
        "/tmp" not in one["message"] and "dateline-pages-" not in one["message"]
        for one in told["report"]["rejections"]
    )
    shown = client.get(told["address"]).text
    assert "Rejected" in shown and "empty.html" in shown


def test_a_list_of_files_reads_nothing_of_this_machine(own, tmp_path):
    collection, client = own
    secret = tmp_path / "secret.html"
    secret.write_bytes(PAGES[0].read_bytes())
    sent = files(
        ("list.txt", f"{secret}\n{secret}\n".encode()), ("../../../etc/x.html", b"<p>Kenya met Uganda.</p>")
    )
    told = over(client, client.post("/pages", files=sent).headers["location"])
    assert told["report"]["rejected"] + told["report"]["read"] == 2
    assert all("Larkfield" not in (row.title or "") and row.outlet is None for row in collection.articles())


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "https://exa mple.org", "javascript:x", "-"]
)
def test_only_addresses_of_pages_are_fetched(own, address):
    _, client = own
    assert client.post("/pages", data={"address": address}).status_code == 400


def test_a_private_address_is_refused(own):
    _, client = own
    told = over(client, client.post("/pages", data={"address": "http://127.0.0.1:9/x"}).headers["location"])
    assert told["report"]["read"] == 0 and told["report"]["rejections"][0]["code"] == "forbidden_address"


def test_nothing_and_too_much_are_refused(own, monkeypatch):
    _, client = own
    assert client.post("/pages", data={"address": ""}).status_code == 400
    monkeypatch.setattr(receiving, "MOST_BYTES", 1_000)
    assert client.post("/pages", files=files(("a.html", b"a" * 2_000))).status_code == 413


def test_a_script_gets_json(own):
    _, client = own
    answer = client.post(
        "/pages", files=files(("a.txt", b"Kenya met Uganda.")), headers={"accept": "application/json"}
    )
    assert answer.status_code == 202 and answer.json()["address"].startswith("/pages/")
    over(client, answer.json()["address"])


def test_another_site_may_not_bring_pages(own):
    _, client = own
    answer = client.post("/pages", files=files(("a.txt", b"x")), headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_while_another_writes_pages_wait_and_not_too_many(own):
    collection, client = own
    sent = files(("a.txt", PAGES[2].read_bytes()))
    with sole_writer(collection.holdings.database):
        answers = [client.post("/pages", files=sent) for _ in range(12)]
    assert {answer.status_code for answer in answers} == {303, 503}
    first = next(answer for answer in answers if answer.status_code == 303)
    assert over(client, first.headers["location"])["report"]["new"] == 1


def test_an_unknown_number_is_not_found(own):
    assert own[1].get("/pages/77").status_code == 404


def test_what_broke_off_with_its_server_is_told_with_what_is_kept(tmp_path, read_once):
    place = tmp_path / "own"
    open_collection(place, read_many=read_once).close()
    command = [sys.executable, "-m", "tests.unit.web.bringing_child", str(place), *map(str, PAGES[:4])]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = child.stdout.readline().strip()
    with (
        open_collection(place, read_many=read_once) as collection,
        TestClient(web_app(Site(collection)), base_url="http://localhost", follow_redirects=False) as client,
    ):
        for _ in range(400):
            if len(collection.articles()):
                break
            time.sleep(0.05)
        time.sleep(0.2)  # until it is noted in which run they were read
        assert client.get(f"{address}.json").json()["state"] == "reading"
        assert "Broken off" not in client.get("/desk?tab=runs").text
        child.kill()
        child.wait()
        told = client.get(f"{address}.json").json()
        assert (told["state"], told["is_over"], told["inputs"]) == ("broken", True, 4)
        kept = len(collection.articles())
        assert 1 <= len(told["articles"]) == kept <= 2
        page = client.get(address).text
        assert "The server ended while it read them." in page and "Send the same files" in page
        assert all(one["address"] in page for one in told["articles"])
        assert f'href="{address}"' in client.get("/desk?tab=runs").text
        again = files(*((path.name, path.read_bytes()) for path in PAGES[:4]))
        report = over(client, client.post("/pages", files=again).headers["location"])["report"]
        assert (report["new"], report["known"]) == (4 - kept, kept)


def test_what_ended_well_is_known_to_the_next_server(own):
    collection, client = own
    sent = files(("a.txt", PAGES[2].read_bytes()))
    address = client.post("/pages", files=sent).headers["location"]
    over(client, address)
    with TestClient(web_app(Site(collection)), base_url="http://localhost") as other:
        for _ in range(200):  # until its end is noted
            if (state := other.get(f"{address}.json").json()["state"]) == "done":
                break
            time.sleep(0.05)
        assert state == "done"
        assert "1 input came" in other.get(address).text
        assert "Broken off" not in other.get("/desk?tab=runs").text


def test_an_error_in_place_of_a_report_is_counted_and_a_page_without_text_rejected(own):
    collection, client = own
    error = b"<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"
    answer = client.post("/pages", files=files(("error.html", error), ("blank.html", b"<html></html>")))
    told = over(client, answer.headers["location"])
    assert (told["report"]["new"], told["report"]["rejected"]) == (1, 1)
    shown = client.get(answer.headers["location"]).text
    assert "1 with an error or a wall in place of a report" in shown and "blank.html has no text" in shown
    assert len(collection.articles()) == 1
