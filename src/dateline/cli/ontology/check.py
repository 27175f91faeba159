"""`dateline ontology check`: is a folder of types and frames sound, and is every example coded as its row says?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import StoryTo
from dateline.cli.tables import out
from dateline.knowledge import Knowledge
from dateline.language import load_parser
from dateline.ontology import Fault
from dateline.products.ontology_check import OntologyCheck, check_folder
from dateline.version import __version__

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to check.", show_default=False)]


def check(folder: Folder, to: StoryTo = None) -> None:
    """Check types and frames of your own: every row, then every example, which is coded and has to come out as marked.

    Exit status: 0 all hold, 1 there are faults, 2 nothing could be checked.

    Example: dateline ontology check my-ontology
    """
    found = check_folder(folder, load_parser(), Knowledge.load(), __version__)
    if not is_for_people(to):
        for fault in found.faults:
            write_line(fault.to_json())
    elif found.faults:
        out().print(_table(folder, found.faults))
    say(_counts(found))
    raise typer.Exit(_status(found))


def _table(folder: Path, faults: tuple[Fault, ...]) -> Table:
    table = Table("file", "line", "what is wrong", title=str(folder), title_justify="left", show_lines=True)
    for fault in faults:
        table.add_row(fault.file, str(fault.line or ""), escape(fault.what))
    return table


def _counts(found: OntologyCheck) -> str:
    parts = [_count(found.types, "type")]
    parts += [_count(found.modes, "mode")] if found.modes else []
    parts += [_count(found.contexts, "context")] if found.contexts else []
    parts += [f"{_count(found.context_words, 'word')} of contexts"] if found.context_words else []
    parts += [_count(found.frames, "frame"), f"{_count(found.examples, 'example')} hold"]
    told = ", ".join(parts) + "."
    return f"faults: {len(found.faults)}; {told}" if found.faults else told


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _status(found: OntologyCheck) -> int:
    if not found.faults:
        return READ
    held = (found.types, found.modes, found.frames, found.contexts, found.context_words)
    return SOME_REJECTED if any(held) else NOTHING_DONE
