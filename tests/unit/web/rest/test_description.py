"""The description is whole, says what it means, and is a page that runs no script of others."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from dateline.store import ActorRow, ArticleRow, EventRow, ReportRow, StatementRow, StoryRow
from dateline.web.rest.openapi import RECORDS

ROWS = (ActorRow, ArticleRow, EventRow, ReportRow, StatementRow, StoryRow)


@pytest.fixture(scope="module")
def schema(api):
    return api.get("openapi.json").json()


def _walk(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def test_every_reference_leads_somewhere(schema):
    wanted = {one["$ref"] for one in _walk(schema) if isinstance(one.get("$ref"), str)}
    assert {ref.rpartition("/")[2] for ref in wanted} <= schema["components"]["schemas"].keys()
    assert {kind.__name__ for kind in RECORDS} <= schema["components"]["schemas"].keys()


def test_every_question_and_parameter_says_what_it_is_for(schema):
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert operation["summary"] and operation["description"], path
            for parameter in operation.get("parameters", ()):
                assert parameter["description"], (path, parameter["name"])


@pytest.mark.parametrize("kind", ROWS)
def test_every_field_of_a_row_is_described(schema, kind):
    properties = schema["components"]["schemas"][kind.__name__]["properties"]
    assert properties.keys() == {field.name for field in fields(kind)}
    assert all(one.get("description") for one in properties.values())


def test_answers_and_examples_are_as_described(api, schema):
    jsonschema = pytest.importorskip("jsonschema")
    checked = 0
    for path, operations in schema["paths"].items():
        content = operations["get"]["responses"]["200"]["content"].get("application/json", {})
        validator = jsonschema.Draft202012Validator(
            {**content.get("schema", {}), "components": schema["components"]}
        )
        if "example" in content:
            validator.validate(content["example"])
            checked += 1
        needs = [one for one in operations["get"].get("parameters", ()) if one.get("required")]
        if "schema" in content and not needs:
            validator.validate(api.get(path.removeprefix("/")).json())
    assert checked > 8


def test_single_answers_are_as_described(api, newsroom, schema):
    jsonschema = pytest.importorskip("jsonschema")
    story = newsroom.story(next(iter(newsroom.stories())).id)
    event = next(iter(newsroom.events()))
    a, b = story.articles[:2]
    asked = {
        "/articles/{article}": f"articles/{a}",
        "/events/{event}": f"events/{event.id}?count=true",
        "/stories/{story}": f"stories/{story.id}",
        "/actors/{actor}": "actors/Q712",
        "/lookup": "lookup?name=Fiji&on=2024",
        "/search": "search?q=minister",
        "/search/counts": "search/counts?q=minister",
        "/compare": f"compare?a={a}&b={b}",
        "/evidence": f"evidence?of={event.id}",
        "/pictures/dyad": "pictures/dyad?between=USA&between=CHN&format=json",
        "/pictures/matrix": f"pictures/matrix?story={story.id}&format=json",
        "/pictures/{kind}": "pictures/map?format=json",
    }
    for path, address in asked.items():
        content = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        described = {**content["schema"], "components": schema["components"]}
        jsonschema.Draft202012Validator(described).validate(api.get(address).json())


def test_the_page_shows_every_question_and_record(api, schema):
    answer = api.get("docs")
    assert answer.headers["content-type"].startswith("text/html")
    for path in schema["paths"]:
        assert f"<code>/api/v1{path}</code>" in answer.text
    for kind in RECORDS:
        assert f'id="record-{kind.__name__}"' in answer.text
    ids = re.findall(r' id="([^"]+)"', answer.text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', answer.text)) <= set(ids)


def test_the_page_runs_no_script_of_others(api):
    answer = api.get("docs")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert " style=" not in answer.text and "<style" not in answer.text
    for source in re.findall(r'<script[^>]*src="([^"]+)"', answer.text):
        assert source.startswith("/static/")
    assert not re.findall(r"<script(?![^>]*\bsrc=)", answer.text)
