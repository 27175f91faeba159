"""Rich tables of readings and stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from dateline.cli.fitting import Column, FittedTable
from dateline.model import (
    VALUED,
    Article,
    Event,
    Fact,
    PageKind,
    Participant,
    Reading,
    Stance,
    Statement,
    Story,
)
from dateline.store import short_id

STATUS_MARKS = {
    "happened": "● happened",
    "planned": "▷ planned",
    "denied": "⊘ denied",
    "hypothetical": "◌ hypothetical",
}
_SUPPORT = {
    "corroborated": "▮▮ corroborated",
    "single_source": "▮▯ single source",
    "conflicting": "≠ conflicting",
}

_UNSURE = 0.5
"""Agreement of both tiers on the body below which a reader is warned."""


def out() -> Console:
    """Standard output for people."""
    return Console(highlight=False)


def reading_tables(reading: Reading) -> Group:
    """A page's head, its statements and its events, each with the words it rests on."""
    article = reading.article
    head = Text(article.title or "(no title)", style="bold")
    published = article.published.value if article.published else "undated"
    outlet = article.outlet.name if article.outlet else "outlet not named"
    line = Text(
        f"{outlet} · {published} · {', '.join(article.authors) or 'no byline'} · {article.language}",
        style="dim",
    )
    notes = [Text(note, style="yellow") for note in _notes(article)]
    return Group(head, line, *notes, _statements(reading), _events(reading), Text(""))


def _notes(article: Article) -> Iterator[str]:
    """What a reader should know of the page before relying on it."""
    if article.kind is PageKind.LIVE_BLOG:
        yield f"live blog, {len(article.entries)} posts"
    if article.kind is PageKind.LIST:
        yield "a list of links to reports, not a report: open its links and read those pages"
    if article.kind is PageKind.PLACEHOLDER:
        yield "an error, a wall of consent or a check for robots in place of a report: save the page again from a browser"
    if article.paywalled:
        yield "for subscribers: the text may be only its opening"
    if article.confidence is not None and article.confidence < _UNSURE:
        yield f"two ways of finding the report agree on {article.confidence:.0%} only: check its text"
    if article.pages:
        yield f"with its further pages: {', '.join(article.pages)}"


def _statements(reading: Reading) -> Table:
    table = Table(title=f"{len(reading.statements)} statements", title_justify="left", expand=True)
    for heading, share in (("speaker", 2), ("type", None), ("act", None), ("words", 5)):
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for statement in reading.statements:
        table.add_row(
            _speaker(statement),
            statement.type,
            statement.act or "",
            _cut(" … ".join(s.of(reading.article.text) for s in statement.content)),
        )
    return table


def _events(reading: Reading) -> Table:
    table = Table(title=f"{len(reading.events)} events", title_justify="left", expand=True)
    shares = (
        ("status", None),
        ("who", 2),
        ("act", 1),
        ("whom", 2),
        ("when", None),
        ("where", 1),
        ("words", 4),
    )
    for heading, share in shares:
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for event in reading.events:
        table.add_row(
            STATUS_MARKS[event.status],
            names(event.source),
            _act(event),
            names(event.target),
            event.date.value if event.date else "",
            event.place.name if event.place else "",
            _cut(event.evidence.of(reading.article.text)),
        )
    return table


def _speaker(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker else "not named"


def _act(event: Event) -> str:
    mode = f" ({event.mode})" if event.mode else ""
    about = f" · {', '.join(event.contexts)}" if event.contexts else ""
    return event.plover.lower() + mode + about


def names(participants: tuple[Participant, ...]) -> str:
    """Names of participants in one line."""
    return ", ".join(p.name for p in participants)


def _cut(text: str, width: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def story_tables(stories: Sequence[Story], width: int, *, with_ids: bool = False) -> Table:
    """One row a story: independent families of all reports, facts by support (as marks, which leaves room for headlines). Of a collection
    with ids, as short as commands take them."""
    marks = [label.split()[0] for label in _SUPPORT.values()]
    columns = [
        *([Column("id", rank=1)] if with_ids else []),
        Column("story", 1, least=24),
        Column("independent", is_number=True, rank=2),
        *(Column(mark, is_number=True) for mark in marks),
        Column("quotations", is_number=True, rank=3),
    ]
    rows = [[*([short_id(story.id)] if with_ids else []), *_story_row(story)] for story in stories]
    fitted = FittedTable(columns, rows, width)
    legend = "facts: " + " · ".join(_SUPPORT.values())
    return fitted.table(f"{legend}; {fitted.foot}" if fitted.foot else legend)


def _story_row(story: Story) -> list[str]:
    counts = [sum(fact.support == support for fact in story.facts) for support in _SUPPORT]
    reports = f"{story.independent} of {story.reports}"
    return [story.headline, reports, *map(str, counts), str(len(story.quotations))]


def fact_table(story: Story, width: int, *, with_ids: bool = False) -> Table:
    """The facts of one story and what each report does with them; of a collection with their ids, which `dateline cite` takes."""
    columns = [
        *([Column("id")] if with_ids else []),
        Column("support"),
        Column("fact", 3, least=20),
        Column("reports", 1),
        Column("differs", 2, rank=1),
        Column("omits", rank=2),
    ]
    rows = [[*([fact.id] if with_ids else []), *_fact_row(fact)] for fact in story.facts]
    fitted = FittedTable(columns, rows, width)
    table = fitted.table(fitted.foot)
    table.title, table.title_justify = Text(story.headline), "left"
    return table


def _fact_row(fact: Fact) -> list[str]:
    omits = sum(position.stance is Stance.OMITS for position in fact.positions)
    reports = _told(fact, Stance.REPORTS, with_values=fact.kind in VALUED)
    differs = _told(fact, Stance.DIFFERS, with_values=True)
    return [_SUPPORT[fact.support], fact.text, reports, differs, str(omits)]


def _told(fact: Fact, stance: Stance, *, with_values: bool) -> str:
    """How many reports take a stance, and the values that they give: "2: nine; at least 14"."""
    positions = [position for position in fact.positions if position.stance is stance]
    given: dict[str, str] = {}
    for value in (p.value for p in positions if p.value and with_values):
        given.setdefault(value.casefold(), value)
    values = "; ".join(given.values())
    return f"{len(positions)}" + (f": {_cut(values, 60)}" if values else "")
