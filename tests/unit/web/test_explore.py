"""Explore: one question in the address, and every view, format and link of it tells of the same events."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from dateline.model import RawPage
from dateline.store import Collection, open_collection
from dateline.web import Site, web_app
from dateline.web.answers import plain_cell
from dateline.web.screens.explore.found import Found

VIEWS = ("all", "map", "time", "net", "table")


def _rows(client: TestClient, query: str = "") -> list[dict]:
    return client.get(f"/explore.json?view=table&{query}").json()["rows"]


@pytest.mark.parametrize("view", [*VIEWS, "sql"])
def test_every_view_is_a_page_without_inline_style_or_script(client, view):
    answer = client.get(f"/explore?view={view}")
    assert answer.status_code == 200
    assert "<style" not in answer.text and " style=" not in answer.text and "onclick" not in answer.text
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", answer.text))


def test_all_views_count_the_same_events(client, newsroom):
    total = newsroom.events().count()
    assert len(_rows(client)) == total
    assert sum(int(row["events"]) for row in client.get("/explore.json?view=map").json()["rows"]) == total
    assert f"<h1>{total} events</h1>" in client.get("/explore").text


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("status=planned", lambda row: row["status"] == "planned"),
        ("status=planned&status=denied", lambda row: row["status"] in ("planned", "denied")),
        ("root=CONSULT", lambda row: row["root"] == "CONSULT"),
        ("country=BWA", lambda row: "BWA" in row["source_states"] + row["target_states"]),
        ("place=Botswana", lambda row: row["place"] == "Botswana"),
        ("placed=no", lambda row: row["place"] is None),
        ("placed=yes", lambda row: row["place"] is not None),
        ("dated=yes", lambda row: (row["date"] or "").startswith(row["day"] or "?")),
        ("dated=no", lambda row: not (row["date"] or "").startswith(row["day"] or "?")),
        ("min_independent=2", lambda row: row["independent"] >= 2),
        ("from=2024-06-01&to=2024-06-19", lambda row: "2024-06-01" <= (row["day"] or "") <= "2024-06-19"),
        (
            "actor=Botswana&actor=Namibia",
            lambda row: {"BWA", "NAM"} <= {*row["source_states"], *row["target_states"]},
        ),
    ],
)
def test_a_filter_lets_through_what_it_says_and_all_of_it(client, query, holds):
    found = _rows(client, query)
    assert found and all(map(holds, found))
    assert len(found) == sum(bool(holds(row)) for row in _rows(client))


@pytest.mark.parametrize(
    "query",
    [
        "status=maybe", "view=globe", "from=yesterweek", "to=2024-13-01", "from=2024-02-02&to=2024-01-01", "root=DANCE", "country=XXX",
        "min_independent=0", "min_independent=x", "newest=100000", "sort=colour", "view=table&cursor=x", "between=China", "placed=maybe",
        "actors=501", "lanes=rows",
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_one_line(client, query):
    answer = client.get(f"/explore?{query}")
    assert answer.status_code == 400 and "Traceback" not in answer.text
    told = client.get(f"/explore.json?{query}").json()["error"]
    assert "\n" not in told and 10 < len(told) < 600


def test_an_unknown_format_is_not_there(client):
    assert client.get("/explore.exe").status_code == 404


def _links(page: str, view: str) -> list[tuple[str, int]]:
    """The links of a picture with the number of events that each promises."""
    drawing = re.search(rf'<svg class="picture"(?:(?!</svg>).)*{view}-title.*?</svg>', page, re.DOTALL)[0]
    found = re.findall(
        r'<a href="([^"]+)" aria-label="[^"]*?(\d+) (?:event|happened|planned|denied|hypo)', drawing
    )
    return [(unescape(address), int(count)) for address, count in found]


@pytest.mark.parametrize("view", ["map", "time", "net"])
def test_a_place_and_a_mark_lead_to_as_many_events_as_they_say(client, view):
    links = _links(client.get(f"/explore?view={view}").text, view)
    assert links
    for address, count in links[:25]:
        assert len(_rows(client, urlsplit(address).query.replace(f"view={view}", ""))) == count, address


def test_a_line_of_the_network_leads_to_events_in_which_both_take_part(client):
    links = _links(client.get("/explore?view=net").text, "net")
    pairs = [asked["pair"] for address, _ in links if "pair" in (asked := parse_qs(urlsplit(address).query))]
    two = pairs[0]
    found = _rows(client, f"pair={two[0]}&pair={two[1]}")
    assert found and all(
        set(two) <= {*row["source"], *row["target"], *row["source_actors"], *row["target_actors"]}
        for row in found
    )


def test_a_chip_takes_its_filter_away_and_leaves_the_others(client):
    page = client.get("/explore?view=table&status=planned&status=denied&root=CONSULT").text
    chips = dict(re.findall(r'href="([^"]+)" aria-label="Remove ([^"]+)"', page))
    assert {unescape(name) for name in chips.values()} == {"status planned", "status denied", "act CONSULT"}
    without = next(unescape(address) for address, name in chips.items() if name == "status denied")
    assert parse_qs(urlsplit(without).query) == {
        "view": ["table"],
        "status": ["planned"],
        "root": ["CONSULT"],
    }


def test_facets_of_one_value_add_up(client):
    page = client.get("/explore?view=table").text
    facet = re.search(r"<h3>Status</h3><ul>(.*?)</ul>", page, re.DOTALL)[1]
    assert sum(map(int, re.findall(r'class="n">(\d+)<', facet))) == len(_rows(client))


@pytest.mark.parametrize(
    ("sort", "key"), [("day", "day"), ("-independent", "independent"), ("status", "status")]
)
def test_the_table_is_in_the_order_of_a_column(client, sort, key):
    values = [row[key] or "" for row in _rows(client, f"sort={sort}")]
    assert values == sorted(values, reverse=sort.startswith("-"))
    page = client.get(f"/explore?view=table&sort={sort}").text
    assert page.count("aria-sort=") == 1


def test_all_rows_are_on_the_parts_of_the_table_once(client, newsroom):
    seen, address = [], "/explore?view=table"
    while address:
        page = client.get(address).text
        seen += re.findall(r'class="num"><a class="plain" href="/e/([^"]+)"', page)
        follows = re.search(r'href="([^"]+)" rel="next"', page)
        address = unescape(follows[1]) if follows else None
    assert len(seen) == len(set(seen)) == newsroom.events().count()


def test_rows_have_the_words_that_they_rest_on(client, newsroom):
    page = client.get("/explore?view=table").text
    quoted = [unescape(words) for words in re.findall(r'<q dir="auto">([^<]*)</q>', page)]
    texts = [newsroom.reading(row.id).article.text for row in newsroom.articles()]
    assert len(quoted) == 40 and all(any(words in text for text in texts) for words in quoted)


def test_the_newest_are_shown_and_it_is_said_of_how_many(client, newsroom):
    page = client.get("/explore?newest=10").text
    assert f"The newest 10 of {newsroom.events().count()} events" in page and "of these newest alone" in page


def test_csv_geojson_and_markdown_have_the_rows(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/explore.csv?view=table&status=denied").text)))
    features = client.get("/explore.geojson?status=denied").json()["features"]
    lines = client.get("/explore.md?view=table&status=denied").text.splitlines()
    assert len(rows) == len(features) == len(_rows(client, "status=denied"))
    assert sum(line.startswith("| event") for line in lines) == len(rows)


def test_what_is_coarser_than_a_town_is_no_point(client):
    features = client.get("/explore.geojson?placed=yes").json()["features"]
    exact = {"city", "point"}
    assert features and all(
        not one["geometry"] or one["properties"]["precision"] in exact for one in features
    )
    assert any(one["geometry"] is None for one in features)


def test_a_picture_has_its_numbers_as_csv(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/explore.csv?view=net").text)))
    assert rows and set(rows[0]) == {"from", "to", "tone", "status", "events"}


def test_the_question_of_a_page_can_be_gone_on_with_in_sql(client):
    page = client.get("/explore?view=table&status=planned&country=NAM&from=2024-01-01").text
    address = unescape(re.search(r'href="(/explore\?view=sql[^"]+)"', page)[1])
    answer = client.get(address.replace("/explore?", "/explore.json?")).json()
    assert {row[0] for row in answer["rows"]} == {
        row["id"] for row in _rows(client, "status=planned&country=NAM&from=2024-01-01")
    }


@pytest.mark.parametrize(
    ("sql", "status", "told"),
    [
        ("SELECT * FROM alerts", 400, "not among those"),
        ("DELETE FROM events", 400, "Only a SELECT"),
        ("SELECT x FROM events", 400, "no such column"),
    ],
)
def test_sql_that_is_refused_says_why(client, sql, status, told):
    answer = client.get("/explore", params={"view": "sql", "sql": sql})
    assert answer.status_code == status and told in answer.text
    assert client.get("/explore.json", params={"view": "sql", "sql": sql}).json()["error"]


def test_an_answer_in_sql_is_a_table_and_csv(client):
    asked = {"view": "sql", "sql": "SELECT status, count(*) AS n FROM events GROUP BY 1 ORDER BY 1"}
    assert '<th scope="col">status</th>' in client.get("/explore", params=asked).text
    rows = list(csv.DictReader(io.StringIO(client.get("/explore.csv", params=asked).text)))
    assert sum(int(row["n"]) for row in rows) == len(_rows(client))


def test_an_empty_collection_says_what_to_do(tmp_path, read_once):
    with open_collection(tmp_path / "empty", read_many=read_once) as opened:
        client = TestClient(web_app(Site(opened)), base_url="http://localhost")
        for view in VIEWS:
            answer = client.get(f"/explore?view={view}")
            assert answer.status_code == 200 and "No event answers this" in answer.text


@pytest.fixture
def hostile(tmp_path, read_once) -> Collection:
    evil = "<script>alert(1)</script>"
    text = f"{evil} Norway warns\n\n12 March 2024\n\nNorway warned Tonga in Oslo on 11 March 2024, said {evil}. =2+3 Norway met Tonga.\n"
    with open_collection(tmp_path / "hostile", read_many=read_once) as opened:
        opened.add(
            [RawPage(text, "evil", "javascript:alert(1)", "2024-03-12", f'"><img src=x onerror=1>{evil}')]
        )
        yield opened


@pytest.mark.parametrize("view", [*VIEWS, "sql&sql=SELECT+*+FROM+articles"])
def test_what_pages_say_stays_text(hostile, view):
    client = TestClient(web_app(Site(hostile)), base_url="http://localhost")
    page = client.get(f"/explore?view={view}&q=").text
    assert "<script>alert" not in page and "<img src=x" not in page and 'href="javascript' not in page
    asked = "%3Cscript%3Ealert(1)%3C/script%3E"
    assert "<script>alert" not in client.get(f"/explore?q={asked}&actor={asked}&place={asked}").text


def test_what_was_looked_into_is_said():
    rows = (None,) * 3
    assert Found(rows, 3).said == "3 events"
    assert Found(rows, 3, "2024-03-12").said == "3 events since 12 Mar 2024"
    assert Found(rows, 9, "2024-03-12").said == "the newest 3 of 9 events since 12 Mar 2024"
    assert Found(rows, None).said == "the newest 3 of more than 10,000 events"


def test_no_cell_of_a_table_is_a_formula(hostile):
    client = TestClient(web_app(Site(hostile)), base_url="http://localhost")
    for address in ("/explore.csv?view=table", "/stories.csv", "/events.csv", "/statements.csv"):
        for row in csv.reader(io.StringIO(client.get(address).text)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))], address
    assert plain_cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")' and plain_cell(-5.0) == "-5"
