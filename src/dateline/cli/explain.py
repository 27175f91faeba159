"""`dateline explain`: why each mention of a page stands for whom it stands for."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from dateline import api
from dateline.cli.inputs import NOTHING_DONE, Given, Inputs, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import Overlays, Published, StoryTo
from dateline.cli.overlays import use_overlays
from dateline.cli.tables import out
from dateline.model import Reading
from dateline.products.explanation import Explanation, explain_mentions

Page = Annotated[str, typer.Argument(help="A page: a file, or - for standard input.", show_default=False)]
Words = Annotated[
    str | None,
    typer.Option("--words", help="Only mentions that hold these words.", show_default=False, metavar="TEXT"),
]


def explain(
    page: Page,
    words: Words = None,
    published: Published = None,
    to: StoryTo = None,
    knowledge: Overlays = None,
) -> None:
    """Say why each mention stands for whom it stands for: the row of the tables and its source, and what spoke against others.

    Example: dateline explain harbour.html --words "the minister"
    """
    use_overlays(knowledge)
    inputs = Inputs([page], Given(published))
    readings = list(inputs.readings())
    if not readings:
        raise typer.Exit(inputs.status)
    found = [
        each
        for each in explain_mentions(readings[0], lambda surface, at: api.lookup(surface, at=at))
        if words is None or words.casefold() in each.mention.text.casefold()
    ]
    if not found:
        say(f"{page}: no mention holds {words!r}." if words else f"{page}: nobody is mentioned.")
        raise typer.Exit(NOTHING_DONE)
    if is_for_people(to):
        out().print(_table(readings[0], found))
    else:
        for each in found:
            write_line(each.to_json())
    raise typer.Exit(inputs.status)


def _table(reading: Reading, found: list[Explanation]) -> Table:
    day = reading.article.published.value[:10] if reading.article.published else "no date"
    table = Table(title=f"{reading.article.title or '(no title)'} · {day}", title_justify="left", expand=True)
    for heading, share in (("words", 2), ("stand for", 3), ("because", 4), ("and not", 3)):
        table.add_column(heading, ratio=share)
    for each in found:
        mention = each.mention
        who = mention.name if mention.actor else ""
        role = f", {mention.role}" if mention.role else ""
        others = "; ".join(f"{r.candidate.name}: {r.against}" for r in each.rejected[:3])
        table.add_row(mention.text, f"{who}{role} [dim]{mention.actor or ''}[/dim]", each.why, others)
    return table
