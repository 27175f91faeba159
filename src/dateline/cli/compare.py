"""`dateline compare`: two pages side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline import api
from dateline.cli.inputs import NOTHING_DONE, Given, Inputs, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import Overlays, OwnOntology, Published, StoryFormat, StoryTo
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.tables import fact_table, out
from dateline.model import Stories

Page = Annotated[str, typer.Argument(help="A page: a file, or - for standard input.", show_default=False)]


def compare(
    a: Page,
    b: Page,
    to: StoryTo = None,
    published: Published = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Compare two pages, whether or not they would have been grouped: facts, wordings, omissions.

    Example: dateline compare harbour.html kestrel.html
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    inputs = Inputs([a, b], Given(published))
    readings = inputs.all_readings()
    if len(readings) != 2:
        say(f"compare takes two pages that can be read; {len(readings)} could be. Nothing was compared.")
        raise typer.Exit(NOTHING_DONE)
    story = api.compare(readings[0], readings[1])
    if is_for_people(to):
        console = out()
        console.print(fact_table(story, console.width))
    elif to == StoryFormat.JSONL:
        write_line(story.to_json())
    else:
        write_line(Stories((story,)).to_json())
    raise typer.Exit(inputs.status)
