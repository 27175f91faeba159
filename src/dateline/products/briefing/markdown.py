"""A briefing as Markdown: the same content in plain order, every citation a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Stance, Support
from dateline.products.briefing.channels import language_name
from dateline.products.briefing.marking import flat
from dateline.products.briefing.rows import (
    Alignment,
    Cell,
    Citation,
    FactPosition,
    FactRow,
    Phrase,
    QuotationView,
)
from dateline.products.briefing.view import Briefing, StoryView
from dateline.products.wording import RELATIONS, counted, independence

_SPECIAL = re.compile(r"([\\`*_{}\[\]|~])")
_LEADING = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+#=]))(.)")
_SUPPORTS = (
    (Support.CORROBORATED, "Corroborated"),
    (Support.CONFLICTING, "Conflicting"),
    (Support.SINGLE_SOURCE, "From one source only"),
)


def render(briefing: Briefing) -> str:
    """The briefing in CommonMark with footnotes (`[^1]`)."""
    notes = _Notes()
    lines = [f"# {escaped(briefing.title)}", ""]
    if len(briefing.stories) > 1:
        lines += [*map(_contents_line, briefing.stories), ""]
    for story in briefing.stories:
        lines += _story(story, notes, briefing)
    lines += ["## The pages", "", *_pages(briefing), ""]
    lines += ["## Notes", "", *notes.definitions(), ""]
    return "\n".join([*lines, *_origins(briefing), ""])


def escaped(text: str) -> str:
    """Words on one line in which nothing is Markdown or HTML."""
    plain = flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))


class _Notes:
    """Footnotes in the order of their first use; one for each stretch of a page."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._cited: list[Citation] = []

    def __call__(self, citations: Iterable[Citation]) -> str:
        return "".join(f"[^{self._number(citation)}]" for citation in citations)

    def _number(self, citation: Citation) -> int:
        place = f"{citation.anchor}-{citation.end}"
        if place not in self._numbers:
            self._numbers[place] = len(self._numbers) + 1
            self._cited.append(citation)
        return self._numbers[place]

    def definitions(self) -> list[str]:
        return [
            f"[^{number}]: “{escaped(c.text)}” {escaped(c.outlet)}, {c.place}, {c.start}–{c.end}"
            for number, c in enumerate(self._cited, 1)
        ]


def _contents_line(story: StoryView) -> str:
    counts = ", ".join(f"{len(story.with_support(s))} {s.replace('_', ' ')}" for s in Support)
    return f"- {escaped(story.headline)} ({independence(story.independent, story.reports)}; {counts})"


def _story(story: StoryView, notes: _Notes, briefing: Briefing) -> Iterator[str]:
    if len(briefing.stories) > 1 or briefing.title != story.headline:
        yield from (f"## {escaped(story.headline)}", "")
    counts = ", ".join(f"{len(story.with_support(s))} {s.replace('_', ' ')}" for s in Support)
    dates = f" {story.dates}." if story.dates else ""
    origin = f" Headline of {escaped(story.headline_from)}." if story.headline_from else ""
    yield f"{independence(story.independent, story.reports)}, {counted(story.outlets, 'outlet')}.{dates}{origin}"
    yield from ("", f"{counted(len(story.facts), 'fact')}: {counts}.", "")
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


def _frame(story: StoryView, notes: _Notes) -> Iterator[str]:
    for field in story.frame:
        value = escaped(field.value) if field.value else f"*{field.empty}*"
        rest = f" ({escaped('; '.join(n for n in field.notes if n))})" if any(field.notes) else ""
        yield f"- **{field.name}:** {value}{rest}{notes(field.citations[:1])}"
    yield ""


def _head(fact: FactRow) -> str:
    words = [*fact.statuses, *([fact.when] if fact.when else []), *([fact.code] if fact.code else [])]
    return f"**{escaped(fact.text)}** ({escaped(', '.join(words) or fact.kind)})"


def _facts(name: str, facts: Sequence[FactRow], notes: _Notes) -> Iterator[str]:
    yield from (f"### {name}", "")
    for fact in facts:
        yield f"- {_head(fact)}"
        for cell in fact.cells:
            yield from _cell(cell, notes)
    if facts:
        yield ""


def _cell(cell: Cell, notes: _Notes) -> Iterator[str]:
    for place, position in enumerate(cell.positions):
        copy = " (copy)" if place else ""
        yield f"  - {escaped(position.outlet)}{copy} {_position(position, notes)}"


def _position(position: FactPosition, notes: _Notes) -> str:
    if position.stance is Stance.OMITS:
        return "omits it"
    words = " … ".join(f"“{escaped(c.before + c.text + c.after)}”" for c in position.citations)
    value = f" (value: {escaped(position.value)})" if position.value else ""
    note = f", {escaped(position.note)}" if position.note else ""
    return f"{position.stance}: {words}{notes(position.citations)}{value}{note}"


