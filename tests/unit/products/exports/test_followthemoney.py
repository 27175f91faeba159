"""FollowTheMoney: entities that its own library takes, and without the library those of an excerpt of its schema (4.11.2)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

SCHEMA = json.loads((Path(__file__).parent / "followthemoney_excerpt.json").read_text(encoding="utf-8"))
FORMS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "identifier": re.compile(r"Q[1-9]\d*"),
    "url": re.compile(r"https?://\S+"),
}


@pytest.fixture
def entities(exported):
    return [json.loads(line) for line in exported("ftm").read_text(encoding="utf-8").splitlines()]


def of(entities, *schemata):
    return [one["properties"] for one in entities if one["schema"] in schemata]


def test_every_entity_follows_its_schema(entities):
    schemata = {one["id"]: one["schema"] for one in entities}
    for entity in entities:
        schema = SCHEMA[entity["schema"]]
        assert set(schema["required"]) <= set(entity["properties"])
        for name, values in entity["properties"].items():
            told = schema["properties"][name]
            assert values and all(isinstance(value, str) for value in values)
            if told["type"] == "entity":
                assert all(told["range"] in SCHEMA[schemata[value]]["is_a"] for value in values)
            elif told["type"] in FORMS:
                assert all(FORMS[told["type"]].fullmatch(value) for value in values), (name, values)


def test_the_library_takes_every_entity_as_it_is(entities):
    followthemoney = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed (it needs ICU)"
    )
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }


def test_no_id_stands_for_two_entities(entities):
    ids = [one["id"] for one in entities]
    assert len(ids) == len(set(ids))


def test_kinds_of_actors_are_kept_apart(entities):
    named = {one["properties"]["name"][0]: one["schema"] for one in entities if "name" in one["properties"]}
    assert named["Xi Jinping"] == named["Ole Rand"] == "Person"
    assert named["Kazakhstan"] == named["Indonesian National Police"] == "PublicBody"


def test_an_actor_of_one_page_is_an_entity_of_that_event_alone(entities, rows):
    told = [row for row in rows("events") if "Ole Rand" in (row["source"], row["target"])]
    assert len([one for one in of(entities, "Person") if one["name"] == ["Ole Rand"]]) == len(told) == 2


def test_what_did_not_happen_says_so_in_its_name(entities):
    planned = [one for one in of(entities, "Event") if "planned" in one["keywords"]]
    assert planned and all(one["name"][0].endswith("(planned)") for one in planned)


def test_who_did_it_to_whom_is_a_link(entities):
    names = {one["id"]: one["properties"].get("name", [""])[0] for one in entities}
    links = {
        (names[one["subject"][0]], one["role"][0], names[one["object"][0]])
        for one in of(entities, "UnknownLink")
    }
    assert {
        ("Turkey", "THREATEN", "Armenia"),
        ("Russia", "SANCTION:discontinue (denied)", "Kazakhstan"),
    } <= links
    assert ("Armenia", "THREATEN", "Turkey") not in links


def test_each_report_is_documentation_with_its_words(entities, by_id):
    documented = of(entities, "Documentation")
    texts = [reading.article.text for reading in by_id.values()]
    quotes = [quote for one in documented for quote in one["summary"]]
    assert quotes and all(any(quote.removesuffix(" …") in text for text in texts) for quote in quotes)


def test_texts_go_out_only_when_asked(exported):
    assert "bodyText" not in exported("ftm").read_text(encoding="utf-8")
    full = [
        json.loads(line) for line in exported("ftm", text="full").read_text(encoding="utf-8").splitlines()
    ]
    assert all("bodyText" in one for one in of(full, "Article"))
