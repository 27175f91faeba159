"""A story as its page shows it: that of a briefing, with addresses of its own and the outlets that are asked for."""

from __future__ import annotations

from collections.abc import Collection as Several
from dataclasses import dataclass, replace

from dateline.model import Reading, Stance, Story
from dateline.products.briefing import Briefing, brief
from dateline.products.briefing.html import MARKS_ONLY_FROM
from dateline.products.briefing.rows import Document, FactRow, Family, TimelineEntry
from dateline.products.briefing.view import StoryView

ANCHOR = "s1"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who is named in the reports: `outlets` are those of the families that name them. `actor` is null for one whom no table knows."""

    actor: str | None
    name: str
    role: str | None
    outlets: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A story and its pages. `view` has the outlets that are asked for, `families` all of them."""

    story: Story
    briefing: Briefing
    view: StoryView
    families: tuple[Family, ...]
    parties: tuple[Participant, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The reports in their order."""
        return self.briefing.documents

    @property
    def has_words(self) -> bool:
        """Whether words fit into the comparison: with many outlets, marks alone are shown."""
        return len(self.view.families) < MARKS_ONLY_FROM


def compared(story: Story, readings: list[Reading]) -> Compared:
    """A story for its page. Facts are called as in the story (`f12`), so that an address leads to one.

    Raises:
        DatelineError: an article has no reading.
    """
    briefing = brief([story], readings)
    view = _with_plain_anchors(briefing.stories[0])
    return Compared(story, briefing, view, view.families, _parties(view, readings, briefing.documents))


def narrowed(shown: Compared, families: Several[str]) -> Compared:
    """The same with some families (`a1`) alone; how facts are supported stays that of all."""
    return replace(shown, view=_only(shown.view, families))


def _with_plain_anchors(view: StoryView) -> StoryView:
    return replace(
        view,
        facts=tuple(replace(fact, anchor=fact.id) for fact in view.facts),
        quotations=tuple(replace(one, anchor=_plain(one.anchor)) for one in view.quotations),
        timeline=tuple(_entry(entry) for entry in view.timeline),
    )


def _entry(entry: TimelineEntry) -> TimelineEntry:
    return replace(entry, anchor=_plain(entry.anchor) if entry.status else "reports-h")


def _plain(anchor: str) -> str:
    return anchor.removeprefix(f"{ANCHOR}-")


def _only(view: StoryView, keys: Several[str]) -> StoryView:
    """The families of some keys, and the facts that one of them tells."""
    families = tuple(family for family in view.families if family.key in keys)
    return replace(
        view,
        families=families,
        facts=tuple(fact for fact in (_within(fact, keys) for fact in view.facts) if _is_told(fact)),
        statements=tuple(row for row in view.statements if row.key in keys),
    )


def _within(fact: FactRow, keys: Several[str]) -> FactRow:
    return replace(fact, cells=tuple(cell for cell in fact.cells if cell.family in keys))


def _is_told(fact: FactRow) -> bool:
    return any(p.stance is not Stance.OMITS for cell in fact.cells for p in cell.positions)


def _parties(
    view: StoryView, readings: list[Reading], documents: tuple[Document, ...]
) -> tuple[Participant, ...]:
    """Who is named, those that the tables know and that most families name first."""
    home = {key: family for family in view.families for key in (family.key, *(c.key for c in family.copies))}
    keys = {document.article: document.key for document in documents}
    found: dict[str, Participant] = {}
    for reading in readings:
        outlet = home[keys[reading.article.id]].outlet
        for mention in reading.mentions:
            if mention.actor is None:
                continue
            is_known = not mention.actor.startswith("local:")
            who = mention.actor if is_known else None
            known = found.get(who or mention.name) or Participant(who, mention.name, mention.role, (), 0)
            outlets = known.outlets if outlet in known.outlets else (*known.outlets, outlet)
            found[who or mention.name] = replace(
                known, outlets=outlets, role=known.role or mention.role, mentions=known.mentions + 1
            )
    return tuple(
        sorted(
            found.values(), key=lambda one: (one.actor is None, -len(one.outlets), -one.mentions, one.name)
        )
    )
