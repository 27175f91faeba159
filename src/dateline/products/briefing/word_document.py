"""A briefing as a document of Word: the same content in plain order, notes at the end, each number a link to its note."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from dateline.products.briefing.outline import Block, Grid, Heading, Item, Line, Mark, Note, Words, outline
from dateline.products.briefing.view import Briefing

_LISTS = ("List Bullet", "List Bullet 2")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Signs that XML does not hold."""


def render(briefing: Briefing) -> bytes:
    """The document. The same briefing gives the same bytes: no time of making is in it."""
    plain = outline(briefing)
    document = Document()
    document.styles["Normal"].font.size = Pt(10)
    document.core_properties.title = _clean(briefing.title)[:255]
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime(*_NO_TIME)
    for block in plain.blocks:
        _add(document, block)
    document.add_heading("Notes", 2)
    for note in plain.notes:
        _add_note(document, note)
    for origin in plain.origins:
        document.add_paragraph(_clean(origin))
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(_clean(block.words), block.level)
    elif isinstance(block, Grid):
        _add_grid(document, block)
    else:
        style = _LISTS[block.depth] if isinstance(block, Item) else None
        _fill(document.add_paragraph(style=style), block.line)


def _add_grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
        cell.paragraphs[0].add_run(_clean(head)).bold = True
    for row in grid.rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], line)
    document.add_paragraph()


def _fill(paragraph: Any, line: Line) -> None:
    before: Words | Mark | None = None
    for part in line:
        if isinstance(part, Mark):
            _add_mark(paragraph, part.number, apart=isinstance(before, Mark))
        else:
            run = paragraph.add_run(_clean(part.text))
            run.bold, run.italic = part.bold or None, part.italic or None
            if part.code:
                run.font.name, run.font.size = "Courier New", Pt(8)
        before = part


def _add_mark(paragraph: Any, number: int, *, apart: bool) -> None:
    """A raised number that leads to its note."""
    run = paragraph.add_run(f" {number}" if apart else str(number))
    run.font.superscript = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{number}")
    paragraph._p.append(link)
    link.append(run._r)


def _add_note(document: Any, note: Note) -> None:
    paragraph = document.add_paragraph()
    for kind in ("Start", "End"):
        mark = OxmlElement(f"w:bookmark{kind}")
        mark.set(qn("w:id"), str(note.number))
        if kind == "Start":
            mark.set(qn("w:name"), f"note{note.number}")
        paragraph._p.append(mark)
    paragraph.add_run(f"{note.number}. “{_clean(note.quoted)}” {_clean(note.place)}")


def _clean(text: str) -> str:
    return text.translate(_UNWRITABLE)


def _without_times(document: bytes) -> bytes:
    """The same files in a zip that does not tell when it was made."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as given,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for info in given.infolist():
            made.writestr(zipfile.ZipInfo(info.filename, _NO_TIME), given.read(info), zipfile.ZIP_DEFLATED)
    return written.getvalue()
