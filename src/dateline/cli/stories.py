"""`dateline stories`: pages in, stories out."""

from __future__ import annotations

import typer

from dateline.api import group
from dateline.cli.inputs import Given, Inputs, is_for_people, write_line
from dateline.cli.options import (
    OutletName,
    Overlays,
    OwnOntology,
    Paths,
    Published,
    Rejections,
    StoryFormat,
    StoryTo,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.tables import out, story_tables
from dateline.model import Stories


def stories(
    paths: Paths,
    to: StoryTo = None,
    published: Published = None,
    outlet: OutletName = None,
    rejections: Rejections = None,
    workers: Workers = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Group pages into stories: who copied whom, what is corroborated, what conflicts, what is left out.

    Example: dateline stories saved-pages/ --to json > stories.json
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    inputs = Inputs(paths, Given(published, outlet), workers, rejections)
    found = group(list(inputs.readings()))
    if is_for_people(to):
        out().print(story_tables(found))
    elif to == StoryFormat.JSONL:
        for story in found:
            write_line(story.to_json())
    else:
        write_line(Stories(tuple(found)).to_json())
    raise typer.Exit(inputs.status)
