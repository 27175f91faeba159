"""`dateline brief`: pages in, a briefing out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.api import group
from dateline.cli.fetching import following
from dateline.cli.inputs import NOTHING_DONE, Given, Inputs
from dateline.cli.messages import pages, say
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
    Rejections,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.model import Reading
from dateline.products.briefing import brief as make_brief

_FORMATS = (".html", ".md", ".json")
Target = Annotated[Path, typer.Option("--output", "-o", help="Where to write it: .html, .md or .json.")]
Title = Annotated[
    str | None,
    typer.Option(help="Title of the briefing; by default the stories' headline.", show_default=False),
]


def brief(
    paths: PathsAndAddresses,
    output: Target = Path("brief.html"),
    title: Title = None,
    published: Published = None,
    outlet: OutletName = None,
    rejections: Rejections = None,
    workers: Workers = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
    fetch: Follow = False,
    limit: FetchLimit = 100,
    cache: PageCache = None,
    archive: PageArchive = None,
) -> None:
    """Write a cited briefing of pages: one self-contained file in which every sentence names its evidence.

    Example: dateline brief saved-pages/ -o brief.html
    """
    if output.suffix not in _FORMATS:
        say(f"{output}: a briefing is written as .html, .md or .json; give --output a name that ends so.")
        raise typer.Exit(NOTHING_DONE)
    use_overlays(knowledge)
    use_ontology(ontology)
    with following(paths, fetch=fetch, limit=limit, cache=cache, archive=archive) as follower:
        inputs = Inputs(paths, Given(published, outlet), workers, rejections, follower=follower)
        readings = list(inputs.readings())
    if not readings:
        say("no page could be read, so there is no briefing.")
        raise typer.Exit(NOTHING_DONE)
    write_brief(readings, output, title)
    say(f"briefing of {pages(len(readings))}: {output}")
    raise typer.Exit(inputs.status)


def write_brief(readings: list[Reading], output: Path, title: str | None = None) -> None:
    """Groups readings and writes the briefing in the format of the file's name."""
    briefing = make_brief(group(readings), readings, title=title)
    writers = {".html": briefing.to_html, ".md": briefing.to_markdown, ".json": briefing.to_json}
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(writers[output.suffix](), encoding="utf-8")
