"""Web Annotations: every passage is found again in its page, by its position and by its words."""

from __future__ import annotations

import json

import pytest

from dateline.products.exports.ids import urn


def annotations(path):
    made = json.loads(path.read_text(encoding="utf-8"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld" and made["type"] == "AnnotationPage"
    return made["items"]


def targets(items):
    return [
        one
        for item in items
        for one in (item["target"] if isinstance(item["target"], list) else [item["target"]])
    ]


@pytest.fixture
def texts(by_id):
    return {reading.article.url or urn(id): reading.article.text for id, reading in by_id.items()}


def reanchored(text, quote):
    """The places of a quotation in a text that have its words before and behind it, as W3C says a client finds them."""
    exact, prefix, suffix = quote["exact"], quote["prefix"], quote["suffix"]
    starts, start = [], text.find(exact)
    while start >= 0:
        end = start + len(exact)
        if text[:start].endswith(prefix) and text[end:].startswith(suffix):
            starts.append((start, end))
        start = text.find(exact, start + 1)
    return starts


@pytest.mark.parametrize("text", ["full", "quotes"])
def test_every_selector_leads_to_the_same_words(exported, texts, text):
    quoted = 0
    for target in targets(annotations(exported("webannotation", text=text))):
        by_kind = {selector["type"]: selector for selector in target["selector"]}
        position = by_kind["TextPositionSelector"]
        if "TextQuoteSelector" in by_kind:
            quoted += 1
            found = reanchored(texts[target["source"]], by_kind["TextQuoteSelector"])
            assert found == [(position["start"], position["end"])]
        else:
            words = texts[target["source"]][position["start"] : position["end"]]
            assert text == "quotes" and len(words.split()) > 25
    assert quoted


def test_all_reports_and_statements_are_annotated(exported, by_id):
    items = annotations(exported("webannotation"))
    wanted = {urn(f"{id}#{one.id}") for id, r in by_id.items() for one in (*r.events, *r.statements)}
    assert {item["id"] for item in items} == wanted and len(items) == len(wanted)
    assert {item["type"] for item in items} == {"Annotation"}


def test_reports_of_one_event_lead_to_it(exported):
    linked = [
        body["source"]
        for item in annotations(exported("webannotation"))
        for body in item["body"]
        if body.get("purpose") == "linking"
    ]
    assert len(set(linked)) < len(linked)


def test_offsets_alone_go_out_when_asked(exported):
    kinds = {
        s["type"]
        for t in targets(annotations(exported("webannotation", text="offsets")))
        for s in t["selector"]
    }
    assert kinds == {"TextPositionSelector"}
    assert all("selector" not in t for t in targets(annotations(exported("webannotation", text="none"))))
