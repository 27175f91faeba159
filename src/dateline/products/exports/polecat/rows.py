"""An event as a row of POLECAT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import ActorKind, Event, Mention, Participant
from dateline.ontology import Ontology, UnknownCodeError
from dateline.products.exports.about import About
from dateline.products.exports.labels import label_of
from dateline.products.exports.places import Located, located
from dateline.products.exports.polecat.columns import COLUMNS
from dateline.products.exports.rights import Rights
from dateline.products.exports.state_codes import cow
from dateline.products.exports.told import Page, Side, ToldEvent

MISSING = "None"
"""What POLECAT writes where there is nothing, and what its readers take for that."""
BETWEEN = "; "
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_ORGANISATIONS = frozenset(
    {ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.COMPANY, ActorKind.INITIATIVE}
)
_LOCATIONS = frozenset({ActorKind.PLACE, ActorKind.STATE})


def polecat_row(event: ToldEvent, pages: Sequence[Page], rights: Rights, about: About) -> list[str]:
    """The cells of an event; what is of one report, such as titles and contexts, is of the first that came in.

    Args:
        pages: those that report it, the first that came in before the others.
    """
    page = pages[0]
    report = _report(event, page)
    label = label_of(event.root, event.status)
    mode = event.mode if label == event.root else None
    place = located(event.place, event.place_id, event.place_precision)
    values: dict[str, str | float | None] = {
        "Event ID": event.id,
        "Event Date": event.listed_day,
        "Event Type": label,
        "Event Mode": mode,
        **_scale(event, label, mode),
        "Contexts": _joined(report.contexts),
        **_side("Actor", event.source, report.source, page, rights),
        **_side("Recipient", event.target, report.target, page, rights),
        **_place(place, report, page, rights),
        "Source": _joined(dict.fromkeys(one.article.outlet.name for one in pages if one.article.outlet)),
        "Publication Date": page.day,
        "Story People": _joined(_names(page, {ActorKind.PERSON})),
        "Story Organizations": _joined(_names(page, _ORGANISATIONS)),
        "Story Locations": _joined(_names(page, _LOCATIONS)),
        "Language": page.article.language,
        "Version": f"Dateline {about.version}",
    }
    return [_cell(values.get(name)) for name in COLUMNS]


def _report(event: ToldEvent, page: Page) -> Event:
    own = {one.report for one in event.tellings if one.article == page.article.id}
    alike = [one for one in page.reading.events if one.id in own]
    return next((one for one in alike if (one.plover, one.mode) == (event.root, event.mode)), alike[0])


def _scale(event: ToldEvent, label: str, mode: str | None) -> dict[str, str | float | None]:
    """Intensity and quad of the label, which is not always the act's own root."""
    if label == event.root:
        return {"Intensity": event.score, "Quad Code": _QUADS[event.quad]}
    try:
        ontology = Ontology.load()
        return {"Intensity": ontology.score(label, mode), "Quad Code": _QUADS[ontology.quad(label)]}
    except UnknownCodeError:
        return {}


def _side(
    which: str, sides: Sequence[Side], told: Sequence[Participant], page: Page, rights: Rights
) -> dict[str, str | float | None]:
    states = [side.state for side in sides if side.state]
    sectors = [sector for side in sides for sector in side.sectors]
    raw = [span.of(page.article.text) for party in told for span in party.spans[:1]]
    return {
        f"{which} Name": _joined(side.name for side in sides),
        f"{which} Country": _joined(dict.fromkeys(states)),
        f"{which} COW": _joined(number for state in dict.fromkeys(states) if (number := cow(state))),
        f"Primary {which} Sector": sectors[0] if sectors else None,
        f"{which} Sectors": _joined(dict.fromkeys(sectors)),
        f"{which} Title": _joined(_titles(sides, page.reading.mentions)),
        f"{which} Name Raw": _joined(filter(None, map(rights.title, raw))),
    }


def _titles(sides: Sequence[Side], mentions: Sequence[Mention]) -> Iterable[str]:
    roles = {mention.actor: mention.role for mention in reversed(mentions) if mention.actor and mention.role}
    return (role for side in sides if side.actor and (role := roles.get(side.actor)))


def _place(place: Located | None, report: Event, page: Page, rights: Rights) -> dict[str, str | float | None]:
    if place is None:
        return {}
    span = report.place.span if report.place else None
    raw = rights.title(span.of(page.article.text)) if span else None
    return {
        "Placename": place.name,
        "City": place.name if place.city else None,
        "Province": place.name if place.precision == "region" else None,
        "Country": place.state,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.city.geonames if place.city else None,
        "Raw Placename": raw,
        "Feature Type": place.precision,
    }


def _names(page: Page, kinds: Iterable[ActorKind]) -> Iterable[str]:
    wanted = set(kinds)
    return dict.fromkeys(one.name for one in page.reading.mentions if one.kind in wanted)


def _joined(values: Iterable[str]) -> str | None:
    return BETWEEN.join(value.replace(";", ",") for value in values) or None


def _cell(value: str | float | None) -> str:
    return MISSING if value is None else " ".join(str(value).split())
