"""States and territories: names, adjectives, demonyms, capitals, and the buildings that stand for them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.layers import Tables
from dateline.knowledge.name import NameForm
from dateline.knowledge.overlays import layer_of
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import cells
from dateline.model import ActorKind


@dataclass(frozen=True, slots=True)
class StateCodes:
    """A state in the code systems of the field: ISO 3166-1, Correlates of War, Gleditsch and Ward."""

    iso3: str
    iso2: str
    qid: str
    cow: str | None
    gw: str | None


def read_codes(tables: Tables) -> dict[str, StateCodes]:
    """Codes of all states and territories by ISO alpha-3."""
    return {
        row["iso3"]: StateCodes(row["iso3"], row["iso2"], row["qid"], row["cow"] or None, row["gw"] or None)
        for row in tables.rows("state_codes")
    }


def read_states(registry: Registry, tables: Tables, codes: dict[str, StateCodes]) -> dict[str, str]:
    """Adds states with their forms; returns for each ISO code the office that leads it."""
    leading = {}
    for row in tables.rows("states"):
        iso3 = row["iso3"]
        qid = codes[iso3].qid if iso3 in codes else ""
        state = registry.add(ActorKind.STATE, row["name"], iso3, iso3, qid)
        registry.states[iso3] = state.id
        registry.articles[state.id] = row["article"]
        leading[iso3] = row["led_by"]
        forms = {
            "names": NameForm.SHORT,
            "adjectives": NameForm.ADJECTIVE,
            "demonyms": NameForm.DEMONYM,
            "capital": NameForm.CAPITAL,
        }
        for column, form in forms.items():
            for surface in cells(row[column]):
                registry.call(surface, state.id, _acronym_or(form, surface))
    return leading


def _acronym_or(form: NameForm, surface: str) -> NameForm:
    letters = surface.replace(".", "")
    is_acronym = form is NameForm.SHORT and letters.isupper() and len(letters) < 5
    return NameForm.ACRONYM if is_acronym else form


def read_capitals(registry: Registry, tables: Tables) -> None:
    """Adds other spellings and dated names of capitals."""
    for row in tables.rows("capitals"):
        registry.call(
            row["surface"], registry.states[row["state"]], NameForm.CAPITAL, row["start"], row["end"]
        )


def read_metonyms(registry: Registry, tables: Tables) -> list[str]:
    """Adds palaces, buildings and streets; returns surfaces of our tables whose bearer is not in them."""
    missing = []
    for row in tables.rows("metonyms"):
        bearer = registry.find(row["stands_for"])
        if bearer is None and layer_of(row):
            tables.refuse(
                "metonyms",
                row,
                f"{row['stands_for']!r} is no state (KAZ) or body of the tables; add it first",
            )
        elif bearer is None:
            missing.append(row["surface"])
        else:
            registry.call(row["surface"], bearer, NameForm.METONYM, row["start"], row["end"])
    return missing
