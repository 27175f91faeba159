"""GeoJSON (RFC 7946): a feature an event. Only a city of the tables is a point; what is coarser is an area or has no geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.products.exports.contents import Contents
from dateline.products.exports.country_areas import area_of
from dateline.products.exports.evidence import evidence_of
from dateline.products.exports.job import Job
from dateline.products.exports.json_files import json_with_items
from dateline.products.exports.places import Located, located
from dateline.products.exports.rights import Rights
from dateline.products.exports.told import Side, ToldEvent
from dateline.products.exports.writing import Part, RowCount, Sink


def geojson_part(job: Job) -> Part:
    """All events of the selection, also those without a place."""

    def write(sink: Sink, count: RowCount) -> None:
        head = {"type": "FeatureCollection", "name": job.about.name, "description": job.about.description}
        features = (
            _feature(event, job.contents, job.rights, with_areas=job.with_areas)
            for event in count(job.contents.events())
        )
        for data in json_with_items(head, "features", features):
            sink.write(data)

    return Part("geojson", write)


def event_features(contents: Contents, rights: Rights, events: Sequence[str]) -> list[dict[str, Any]]:
    """A few events by their ids, as features."""
    return [_feature(event, contents, rights) for event in contents.events_of(events)]


def _feature(
    event: ToldEvent, contents: Contents, rights: Rights, *, with_areas: bool = False
) -> dict[str, Any]:
    place = located(event.place, event.place_id, event.place_precision)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(place, with_areas=with_areas),
        "properties": {
            "text": event.text,
            "status": event.status,
            "root": event.root,
            "mode": event.mode,
            "quad": event.quad,
            "score": event.score,
            "source": [side.name for side in event.source],
            "source_states": _states(event.source),
            "target": [side.name for side in event.target],
            "target_states": _states(event.target),
            "date": event.date,
            "day": event.day,
            "place": place.name if place else None,
            "precision": place.precision if place else None,
            "state": place.state if place else None,
            "reports": event.reports,
            "outlets": event.outlets,
            "independent": event.independent,
            "corrected": event.corrected,
            "checked": event.checked,
            "story": event.story,
            "evidence": evidence_of(event, contents, rights),
        },
    }


def _geometry(place: Located | None, *, with_areas: bool) -> dict[str, Any] | None:
    """A city's point; with areas a country's outline."""
    if place is not None and place.city is not None:
        return {"type": "Point", "coordinates": [place.city.longitude, place.city.latitude]}
    if with_areas and place is not None and place.precision == "country" and place.state:
        return area_of(place.state)
    return None


def _states(sides: Iterable[Side]) -> list[str]:
    return sorted({side.state for side in sides if side.state})
