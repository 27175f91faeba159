"""What a briefing holds, before it is HTML, Markdown, DOCX or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from dateline.model import FactKind, LanguageModel, Record, Status, Support
from dateline.products.briefing.rows import (
    ChainRow,
    Document,
    FactRow,
    Family,
    Field,
    QuotationView,
    StatementRow,
    TimelineEntry,
)


@dataclass(frozen=True, slots=True)
class Origin(Record):
    """What made the readings: program version, tier, parser and the date of the knowledge tables."""

    dateline: str
    tier: str
    language_model: LanguageModel
    knowledge: str
    readings: int


@dataclass(frozen=True, slots=True)
class StoryView(Record):
    """A story of the briefing. `principal` is the fact that the frame describes, null where no event was coded.

    `headline_from` names the outlet whose page has the headline, where it is not made from facts.
    """

    id: str
    anchor: str
    headline: str
    headline_from: str | None
    dates: str | None
    reports: int
    outlets: int
    independent: int
    principal: str | None
    frame: tuple[Field, ...]
    families: tuple[Family, ...]
    facts: tuple[FactRow, ...]
    quotations: tuple[QuotationView, ...]
    statements: tuple[StatementRow, ...]
    statements_total: int
    statements_aligned: int
    statements_in_copies: int
    chain: tuple[ChainRow, ...]
    timeline: tuple[TimelineEntry, ...]
    undated: int
    related: tuple[str, ...]

    def with_support(self, support: Support) -> tuple[FactRow, ...]:
        return tuple(fact for fact in self.facts if fact.support == support)

    def only_in(self, family: str) -> tuple[FactRow, ...]:
        """Single-source facts of one family."""
        return tuple(f for f in self.with_support(Support.SINGLE_SOURCE) if f.home == family)

    @property
    def homes(self) -> tuple[Family, ...]:
        """The families that alone tell something."""
        return tuple(family for family in self.families if self.only_in(family.key))

    @property
    def ahead(self) -> tuple[FactRow, ...]:
        """Planned or hypothetical, and nobody says that it took place."""
        return tuple(f for f in self.facts if _is_ahead(f.statuses))

    @property
    def denied(self) -> tuple[FactRow, ...]:
        return tuple(f for f in self.facts if f.kind is FactKind.EVENT and Status.DENIED in f.statuses)

    @property
    def lead(self) -> FactRow | None:
        return next((f for f in self.facts if f.id == self.principal), None)


def _is_ahead(statuses: tuple[Status, ...]) -> bool:
    return bool(statuses) and set(statuses) <= {Status.PLANNED, Status.HYPOTHETICAL}


@dataclass(frozen=True, slots=True)
class Briefing(Record):
    """Stories for a reader; `left_out` counts those that were asked for and are not told. `to_json` (inherited) gives `dateline.briefing/1`; `from_json` gives the same briefing back."""

    SCHEMA: ClassVar[str] = "dateline.briefing/1"

    title: str
    stories: tuple[StoryView, ...]
    documents: tuple[Document, ...]
    origins: tuple[Origin, ...]
    pages_read: int
    left_out: int = 0

    def to_html(self, templates: Path | None = None) -> str:
        """One self-contained page: no script, no address to load anything from.

        Args:
            templates: a folder whose files go before ours of the same name (`page.html.j2`, `briefing.css` ...).

        Raises:
            TemplateError: a template of that folder cannot be used; the message says which, and why.
        """
        from dateline.products.briefing.html import render

        return render(self, templates)

    def to_markdown(self) -> str:
        """The same content in plain order, with footnotes for citations."""
        from dateline.products.briefing.markdown import render

        return render(self)

    def to_docx(self) -> bytes:
        """The same as a document of Word, with notes at its end. The same briefing gives the same bytes."""
        from dateline.products.briefing.word_document import render

        return render(self)
