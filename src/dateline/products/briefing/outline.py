"""A briefing in plain order, before it is Markdown or a document of Word: headings, lines, items and tables with numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Stance, Support
from dateline.products.briefing.channels import language_name
from dateline.products.briefing.marking import flat
from dateline.products.briefing.rows import (
    Alignment,
    Cell,
    Citation,
    FactPosition,
    FactRow,
    PageData,
    Phrase,
    QuotationView,
    TimelineEntry,
)
from dateline.products.briefing.view import Briefing, StoryView
from dateline.products.wording import RELATIONS, counted, independence, left_out_of

_SUPPORTS = (
    (Support.CORROBORATED, "Corroborated"),
    (Support.CONFLICTING, "Conflicting"),
    (Support.SINGLE_SOURCE, "From one source only"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line, on one line."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a note, where it stands in a line."""

    number: int


Line = tuple[Words | Mark, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is that of the briefing."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that says how much there is, and claims nothing of the world."""

    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a list, at depth 0 or 1."""

    line: Line
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of two columns."""

    heads: tuple[str, str]
    rows: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a number stands for: words of a page with their place, or what the data of a page says."""

    number: int
    quoted: str
    place: str


Block = Heading | Paragraph | Item | Grid


@dataclass(frozen=True, slots=True)
class Outline:
    """All of a briefing, in the order in which it is read."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    origins: tuple[str, ...]


class _Notes:
    """Notes in the order of their first use; one for each stretch of a page."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.found: list[Note] = []

    def __call__(self, cited: Iterable[Citation | PageData]) -> Line:
        return tuple(Mark(self._number(citation)) for citation in cited)

    def _number(self, cited: Citation | PageData) -> int:
        data = isinstance(cited, PageData)
        place = f"{cited.key}-{cited.field}" if isinstance(cited, PageData) else f"{cited.anchor}-{cited.end}"
        if place not in self._numbers:
            self._numbers[place] = len(self._numbers) + 1
            where = cited.place if data else f"{cited.place}, {cited.start}–{cited.end}"  # type: ignore[union-attr]
            quoted = cited.value if isinstance(cited, PageData) else flat(cited.text)
            self.found.append(Note(self._numbers[place], quoted, f"{cited.outlet} ({cited.key}), {where}"))
        return self._numbers[place]


def outline(briefing: Briefing) -> Outline:
    """The briefing in plain order."""
    notes = _Notes()
    blocks: list[Block] = [Heading(1, flat(briefing.title))]
    if len(briefing.stories) > 1:
        blocks += [Item(_plain(_contents(story))) for story in briefing.stories]
    if briefing.left_out:
        blocks.append(Paragraph(_plain(left_out_of(briefing.left_out))))
    for story in briefing.stories:
        blocks += _story(story, notes, briefing)
    blocks += [Heading(2, "The pages"), *_pages(briefing)]
    return Outline(tuple(blocks), tuple(notes.found), tuple(_origins(briefing)))


def _plain(*parts: str) -> Line:
    return tuple(Words(part) for part in parts if part)


def _contents(story: StoryView) -> str:
    return f"{flat(story.headline)} ({independence(story.independent, story.reports)}; {_supports(story)})"


def _supports(story: StoryView) -> str:
    return ", ".join(f"{len(story.with_support(s))} {s.replace('_', ' ')}" for s in Support)


def _story(story: StoryView, notes: _Notes, briefing: Briefing) -> Iterator[Block]:
    if len(briefing.stories) > 1 or briefing.title != story.headline:
        yield Heading(2, flat(story.headline))
    dates = f" {story.dates}." if story.dates else ""
    origin = f" Headline of {flat(story.headline_from)}." if story.headline_from else ""
    spread = f"{independence(story.independent, story.reports)}, {counted(story.outlets, 'outlet')}."
    yield Paragraph(_plain(f"{spread}{dates}{origin}"))
    yield Paragraph(_plain(f"{counted(len(story.facts), 'fact')}: {_supports(story)}."))
    yield from _frame(story, notes)
    for support, name in _SUPPORTS:
        yield from _facts(f"{name}: {len(story.with_support(support))}", story.with_support(support), notes)
    for quotation in story.quotations:
        yield from _quotation(quotation, notes)
    yield from _claims("What is ahead", story.ahead, notes)
    yield from _claims("What was denied", story.denied, notes)
    yield from _statements(story, notes)
    yield from _chain(story, notes)
    yield from _timeline(story, notes)


def _frame(story: StoryView, notes: _Notes) -> Iterator[Block]:
    for field in story.frame:
        value = Words(f" {flat(field.value)}") if field.value else Words(f" {field.empty}", italic=True)
        said = [note for note in field.notes if note]
        rest = _plain(f" ({flat('; '.join(said))})") if said else ()
        yield Item((Words(f"{field.name}:", bold=True), value, *rest, *notes(field.citations[:1])))


def _head(fact: FactRow) -> Line:
    words = [*fact.statuses, *([fact.when] if fact.when else []), *([fact.code] if fact.code else [])]
    return Words(flat(fact.text), bold=True), Words(f" ({', '.join(words) or fact.kind})")


def _facts(name: str, facts: Sequence[FactRow], notes: _Notes) -> Iterator[Block]:
    yield Heading(3, name)
    for fact in facts:
        yield Item(_head(fact))
        for cell in fact.cells:
            yield from _cell(cell, notes)


def _cell(cell: Cell, notes: _Notes) -> Iterator[Block]:
    for place, position in enumerate(cell.positions):
        copy = " (copy)" if place else ""
        yield Item((Words(f"{flat(position.outlet)}{copy} "), *_position(position, notes)), 1)


def _position(position: FactPosition, notes: _Notes) -> Line:
    if position.stance is Stance.OMITS:
        return _plain("omits it")
    words = " … ".join(f"“{flat(c.before + c.text + c.after)}”" for c in position.citations)
    value = f" (value: {flat(position.value)})" if position.value else ""
    note = f", {flat(position.note)}" if position.note else ""
    return Words(f"{position.stance}: {words}"), *notes(position.citations), *_plain(value + note)


def _claims(name: str, facts: Sequence[FactRow], notes: _Notes) -> Iterator[Block]:
    yield Heading(3, name)
    for fact in facts:
        yield Item((*_head(fact), Words(f", {fact.support.replace('_', ' ')}"), *notes(fact.citations)))
    if not facts:
        yield Paragraph(_plain("Nothing."))


def _quotation(quotation: QuotationView, notes: _Notes) -> Iterator[Block]:
    yield Heading(3, quotation.heading)
    speaker = flat(quotation.speaker) if quotation.speaker else "Speaker not named"
    closest = f"Closest to the words as spoken: {flat(quotation.closest)} ({flat(quotation.why)})."
    repeated = f" Repeated in {flat(', '.join(quotation.repeated_in))}." if quotation.repeated_in else ""
    yield Paragraph(_plain(f"{speaker}. {closest}{repeated}"))
    for alignment in quotation.alignments:
        yield _alignment(alignment, notes)


def _alignment(alignment: Alignment, notes: _Notes) -> Grid:
    one, other = (
        f"{flat(side.outlet)} ({side.type}; {flat(side.channel or 'channel not named')})"
        for side in (alignment.left, alignment.right)
    )
    rows = tuple((_phrase(row.left, notes), _phrase(row.right, notes)) for row in alignment.rows)
    return Grid((one, other), rows)


def _phrase(phrase: Phrase | None, notes: _Notes) -> Line:
    if phrase is None:
        return (Words("no counterpart", italic=True),)
    runs = (
        Words(flat(run.text), bold=True) if run.differs else Words(_spaced(run.text)) for run in phrase.runs
    )
    return (*runs, *notes([phrase.citation]))


def _spaced(text: str) -> str:
    """On one line, with a blank kept at either end."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{flat(text)}{right}"


def _statements(story: StoryView, notes: _Notes) -> Iterator[Block]:
    if not story.statements:
        return
    yield Heading(3, "Who said what")
    yield Paragraph(
        _plain(
            f"{len(story.statements)} of {counted(story.statements_total, 'statement')}; {story.statements_aligned} set "
            f"side by side above, {story.statements_in_copies} in copies."
        )
    )
    for row in story.statements:
        to = f" to {flat(row.addressee)}" if row.addressee else ""
        words = " … ".join(f"“{flat(c.text)}”" for c in row.citations)
        ways = ", ".join(
            [row.type, *([row.act] if row.act else []), row.channel or "channel not named", row.outlet]
        )
        said = Words(f"{flat(row.speaker or 'speaker not named')}{to}: {words}")
        yield Item((said, *notes(row.citations), Words(f" ({flat(ways)})")))


def _chain(story: StoryView, notes: _Notes) -> Iterator[Block]:
    yield Heading(3, "Reporting chain")
    for number, family in enumerate(story.families, 1):
        copies = "".join(f"; {flat(c.outlet)} ({c.relation})" for c in family.copies)
        yield Item(
            _plain(f"Family {number}: {flat(family.outlet)} ({flat(', '.join(family.notes))}){copies}")
        )
    for row in story.chain:
        relation = RELATIONS.get(row.relation, row.relation)
        yield Item((Words(f"{flat(row.origin)} → {flat(row.report)}: {relation}"), *notes(row.citations)))


def _timeline(story: StoryView, notes: _Notes) -> Iterator[Block]:
    if not story.timeline:
        return
    yield Heading(3, "Timeline")
    for entry in story.timeline:
        status = f" ({entry.status})" if entry.status else ""
        yield Item((Words(f"{entry.words}: {flat(entry.text)}{status}"), *notes(_sources(entry))))
    if story.undated:
        undated = f"{counted(story.undated, 'event has', 'events have')} no date on any page."
        yield Paragraph(_plain(undated))


def _sources(entry: TimelineEntry) -> Iterable[Citation | PageData]:
    return entry.citations or ([entry.page_data] if entry.page_data else [])


def _pages(briefing: Briefing) -> Iterator[Block]:
    for document in briefing.documents:
        authors = ", ".join(document.authors) or "no byline"
        title = f"“{flat(document.title)}”, " if document.title else ""
        about = flat(f"{authors}, {document.published or 'page undated'}, {language_name(document.language)}")
        head = Words(f"{document.key}: {flat(document.outlet)}, {title}{about} (")
        yield Item((head, Words(document.article, code=True), Words(")")))


def _origins(briefing: Briefing) -> Iterator[str]:
    for origin in briefing.origins:
        model = origin.language_model
        sha = f" {model.sha256[:12]}" if model.sha256 else ""
        yield (
            f"{counted(origin.readings, 'page')} read by Dateline {flat(origin.dateline)}, {origin.tier} tier; "
            f"language model {flat(model.name)}{sha}; knowledge of {origin.knowledge}."
        )
