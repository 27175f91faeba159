"""GeoJSON: a feature an event, and no point where the words name none."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def features(exported):
    made = json.loads(exported("geojson").read_text(encoding="utf-8"))
    assert made["type"] == "FeatureCollection"
    return made["features"]


def test_every_event_is_a_feature_of_rfc_7946(features, rows):
    assert [one["id"] for one in features] == [row["event"] for row in rows("events")]
    for feature in features:
        assert feature["type"] == "Feature" and {"geometry", "properties"} <= set(feature)
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert feature["geometry"]["type"] == "Point"
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90


def test_a_coarse_place_is_no_point(features):
    told = {one["properties"]["place"]: one for one in features}
    assert {name: told[name]["properties"]["precision"] for name in ("Ukraine", "Bali", "Almaty", None)} == {
        "Ukraine": "country",
        "Bali": "region",
        "Almaty": "city",
        None: None,
    }
    assert told["Ukraine"]["geometry"] is told["Bali"]["geometry"] is told[None]["geometry"] is None
    assert told["Almaty"]["geometry"]["coordinates"] == pytest.approx([76.9, 43.25], abs=0.2)


def test_every_event_names_its_evidence(features, by_id):
    for feature in features:
        assert len(feature["properties"]["evidence"]) == feature["properties"]["reports"]
        for one in feature["properties"]["evidence"]:
            text = by_id[one["report"].partition("#")[0]].article.text
            assert text[one["start"] : one["end"]].startswith(one["quote"].removesuffix(" …"))


def test_words_and_places_stay_at_home_when_asked(exported):
    (first, *_) = json.loads(exported("geojson", text="none").read_text(encoding="utf-8"))["features"]
    assert all(not {"quote", "start", "end"} & set(one) for one in first["properties"]["evidence"])
