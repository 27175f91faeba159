"""Tables of what stories lead to: why reports were joined, storylines, a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table

from dateline.cli.tables import STATUS_MARKS
from dateline.model import Reading, Story
from dateline.stories import Join, Moment, Storyline, joins

_MOST_OUTLETS = 3


def joins_table(stories: Sequence[Story], readings: Sequence[Reading]) -> Group:
    """A table for each story of more than one report: what each shares with the one that it is most like."""
    names = _report_names(readings)
    tables = []
    for story in stories:
        if story.reports > 1:
            table = _table(story.headline, (("report", 3), ("like", 3), ("how", None), ("shares", 6)))
            for join in joins(story, readings):
                table.add_row(names[join.article], names[join.mate], f"{join.likeness:.0%}", _shared(join))
            tables.append(table)
    return (
        Group(*tables)
        if tables
        else Group(f"{len(stories)} stories, each with one report: nothing was joined.")
    )


def _shared(join: Join) -> str:
    """Who, when and where, else the words that they have in common."""
    parts = [", ".join(actor.name for actor in join.who), ", ".join(join.when), ", ".join(join.where)]
    if join.passages:
        parts.append(f"{len(join.passages)} passages" if len(join.passages) > 1 else "a passage")
    parts.append(f"[dim]{', '.join(join.words)}[/dim]")
    return "; ".join(part for part in parts if part)


def storylines_table(
    lines: Sequence[Storyline], stories: Sequence[Story], readings: Sequence[Reading]
) -> Group:
    """A table for each storyline: its stories in order."""
    by_id = {story.id: story for story in stories}
    days = {r.article.id: r.article.published.value[:10] for r in readings if r.article.published}
    tables = []
    for line in lines:
        table = _table(
            f"{len(line.stories)} stories", (("first report", None), ("story", 6), ("reports", None))
        )
        for story in (by_id[one] for one in line.stories):
            first = min((days[article] for article in story.articles if article in days), default="")
            table.add_row(first, story.headline, str(story.reports))
        tables.append(table)
    return Group(*tables) if tables else Group(f"{len(stories)} stories: none follows on another.")


def timeline_table(moments: Sequence[Moment], stories: Sequence[Story], readings: Sequence[Reading]) -> Group:
    """A table for each story: its dated events, one a row."""
    names = _report_names(readings)
    tables = []
    for story in stories:
        table = _table(story.headline, (("when", None), ("status", None), ("what", 5), ("by", 3)))
        for moment in moments:
            if moment.story == story.id:
                outlets = list(dict.fromkeys(names[telling.article] for telling in moment.tellings))
                more = f" and {len(outlets) - _MOST_OUTLETS} more" if len(outlets) > _MOST_OUTLETS else ""
                by = ", ".join(outlets[:_MOST_OUTLETS]) + more
                table.add_row(moment.date, STATUS_MARKS[moment.status], moment.text, by)
        if table.row_count:
            tables.append(table)
    return Group(*tables) if tables else Group(f"{len(stories)} stories: no event of them is dated.")


def _table(title: str, columns: Sequence[tuple[str, int | None]]) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for heading, share in columns:
        table.add_column(heading, ratio=share, no_wrap=share is None)
    return table


def _report_names(readings: Sequence[Reading]) -> dict[str, str]:
    """An outlet for each article, else its title."""
    return {
        r.article.id: r.article.outlet.name if r.article.outlet else (r.article.title or r.article.id)
        for r in readings
    }
