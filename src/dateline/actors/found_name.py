"""A name as it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.actors.roles import RoleWord
from dateline.knowledge import NameForm
from dateline.model import ActorKind, Candidate, Span


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in the text. `entity` and `candidate` are None for a name that no table knows.

    `title` is a role phrase right before the name, whose words are inside `start:end` from `start` to `name_start`.
    """

    start: int
    end: int
    kind: ActorKind
    name: str
    name_start: int
    candidate: Candidate | None
    form: NameForm | None
    title: RoleWord | None
    has_words: bool = False
    surface: str = ""

    @property
    def name_surface(self) -> str:
        """The words of the name as they stand in the text, for a name of the tables."""
        return self.surface or self.name

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
