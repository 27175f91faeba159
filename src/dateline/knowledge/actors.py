"""Bodies, organs, parties, armed groups, companies, initiatives, regions and outlets."""

from __future__ import annotations

from dateline.knowledge.layers import Tables
from dateline.knowledge.name import NameForm
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import cells
from dateline.model import ActorKind

TABLES = ("bodies", "organs", "institutes", "parties", "armed_groups", "companies", "initiatives", "regions")
"""Tables with the columns `name kind state code aliases acronyms`."""
_KINDS = {kind.value: kind for kind in ActorKind}


def read_actors(registry: Registry, tables: Tables) -> None:
    """Adds the rows of all of `TABLES`."""
    for table in TABLES:
        for row in tables.rows(table):
            state = row["state"] or None
            entity = registry.add(_KINDS[row["kind"]], row["name"], state, row["code"] or state)
            for surface in cells(row["aliases"]):
                registry.call(surface, entity.id, NameForm.SHORT)
            for surface in cells(row["acronyms"]):
                registry.call(surface, entity.id, NameForm.ACRONYM)


def read_outlets(registry: Registry, tables: Tables) -> dict[str, str]:
    """Adds newspapers, agencies, broadcasters and sites; returns entity ids by domain."""
    domains = {}
    for row in tables.rows("outlets"):
        state = row["state"] or None
        entity = registry.add(ActorKind.OUTLET, row["name"], state, f"{state or 'NGO'}JRN")
        for surface in cells(row["aliases"]):
            is_acronym = surface.isupper() and len(surface) < 7
            registry.call(surface, entity.id, NameForm.ACRONYM if is_acronym else NameForm.SHORT)
        for domain in cells(row["domain"]):
            domains[domain] = entity.id
    return domains
