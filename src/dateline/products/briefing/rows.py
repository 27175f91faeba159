"""The rows of a briefing: facts, quotations, statements, steps of the chain, dates, pages.

Every record that says something about the world carries `citations`: the stretches of a page that it rests on.
A page is called by its `key` (`a1`, `a2`) inside a briefing, and by its article id in every citation.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import (
    VALUED,
    BlockKind,
    FactKind,
    Record,
    Span,
    Stance,
    StatementType,
    Status,
    Support,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Citation(Record):
    """A stretch of a page: `text` is what stands there, `paragraph` counts lines of the body (null elsewhere).

    `before` and `after` are the words around a stretch too short to be understood alone, empty otherwise.
    """

    article: str
    key: str
    outlet: str
    kind: BlockKind
    paragraph: int | None
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""

    @property
    def anchor(self) -> str:
        """Where the stretch is found in the page's text at the end of the briefing."""
        return f"{self.key}-{self.start}"

    @property
    def place(self) -> str:
        """The place in words: `par. 6`, or the kind of block that is not body."""
        return f"par. {self.paragraph}" if self.paragraph else str(self.kind)


@dataclass(frozen=True, slots=True)
class PageData(Record):
    """What the data of a page says where no visible words do: `source` is where it stands (`json_ld meta url` ...)."""

    article: str
    key: str
    outlet: str
    field: str
    value: str
    source: str

    @property
    def place(self) -> str:
        """The place in words."""
        return f"{self.field} by the page's data ({self.source.replace('_', ' ')})"


@dataclass(frozen=True, slots=True)
class Field(Record):
    """One field of an event frame. `value` is null where no words gave one; `empty` then says so."""

    name: str
    value: str | None
    empty: str
    notes: tuple[str, ...]
    citations: tuple[Citation, ...]
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class FactPosition(Record):
    """What one report does with a fact. `note` says whose word it is; `statuses` goes with `citations`, one for one."""

    article: str
    key: str
    outlet: str
    stance: Stance
    value: str | None
    normal: str | None
    note: str | None
    citations: tuple[Citation, ...]
    statuses: tuple[Status | None, ...]

    def with_status(self, status: Status) -> tuple[Citation, ...]:
        """The words in which the act has a status; all of them where none has it."""
        chosen = (c for c, s in zip(self.citations, self.statuses, strict=True) if s is status)
        return tuple(chosen) or self.citations


@dataclass(frozen=True, slots=True)
class Cell(Record):
    """A fact in one family of reports: the original's position first, then its copies'. Empty: no occasion to tell."""

    family: str
    positions: tuple[FactPosition, ...]


@dataclass(frozen=True, slots=True)
class FactRow(Record):
    """A fact with a cell for every family of its story."""

    id: str
    anchor: str
    kind: FactKind
    text: str
    support: Support
    statuses: tuple[Status, ...]
    when: str | None
    code: str | None
    families: int
    reports: int
    cells: tuple[Cell, ...]

    @property
    def positions(self) -> tuple[FactPosition, ...]:
        return tuple(position for cell in self.cells for position in cell.positions)

    @property
    def told(self) -> tuple[FactPosition, ...]:
        """The positions of those that tell the fact, one way or another."""
        return tuple(p for p in self.positions if p.stance is not Stance.OMITS)

    @property
    def independent(self) -> tuple[FactPosition, ...]:
        """One position of each family that tells the fact: its first report's."""
        told = (tuple(p for p in cell.positions if p.stance is not Stance.OMITS) for cell in self.cells)
        return tuple(positions[0] for positions in told if positions)

    @property
    def shows_values(self) -> bool:
        """Whether the values of its reports are to be seen beside it: where they differ, and where each is a few words."""
        return self.support is Support.CONFLICTING or self.kind in VALUED

    @property
    def denials(self) -> tuple[FactPosition, ...]:
        """The independent positions in which the act is denied."""
        return tuple(p for p in self.independent if Status.DENIED in p.statuses)

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for position in self.told for citation in position.citations)

    @property
    def omitted_by(self) -> tuple[str, ...]:
        return tuple(p.outlet for p in self.positions if p.stance is Stance.OMITS)

    @property
    def home(self) -> str | None:
        """The family that tells it first; of a single-source fact, the only one."""
        told = (c.family for c in self.cells if any(p.stance is not Stance.OMITS for p in c.positions))
        return next(told, None)


@dataclass(frozen=True, slots=True)
class Copy(Record):
    """A report that repeats another of its family: `relation` is `republished copy cut adapted`."""

    key: str
    outlet: str
    relation: str


@dataclass(frozen=True, slots=True)
class Family(Record):
    """Reports that count once (codebook section 8). `original` is named where it was not read."""

    key: str
    outlet: str
    original: str | None
    notes: tuple[str, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class ChainRow(Record):
    """One step of the reporting chain. `origin_key` is null where the origin was not read."""

    origin: str
    origin_key: str | None
    relation: str
    report: str
    report_key: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Run(Record):
    """Words of one side; `differs` where the other side has other words."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Phrase(Record):
    """One side of an aligned row."""

    runs: tuple[Run, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class AlignedRow(Record):
    """Corresponding phrases. A side is null where that report has no counterpart."""

    left: Phrase | None
    right: Phrase | None


@dataclass(frozen=True, slots=True)
class Side(Record):
    """One report's rendering of an utterance."""

    key: str
    outlet: str
    statement: str
    type: StatementType
    language: str
    channel: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Alignment(Record):
    """Two renderings beside each other."""

    left: Side
    right: Side
    rows: tuple[AlignedRow, ...]


@dataclass(frozen=True, slots=True)
class QuotationView(Record):
    """One utterance in several reports; `heading` says in words how the renderings relate.

    `alignments` sets one rendering of each family beside the closest; `repeated_in` names the outlets of the others.
    """

    id: str
    anchor: str
    speaker: str | None
    relation: Wording
    heading: str
    closest: str
    why: str
    sides: tuple[Side, ...]
    repeated_in: tuple[str, ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class StatementRow(Record):
    """A statement of one report."""

    article: str
    key: str
    outlet: str
    statement: str
    speaker: str | None
    addressee: str | None
    act: str | None
    type: StatementType
    channel: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry(Record):
    """Something with a date: an event (`status` set) or the publication of a report (`status` null).

    `page_data` is what the date of a publication rests on where no words of the page give it.
    """

    date: str
    words: str
    text: str
    status: Status | None
    anchor: str
    outlets: tuple[str, ...]
    citations: tuple[Citation, ...]
    page_data: PageData | None = None


@dataclass(frozen=True, slots=True)
class CodedRow(Record):
    """A coded event that a fact of the briefing rests on, with the rule that coded it."""

    event: str
    source: str | None
    target: str | None
    code: str
    status: Status
    date: str | None
    place: str | None
    confidence: float
    rule: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Paragraph(Record):
    """A non-blank line of a page; `number` counts lines of the body. `cited` are the stretches that touch it."""

    kind: BlockKind
    number: int | None
    start: int
    end: int
    text: str
    cited: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document(Record):
    """A page as it is shown at the end of the briefing, with what made its reading."""

    key: str
    article: str
    outlet: str
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: str | None
    url: str | None
    language: str
    coded: bool
    paragraphs: tuple[Paragraph, ...]
    events: tuple[CodedRow, ...]
