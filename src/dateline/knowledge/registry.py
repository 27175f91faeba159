"""Collects entities, names and offices while the tables are read."""

from __future__ import annotations

from dateline.knowledge.entity import Entity, entity_id
from dateline.knowledge.name import Name, NameForm, fold_quotes, without_marks
from dateline.knowledge.office import Office
from dateline.model import ActorKind

_PERSON = ActorKind.PERSON


class Registry:
    """What the readers of the single tables fill, and `Knowledge` then serves. Order of adding is order of preference.

    `redirects` leads from ids that were given up to those that stand for them, `places` from ids to the overlay row that tells of
    them; `apart` holds (surface form, id) where somebody decided that the form does not stand for the entity.
    """

    def __init__(self, ids: dict[tuple[str, str, str], str]) -> None:
        """`ids` maps (kind, name, state or "") to Wikidata ids of pinned sources."""
        self._ids = ids
        self._names_with_ids = {name for _, name, _ in ids}
        self.entities: dict[str, Entity] = {}
        self.names: dict[str, list[Name]] = {}
        self.offices: list[Office] = []
        self.by_name: dict[tuple[ActorKind, str], str] = {}
        self.states: dict[str, str] = {}
        self.articles: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.apart: set[tuple[str, str]] = set()

    def add(self, kind: ActorKind, name: str, state: str | None, code: str | None, qid: str = "") -> Entity:
        """The entity of that kind and name, new or already there; its name becomes a surface form."""
        known = self.by_name.get((kind, name))
        if known and (kind is _PERSON or self.entities[known].state == state):
            return self.entities[known]
        if not qid and name in self._names_with_ids:
            qid = self._ids.get((kind, name, state or "")) or self._ids.get((kind, name, "")) or ""
        entity = Entity(qid or entity_id(kind, name, state), name, kind, state, code)
        self.entities.setdefault(entity.id, entity)
        self.by_name.setdefault((kind, name), entity.id)
        self.call(name, entity.id, NameForm.NAME)
        return self.entities[entity.id]

    def call(
        self, surface: str, entity: str, form: NameForm, start: str | None = None, end: str | None = None
    ) -> None:
        """Adds a surface form, with and without its diacritics; one row for each entity, form and time."""
        folded = fold_quotes(surface)
        spellings = (folded,) if folded.isascii() else dict.fromkeys((folded, without_marks(folded)))
        for spelling in filter(None, spellings):
            row = Name(spelling, entity, form, start or None, end or None)
            known = self.names.get(spelling)
            if known is None:
                self.names[spelling] = [row]
            elif not any(n.entity == entity and (n.start, n.end) == (row.start, row.end) for n in known):
                known.append(row)

    def current(self, id: str) -> str:
        """The id that stands for an id now."""
        while id in self.redirects:
            id = self.redirects[id]
        return id

    def redirect(self, old: str, new: str) -> None:
        """Lets an id lead to another one from now on; a circle is left open."""
        if old != self.current(new):
            self.redirects[old] = new

    def prefer(self, surface: str, entity: str) -> None:
        """Puts an entity before all others that a surface form stands for."""
        folded = fold_quotes(surface)
        for spelling in {folded, without_marks(folded)}:
            if spelling in self.names:
                self.names[spelling].sort(key=lambda name: name.entity != entity)

    def find(self, name: str) -> str | None:
        """The id of a state (by ISO code) or of an entity of any kind but persons, by its name in the tables."""
        if name in self.states:
            return self.states[name]
        kinds = (kind for kind in ActorKind if kind is not _PERSON)
        return next((self.by_name[kind, name] for kind in kinds if (kind, name) in self.by_name), None)

    def spoken(self, entity: str) -> str:
        """The name as it stands inside a sentence: "the United States", "the European Union", "Kazakhstan"."""
        found = self.entities[entity]
        if found.kind is ActorKind.STATE:
            return f"{self.articles.get(entity, '')} {found.name}".strip()
        takes_article = found.kind in {ActorKind.ORGANISATION, ActorKind.PARTY} and " " in found.name
        return f"the {found.name}" if takes_article else found.name
