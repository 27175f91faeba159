"""The search page."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest


def test_hits_show_what_was_found_and_their_story(client, newsroom):
    shown = client.get("/search?q=rockets").text
    assert re.search(r"<mark>[Rr]ockets</mark>", shown)
    hit = newsroom.search("rockets").hits[0]
    passage = hit.passages[0]
    assert f"/a/{hit.article}?at={passage.span.start}-{passage.span.end}#c{passage.span.start}" in shown
    assert 'data-key="c"' in shown


def test_counts_narrow_the_search(client):
    shown = client.get("/search?q=port").text
    links = re.findall(
        r'<li><a href="(/search\?q=[^"]*)".*?</a><span class="n">(\d+)</span>', shown, re.DOTALL
    )
    assert len(links) > 5
    for address, pages in links[:8]:
        assert f"<h1>{pages} page" in client.get(unescape(address)).text


def test_what_cannot_be_read_is_shown_at_its_place(client):
    answer = client.get("/search", params={"q": "port foo:bar <b>"})
    assert answer.status_code == 400
    assert '<code>port <mark class="at">foo:bar</mark> &lt;b&gt;</code>' in answer.text
    assert client.get("/search.json?q=foo:bar").json()["error"].startswith("there is no field")


def test_an_id_leads_to_what_it_names(client, newsroom):
    story = next(iter(newsroom.stories())).id
    article = newsroom.story(story).articles[0]
    leads = {
        story: f"/s/{story}",
        article: f"/a/{article}",
        f"{article}#e1": f"/a/{article}?ev=e1",
        "Q664": "/actor/Q664",
    }
    for id_, address in leads.items():
        answer = client.get("/search", params={"q": id_})
        assert (answer.status_code, answer.headers.get("location")) == (303, address)
    assert client.get("/search", params={"q": "story:0123456789abcdef"}).status_code == 200


@pytest.mark.parametrize("query", ["order=luck", "cursor=x", "cursor=1001", "q=" + "a" * 3000])
def test_bad_parameters_are_refused(client, query):
    assert client.get(f"/search?{query}").status_code == 400


def test_the_same_in_other_formats(client, newsroom):
    found = newsroom.search("rockets")
    assert client.get("/search.json?q=rockets").json()["matched"] == found.matched
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=rockets").text)))
    assert [row["article"] for row in rows] == [hit.article for hit in found.hits]
    assert rows[0]["article"] in client.get("/search.md?q=rockets").text


def test_nothing_found_says_what_to_do(client):
    assert "Take a word away" in client.get("/search?q=zzzzunknown").text