def _claims(name: str, facts: Sequence[FactRow], notes: _Notes) -> Iterator[str]:
    yield from (f"### {name}", "")
    for fact in facts:
        yield f"- {_head(fact)}, {fact.support.replace('_', ' ')}{notes(fact.citations)}"
    yield from ([""] if facts else ["Nothing.", ""])


def _quotation(quotation: QuotationView, notes: _Notes) -> Iterator[str]:
    yield from (f"### {quotation.heading}", "")
    speaker = escaped(quotation.speaker) if quotation.speaker else "Speaker not named"
    yield f"{speaker}. Closest to the words as spoken: {escaped(quotation.closest)} ({escaped(quotation.why)})."
    if quotation.repeated_in:
        yield f"Repeated in {escaped(', '.join(quotation.repeated_in))}."
    yield ""
    for alignment in quotation.alignments:
        yield from _alignment(alignment, notes)


def _alignment(alignment: Alignment, notes: _Notes) -> Iterator[str]:
    sides = (alignment.left, alignment.right)
    heads = [f"{escaped(s.outlet)} ({s.type}; {escaped(s.channel or 'channel not named')})" for s in sides]
    yield from (f"| {' | '.join(heads)} |", "|---|---|")
    for row in alignment.rows:
        yield f"| {_phrase(row.left, notes)} | {_phrase(row.right, notes)} |"
    yield ""


def _phrase(phrase: Phrase | None, notes: _Notes) -> str:
    if phrase is None:
        return "*no counterpart*"
    runs = (f"**{escaped(run.text)}**" if run.differs else _spaced(run.text) for run in phrase.runs)
    return f"{''.join(runs).strip()}{notes([phrase.citation])}"


def _spaced(text: str) -> str:
    """Escaped, with the blanks at its ends kept."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{escaped(text)}{right}"


def _statements(story: StoryView, notes: _Notes) -> Iterator[str]:
    if not story.statements:
        return
    yield from ("### Who said what", "")
    yield (
        f"{len(story.statements)} of {counted(story.statements_total, 'statement')}; {story.statements_aligned} set "
        f"side by side above, {story.statements_in_copies} in copies."
    )
    yield ""
    for row in story.statements:
        speaker = escaped(row.speaker or "speaker not named")
        to = f" to {escaped(row.addressee)}" if row.addressee else ""
        words = " … ".join(f"“{escaped(c.text)}”" for c in row.citations)
        ways = ", ".join(
            [row.type, *([row.act] if row.act else []), row.channel or "channel not named", row.outlet]
        )
        yield f"- {speaker}{to}: {words}{notes(row.citations)} ({escaped(ways)})"
    yield ""


def _chain(story: StoryView, notes: _Notes) -> Iterator[str]:
    yield from ("### Reporting chain", "")
    for number, family in enumerate(story.families, 1):
        copies = "".join(f"; {escaped(c.outlet)} ({c.relation})" for c in family.copies)
        yield f"- Family {number}: {escaped(family.outlet)} ({escaped(', '.join(family.notes))}){copies}"
    for row in story.chain:
        relation = RELATIONS.get(row.relation, row.relation)
        yield f"- {escaped(row.origin)} → {escaped(row.report)}: {relation}{notes(row.citations)}"
    yield ""


def _timeline(story: StoryView, notes: _Notes) -> Iterator[str]:
    if not story.timeline:
        return
    yield from ("### Timeline", "")
    for entry in story.timeline:
        status = f" ({entry.status})" if entry.status else ""
        yield f"- {escaped(entry.words)}: {escaped(entry.text)}{status}{notes(entry.citations)}"
    undated = f"{counted(story.undated, 'event has', 'events have')} no date on any page."
    yield from (["", undated, ""] if story.undated else [""])


def _pages(briefing: Briefing) -> Iterator[str]:
    for document in briefing.documents:
        authors = ", ".join(document.authors) or "no byline"
        published = document.published or "page undated"
        title = f"“{escaped(document.title)}”, " if document.title else ""
        about = escaped(f"{authors}, {published}, {language_name(document.language)}")
        yield f"- {escaped(document.outlet)}: {title}{about} (`{document.article}`)"


def _origins(briefing: Briefing) -> Iterator[str]:
    for origin in briefing.origins:
        model = origin.language_model
        sha = f" {model.sha256[:12]}" if model.sha256 else ""
        yield (
            f"{counted(origin.readings, 'page')} read by Dateline {escaped(origin.dateline)}, {origin.tier} tier; "
            f"language model {escaped(model.name)}{sha}; knowledge of {origin.knowledge}."
        )
