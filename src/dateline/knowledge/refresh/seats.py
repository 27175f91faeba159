"""Which Wikidata item is which office of which state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.refresh.items import Item, Property
from dateline.knowledge.refresh.terms import Term

_LEADING = {
    "head_of_government": Property.OFFICE_OF_GOVERNMENT,
    "head_of_state": Property.OFFICE_OF_STATE,
}
"""Read in this order: an office that heads both is the state's."""
_HEADS = frozenset({*_LEADING, "supreme_leader"})
"""What the title may say more exactly than the property: a supreme leader is apart from the head of state in our tables."""


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of a state (ISO alpha-3) and its title as `offices.csv` writes it; empty for the usual one."""

    of: str
    office: str
    title: str


def leading_offices(states: Mapping[str, Item]) -> dict[str, set[tuple[str, str]]]:
    """Ids of offices of heads of state and of government, with the states (ISO alpha-3) and offices that they are."""
    found: dict[str, set[tuple[str, str]]] = {}
    for office, property in _LEADING.items():
        for iso3, state in states.items():
            for claim in state.of(property):
                if not claim.end:
                    same = found.setdefault(claim.value, set())
                    same.difference_update({(iso3, other) for other in _LEADING})
                    same.add((iso3, office))
    return found


def seats(
    leading: Mapping[str, set[tuple[str, str]]],
    items: Mapping[str, Item],
    classes: Sequence[Term],
    states: Mapping[str, Item],
    tables: Knowledge,
) -> tuple[dict[str, Seat], list[str]]:
    """Seats by the id of the office's item, and a line for each item that is of no one state."""
    found: dict[str, Seat] = {}
    lines = []
    iso3_of = {item.id: iso3 for iso3, item in states.items()}
    keys = {term.id: term.key for term in classes}
    for id, item in sorted(items.items()):
        pairs = set(leading.get(id, ()))
        if not pairs:
            of = {iso3_of[v] for v in item.values(Property.JURISDICTION) if v in iso3_of} or {
                iso3_of[v] for v in item.values(Property.COUNTRY) if v in iso3_of
            }
            kinds = {keys[v] for v in item.values(Property.SUBCLASS_OF, Property.INSTANCE_OF) if v in keys}
            pairs = {(state, kind) for state in of for kind in kinds}
        if len(pairs) == 1:
            ((state, office),) = pairs
            said = tables.titles().get(_word(item), "")
            office = said if office in _LEADING and said in _HEADS else office
            found[id] = Seat(state, office, _title(item, state, office, tables))
        elif pairs:
            lines.append(
                f"{id} ({item.label}): an office of several states or sorts; its holders are left out"
            )
    return found, lines


def _title(item: Item, state: str, office: str, tables: Knowledge) -> str:
    """The title word of the label where the tables know it for this office, else what the latest holder in the tables is called."""
    if office not in _HEADS:
        return ""
    word = _word(item)
    if tables.titles().get(word) == office:
        return word
    rows = tables.seats(state).get(office, [])
    return max(rows, key=lambda row: row.since).title if rows else word


def _word(item: Item) -> str:
    """The title of an office: "president" of "President of Russia"."""
    return item.label.partition(" of ")[0].lower()
