"""Organisations of world news: what they are called, what they are, and who belonged to them on two days."""

from __future__ import annotations

import pytest

from dateline.knowledge import Knowledge
from dateline.model import ActorKind

MEMBERS = [
    ("NATO", "FIN", "2023-03-15", "2023-05-15"),
    ("NATO", "SWE", "2024-02-15", "2024-04-15"),
    ("Shanghai Cooperation Organisation", "IRN", "2022-09-15", "2023-08-15"),
    ("Shanghai Cooperation Organisation", "BLR", "2022-09-15", "2024-08-15"),
    ("BRICS", "EGY", "2023-06-15", "2024-06-15"),
    ("Association of Southeast Asian Nations", "TLS", "2025-06-15", "2025-11-15"),
    ("East African Community", "SOM", "2023-06-15", "2024-06-15"),
    ("Commonwealth", "TGO", "2022-01-15", "2022-09-15"),
    ("Commonwealth", "GMB", "2016-06-15", "2019-06-15"),
    ("Organisation of Islamic Cooperation", "SYR", "2018-06-15", "2025-06-15"),
    ("Organisation for Economic Co-operation and Development", "COL", "2019-06-15", "2021-06-15"),
    ("Pacific Islands Forum", "KIR", "2022-10-15", "2023-06-15"),
    ("Schengen Agreement", "HRV", "2022-06-15", "2023-06-15"),
    ("UN Security Council", "KAZ", "2016-06-15", "2017-06-15"),
    ("UN Security Council", "PAK", "2024-06-15", "2025-06-15"),
]
"""Bodies with a state, a day before it joined and a day after."""
LEFT = [
    ("European Union", "GBR", "2019-06-15", "2020-06-15"),
    ("Economic Community of West African States", "MLI", "2024-06-15", "2025-06-15"),
    ("Council of Europe", "RUS", "2021-06-15", "2022-06-15"),
    ("Group of Eight", "RUS", "2013-06-15", "2014-06-15"),
    ("Commonwealth of Independent States", "GEO", "2008-06-15", "2010-06-15"),
    ("Organization of American States", "NIC", "2022-06-15", "2024-06-15"),
    ("G5 Sahel", "MLI", "2021-06-15", "2023-06-15"),
]
"""Bodies with a state, a day before it left and a day after."""
NAMES = [
    ("UNMISS", "UN Mission in South Sudan", ActorKind.ORGANISATION),
    ("OCHA", "UN Office for the Coordination of Humanitarian Affairs", ActorKind.ORGANISATION),
    ("CSTO", "Collective Security Treaty Organization", ActorKind.ORGANISATION),
    ("the Riksdag", "Riksdag", ActorKind.ORGANISATION),
    ("Milli Majlis", "Milli Majlis", ActorKind.ORGANISATION),
    ("DGSE", "Directorate-General for External Security", ActorKind.ORGANISATION),
    ("Otzma Yehudit", "Otzma Yehudit", ActorKind.PARTY),
    ("Democratic", "Democratic Party", ActorKind.PARTY),
    ("Pheu Thai", "Pheu Thai", ActorKind.PARTY),
    ("Tren de Aragua", "Tren de Aragua", ActorKind.ORGANISATION),
    ("Asaib Ahl al-Haq", "Asaib Ahl al-Haq", ActorKind.ARMED_GROUP),
    ("EADS", "Airbus", ActorKind.COMPANY),
    ("Nornickel", "Norilsk Nickel", ActorKind.COMPANY),
    ("Radio Tamazuj", "Radio Tamazuj", ActorKind.OUTLET),
    ("AFP", "Agence France-Presse", ActorKind.OUTLET),
    ("WOLA", "Washington Office on Latin America", ActorKind.ORGANISATION),
]


@pytest.fixture(scope="module")
def tables() -> Knowledge:
    return Knowledge.load()


def _is_member(tables: Knowledge, body: str, state: str, day: str) -> bool:
    found = tables.registry.find(body)
    assert found is not None
    return (state, "member_of") in tables.members(found, day)


@pytest.mark.parametrize(("body", "state", "before", "after"), MEMBERS)
def test_a_state_is_a_member_from_the_day_on_which_it_joined(
    tables: Knowledge, body: str, state: str, before: str, after: str
) -> None:
    assert not _is_member(tables, body, state, before)
    assert _is_member(tables, body, state, after)


@pytest.mark.parametrize(("body", "state", "before", "after"), LEFT)
def test_a_state_is_a_member_until_it_leaves(
    tables: Knowledge, body: str, state: str, before: str, after: str
) -> None:
    assert _is_member(tables, body, state, before)
    assert not _is_member(tables, body, state, after)


@pytest.mark.parametrize(
    ("body", "count"), [("Council of Europe", 46), ("Commonwealth", 56), ("NATO", 32), ("CARICOM", 14)]
)
def test_a_bloc_has_all_of_its_sovereign_members(tables: Knowledge, body: str, count: int) -> None:
    found = tables.registry.find(body)
    assert found is not None
    assert sum(relation == "member_of" for _, relation in tables.members(found, "2025-01-15")) == count


@pytest.mark.parametrize(("surface", "name", "kind"), NAMES)
def test_organisations_are_known_by_the_names_that_news_uses(
    tables: Knowledge, surface: str, name: str, kind: ActorKind
) -> None:
    best = tables.lookup(surface, at="2024-06-15")[0]
    assert (best.name, best.kind) == (name, kind)


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("the Bulgarian Foreign Ministry", "BGRGOV"),
        ("Rwanda's Ministry of Defence", "RWAMIL"),
        ("Peruvian interior ministry", "PERGOV"),
    ],
)
def test_a_ministry_of_any_state_is_its_government(tables: Knowledge, surface: str, code: str) -> None:
    assert tables.lookup(surface, at="2024-06-15")[0].code == code


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Ford", "Ford Motor"),
        ("House", "US House of Representatives"),
        ("Variety", "Variety"),
        ("Target", "Target"),
    ],
)
def test_a_firm_or_body_that_is_an_ordinary_word_is_known_but_not_searched_for(
    tables: Knowledge, surface: str, name: str
) -> None:
    assert tables.lookup(surface, at=None)[0].name == name
    assert surface not in tables.surfaces()
