"""`dateline brief`: pages or a collection in, a briefing out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dateline.api import group
from dateline.cli.collection_options import Before, InStory, Place, collection_at
from dateline.cli.fetching import following
from dateline.cli.inputs import NOTHING_DONE, READ, Given, Inputs
from dateline.cli.messages import pages, say
from dateline.cli.options import (
    FetchLimit,
    Follow,
    MaybePaths,
    OutletName,
    Overlays,
    OwnOntology,
    PageArchive,
    PageCache,
    Published,
    Rejections,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.writing import write_file
from dateline.model import Reading
from dateline.products.briefing import Briefing
from dateline.products.briefing import brief as make_brief
from dateline.products.collected_briefing import MOST, Wanted, collected_briefing
from dateline.store.clock import today
from dateline.store.search.query_days import WAYS, first_day

_FORMATS = (".html", ".md", ".docx", ".json")
Target = Annotated[
    Path, typer.Option("--output", "-o", help="Where to write it: .html, .md, .docx or .json.")
]
Title = Annotated[
    str | None,
    typer.Option(help="Title of the briefing; by default the stories' headline.", show_default=False),
]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FOLDER",
        help="Templates and style sheets of your own for .html, which go before ours of the same name.",
        exists=True,
        file_okay=False,
        show_default=False,
    ),
]


def _day(given: str | None) -> str | None:
    """The first day of what is named, as an ISO day; or a refusal that says how to write it."""
    if given is None:
        return None
    day = first_day(given, today())
    if day is None:
        raise typer.BadParameter(f"{given!r} names no day: write it as {WAYS}.")
    return day.isoformat()


Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        callback=_day,
        help=f"Of a collection: stories with a report since {WAYS}.",
        show_default=False,
    ),
]
AboutWhom = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        metavar="WHO|WORDS",
        help="Of a collection: an actor (name, id, code of a state), or words.",
        show_default=False,
    ),
]
MostStories = Annotated[
    int,
    typer.Option(
        "--most",
        metavar="N",
        min=1,
        help="Of a collection: the most stories, those with most independent reports.",
    ),
]


def brief(
    paths: MaybePaths = None,
    collection: Place = None,
    output: Target = Path("brief.html"),
    title: Title = None,
    template: Templates = None,
    about: AboutWhom = None,
    since: Since = None,
    before: Before = None,
    story: InStory = None,
    most: MostStories = MOST,
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
    """Write a cited briefing of pages, or of stories in a collection: one file in which every sentence names its evidence.

    Without pages it is of a collection: --about takes an actor (a name, an id, the code of a state) or words.

    Example: dateline brief saved-pages/ -o brief.html

    Example: dateline brief -c my-collection --about KAZ --since monday -o brief.docx
    """
    if output.suffix not in _FORMATS:
        say(
            f"{output}: a briefing is written as .html, .md, .docx or .json; give --output a name that ends so."
        )
        raise typer.Exit(NOTHING_DONE)
    if template and output.suffix != ".html":
        raise typer.BadParameter(f"--template is for .html, and {output} is another format.")
    if not paths:
        wanted = Wanted(tuple(about or ()), since, before, tuple(story or ()))
        _of_collection(collection, wanted, most, output, title, template)
    if collection or about or since or before or story:
        raise typer.BadParameter(
            "give pages or a collection, not both: --collection, --about, --since, --before and --story are for a collection."
        )
    use_overlays(knowledge)
    use_ontology(ontology)
    with following(paths, fetch=fetch, limit=limit, cache=cache, archive=archive) as follower:
        inputs = Inputs(paths, Given(published, outlet), workers, rejections, follower=follower)
        readings = inputs.all_readings()
    if not readings:
        say("no page could be read, so there is no briefing.")
        raise typer.Exit(NOTHING_DONE)
    write_brief(readings, output, title, template)
    say(f"briefing of {pages(len(readings))}: {output}")
    raise typer.Exit(inputs.status)


def _of_collection(
    place: str | None, wanted: Wanted, most: int, output: Path, title: str | None, template: Path | None
) -> NoReturn:
    with collection_at(place) as opened:
        briefing = collected_briefing(opened, wanted, most=most, title=title)
    if not briefing.stories:
        say("no story was found, so there is no briefing: ask for something else, or since an earlier day.")
        raise typer.Exit(NOTHING_DONE)
    _write(briefing, output, template)
    stories = len(briefing.stories)
    others = f" of {stories + briefing.left_out:,}; --most tells more" if briefing.left_out else ""
    say(f"briefing of {stories} {'story' if stories == 1 else 'stories'}{others}: {output}")
    raise typer.Exit(READ)


def write_brief(
    readings: list[Reading], output: Path, title: str | None = None, template: Path | None = None
) -> None:
    """Groups readings and writes the briefing in the format of the file's name."""
    _write(make_brief(group(readings), readings, title=title), output, template)


def _write(briefing: Briefing, output: Path, template: Path | None) -> None:
    writers: dict[str, Callable[[], str | bytes]] = {
        ".html": lambda: briefing.to_html(template),
        ".md": briefing.to_markdown,
        ".docx": briefing.to_docx,
        ".json": briefing.to_json,
    }
    write_file(output, writers[output.suffix]())
