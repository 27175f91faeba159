"""GeoJSON: a feature an event, and no point where the words name none."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from dateline.products.exports.country_areas import area_of
from dateline.products.pictures.country_shapes import country_shapes


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


def test_with_areas_a_country_is_its_outline_and_nothing_else_changes(exported, features):
    made = json.loads(exported("geojson", areas=True).read_text(encoding="utf-8"))["features"]
    told = {one["properties"]["place"]: one["geometry"] for one in made}
    assert told["Ukraine"]["type"] == "MultiPolygon" and told["Bali"] is told[None] is None
    assert told["Almaty"]["type"] == "Point"
    ((ring,),) = told["Ukraine"]["coordinates"]
    longitudes, latitudes = zip(*ring, strict=True)
    assert (
        ring[0] == ring[-1]
        and 22 < min(longitudes) < 31 < max(longitudes) < 41
        and 44 < min(latitudes) < max(latitudes) < 53
    )
    assert [one | {"geometry": None} for one in made] == [one | {"geometry": None} for one in features]


def test_outlines_are_wound_as_rfc_7946_asks_and_lesotho_is_a_hole():
    for shape in country_shapes():
        for polygon in (area_of(shape.state) or {"coordinates": []})["coordinates"] if shape.state else ():
            assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in polygon)
            assert [turns_left(ring) for ring in polygon] == [True] + [False] * (len(polygon) - 1)
    assert [len(polygon) for polygon in area_of("ZAF")["coordinates"]] == [2]
    assert area_of("VAT") is None


def turns_left(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0
