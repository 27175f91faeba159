"""Who exists: states, persons with their offices, bodies, outlets and places, all dated. See docs/knowledge.md."""

from dateline.knowledge.cities import City
from dateline.knowledge.entity import Entity, entity_id
from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.name import Name, NameForm
from dateline.knowledge.office import Office
from dateline.knowledge.overlays import VARIABLE
from dateline.knowledge.period import Day
from dateline.knowledge.person_names import can_be_same_person, same_person_score

__all__ = [
    "VARIABLE",
    "City",
    "Day",
    "Entity",
    "Knowledge",
    "Name",
    "NameForm",
    "Office",
    "can_be_same_person",
    "entity_id",
    "same_person_score",
]
