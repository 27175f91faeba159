"""Single records, searches, comparisons and evidence are those of Python."""

from __future__ import annotations

import json

import pytest

import dateline
from dateline.model import Reading, Stories
from dateline.products.citations import passages_of, written


def test_a_page_is_its_reading(either_api, either):
    for row in either.articles().limit(3):
        answer = either_api.get(f"articles/{row.id}")
        assert Reading.from_json(answer.content) == either.reading(row.id)


def test_a_story_is_that_of_the_command_line(either_api, either):
    (row,) = either.stories().limit(1)
    answer = either_api.get(f"stories/{row.id}")
    assert answer.json()["schema"] == "dateline.stories/1"
    assert Stories.from_json(answer.content).stories == (either.story(row.id),)


def test_an_event_comes_with_its_reports(news, newsroom):
    event = max(newsroom.events(), key=lambda row: row.reports)
    answer = news(f"events/{event.id}", limit=2, count=True)
    assert answer["event"] == json.loads(event.to_json()) and answer["total"] == event.reports
    assert {report["event"] for report in answer["items"]} == {event.id}
    assert news(f"events/{event.id}")["items"][:2] == answer["items"]


def test_somebody_is_told_with_what_the_tables_know(news, newsroom):
    (row,) = newsroom.actors(actor="Q712")  # in the fast tier, which leaves a "them" of one page unread
    assert row.articles == 4 and row.mentions == 27
    assert news("actors/Q712") == {
        "actor": "Q712", "name": "Fiji", "kind": "state", "state": "FJI", "articles": 4, "mentions": 27,
    }  # fmt: skip


def test_a_search_is_that_of_python_part_by_part(api, newsroom):
    whole = newsroom.search("minister OR said", limit=100)
    found, params = [], {"q": "minister OR said", "limit": 4}
    while True:
        answer = api.get("search", params=params).json()
        assert answer["matched"] == whole.matched and answer["query"] == whole.query
        found += answer["items"]
        if answer["next_cursor"] is None:
            break
        params["cursor"] = answer["next_cursor"]
    assert found == [json.loads(hit.to_json()) for hit in whole.hits]


def test_matches_are_counted(news, newsroom):
    counts = news("search/counts", q="minister", most=3)
    wanted = newsroom.counts("minister", most=3)
    assert {name: [one["pages"] for one in found] for name, found in counts.items()} == {
        facet.value: [one.pages for one in found] for facet, found in wanted.items()
    }


def test_two_pages_are_compared(api, newsroom):
    (row,) = newsroom.stories().limit(1)
    a, b = newsroom.story(row.id).articles[:2]
    answer = api.get("compare", params={"a": a, "b": b})
    wanted = dateline.compare(newsroom.reading(a), newsroom.reading(b))
    assert Stories.from_json(answer.content).stories == (wanted,)
    assert api.get("compare", params={"a": a, "b": a}).status_code == 400


def test_evidence_is_letter_by_letter(either_api, either):
    event = max(either.events(), key=lambda row: row.reports)
    report = next(iter(either.reports(event=event.id)))
    statement = next(iter(either.statements()))
    story = either.story(event.story)
    for of in (
        event.id,
        f"{report.article}#{report.id}",
        f"{statement.article}#{statement.id}",
        f"{story.id}#{story.facts[0].id}",
    ):
        answer = either_api.get("evidence", params={"of": of, "around": 40}).json()
        assert answer["of"] == of and answer["items"]
        for item in answer["items"]:
            cited = item["citation"]
            text = either.reading(cited["article"]).article.text
            assert cited["quote"] == text[cited["start"] : cited["end"]] != ""
            assert text[: cited["start"]].endswith(item["before"]) and len(item["before"]) <= 40
            assert cited["page_sha256"] == either.page_hash(cited["article"])


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("text", "text/plain; charset=utf-8"),
        ("bibtex", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl-json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_citations_are_those_of_the_command(api, newsroom, form, media_type):
    (row,) = newsroom.articles().limit(1)
    for answer in (
        api.get("citations", params={"of": row.id, "format": form}),
        api.get("citations", params={"of": row.id}, headers={"Accept": media_type}),
    ):
        assert answer.headers["content-type"] == media_type
        assert answer.text == written(passages_of(newsroom, row.id), form)


def test_who_is_meant_depends_on_the_day(news):
    holders = [
        news("lookup", name="the president of Kazakhstan", on=day)["items"][0]["name"]
        for day in ("2012", "2022-09-14")
    ]
    assert holders == ["Nursultan Nazarbayev", "Kassym-Jomart Tokayev"]


def test_the_service_says_what_it_is(api):
    assert api.get("health").json() == {"status": "ok"} and "etag" not in api.get("health").headers
    assert api.get("version").json()["dateline"] == dateline.__version__
