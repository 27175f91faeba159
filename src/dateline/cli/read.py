"""`dateline read`: pages in, readings out."""

from __future__ import annotations

import sys

import typer

from dateline.cli.fetching import following
from dateline.cli.inputs import Given, Inputs, is_for_people, write_line
from dateline.cli.options import (
    FetchLimit,
    Follow,
    OutletName,
    Overlays,
    OwnOntology,
    PageArchive,
    PageCache,
    PathsAndAddresses,
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
    paths: PathsAndAddresses,
    to: ReadTo = None,
    published: Published = None,
    outlet: OutletName = None,
    url: Url = None,
    rejections: Rejections = None,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
    fetch: Follow = False,
    limit: FetchLimit = 100,
    cache: PageCache = None,
    archive: PageArchive = None,
) -> None:
    """Read pages: blocks, metadata, actors, statements and events, each with its place in the text.

    Example: dateline read saved-pages/ --to jsonl > readings.jsonl

    Example: dateline read https://news.example.org/rss --limit 20
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    with following(paths, fetch=fetch, limit=limit, cache=cache, archive=archive) as follower:
        inputs = Inputs(paths, Given(published, outlet, url), workers, rejections, tier.value, follower)
        _print(inputs, to)
    raise typer.Exit(inputs.status)


def _print(inputs: Inputs, to: ReadFormat | None) -> None:
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
