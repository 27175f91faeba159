"""`dateline stories`: pages in, stories out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import RenderableType

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.fetching import following
from dateline.cli.inputs import NOTHING_DONE, READ, Given, Inputs, is_for_people, write_line
from dateline.cli.options import (
    DecisionLog,
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
    ShownStories,
    StoryFormat,
    StoryTo,
    StoryView,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.story_views import joins_table, storylines_table, timeline_table
from dateline.cli.tables import out, story_tables
from dateline.model import InputError, Reading, Stories, Story
from dateline.model.codec import Record
from dateline.stories import Decision, group, joins, sketch, storylines, timeline


def stories(
    paths: MaybePaths = None,
    collection: Place = None,
    to: StoryTo = None,
    show: ShownStories = StoryView.STORIES,
    published: Published = None,
    outlet: OutletName = None,
    decisions: DecisionLog = None,
    rejections: Rejections = None,
    workers: Workers = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
    fetch: Follow = False,
    limit: FetchLimit = 100,
    cache: PageCache = None,
    archive: PageArchive = None,
) -> None:
    """Group pages into stories: who copied whom, what is corroborated, what conflicts, what is left out.

    Without pages, and with -c, the stories of a collection, latest first.

    Example: dateline stories saved-pages/ --to json > stories.json

    Example: dateline stories -c my-collection
    """
    if not paths:
        _from_collection(collection, show, to)
    elif collection is not None:
        raise typer.BadParameter("give pages or a collection, not both: `dateline add` puts pages into one.")
    use_overlays(knowledge)
    use_ontology(ontology)
    log = _decided(decisions)
    with following(paths, fetch=fetch, limit=limit, cache=cache, archive=archive) as follower:
        inputs = Inputs(paths, Given(published, outlet), workers, rejections, follower=follower)
        readings = inputs.all_readings()
    found = group(readings, log)
    if show is StoryView.STORIES:
        _write_stories(found, to)
    else:
        _write_view(show, found, readings, to)
    raise typer.Exit(inputs.status)


def _from_collection(collection: str | None, show: StoryView, to: StoryFormat | None) -> NoReturn:
    """Prints the stories of a collection, as those of pages are printed."""
    with collection_at(collection) as opened:
        rows = list(opened.stories())
        found = [opened.story(row.id) for row in rows]
        if show is StoryView.STORIES:
            _write_stories(found, to, with_ids=True)
        else:
            readings = [opened.reading(article) for story in found for article in story.articles]
            _write_view(show, found, readings, to)
    raise typer.Exit(READ if found else NOTHING_DONE)


def _write_stories(found: Sequence[Story], to: StoryFormat | None, *, with_ids: bool = False) -> None:
    if is_for_people(to):
        console = out()
        console.print(story_tables(found, console.width, with_ids=with_ids))
    elif to == StoryFormat.JSONL:
        for story in found:
            write_line(story.to_json())
    else:
        write_line(Stories(tuple(found)).to_json())


def _write_view(
    show: StoryView, found: Sequence[Story], readings: Sequence[Reading], to: StoryFormat | None
) -> None:
    """What the stories lead to, as a table for people and a record a line for programs."""
    rows: Sequence[Record]
    table: RenderableType
    if show is StoryView.JOINS:
        rows = [join for story in found for join in joins(story, readings)]
        table = joins_table(found, readings)
    elif show is StoryView.STORYLINES:
        lines = storylines(found, {reading.article.id: sketch(reading.article) for reading in readings})
        rows, table = lines, storylines_table(lines, found, readings)
    else:
        moments = timeline(found, readings)
        rows, table = moments, timeline_table(moments, found, readings)
    if is_for_people(to):
        out().print(table)
    for row in () if is_for_people(to) else rows:
        write_line(row.to_json())


def _decided(path: Path | None) -> list[Decision]:
    """The decisions of a log.

    Raises:
        InputError: the file cannot be read, or a line of it is no decision.
    """
    if path is None:
        return []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "unreadable", str(path), f"{path}: cannot be read ({error}); give a text file of JSON lines."
        ) from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_decision(line, path, number))
    return found


def _decision(line: str, path: Path, number: int) -> Decision:
    try:
        return Decision.from_json(line)
    except ValueError as error:
        example = '{"kind": "merge", "articles": ["ID"], "others": ["ID"]}'
        raise InputError(
            "bad_decision", str(path), f"{path}, line {number}: no decision ({error}); write it as {example}."
        ) from error
