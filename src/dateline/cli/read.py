"""`dateline read`: pages in, readings out."""

from __future__ import annotations

import sys

import typer

from dateline.cli.inputs import Given, Inputs, is_for_people, write_line
from dateline.cli.options import (
    OutletName,
    Overlays,
    OwnOntology,
    Paths,
    Published,
    ReadFormat,
    ReadTier,
    ReadTo,
    Rejections,
    Tier,
    Url,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.tables import out, reading_tables


def read(
    paths: Paths,
    to: ReadTo = None,
    published: Published = None,
    outlet: OutletName = None,
    url: Url = None,
    rejections: Rejections = None,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Read pages: blocks, metadata, actors, statements and events, each with its place in the text.

    Example: dateline read saved-pages/ --to jsonl > readings.jsonl
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    inputs = Inputs(paths, Given(published, outlet, url), workers, rejections, tier.value)
    if is_for_people(to):
        console = out()
        for reading in inputs.readings():
            console.print(reading_tables(reading))
    elif to == ReadFormat.JSON:
        opening = "["
        for reading in inputs.readings():
            sys.stdout.write(opening + reading.to_json())
            opening = ",\n"
        write_line("]" if inputs.read else "[]")
    else:
        for reading in inputs.readings():
            write_line(reading.to_json())
    raise typer.Exit(inputs.status)
