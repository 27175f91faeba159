"""`dateline explain`: why each mention of a page stands for whom it stands for, and why each event is what it is."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from dateline import api
from dateline.cli.inputs import NOTHING_DONE, Given, Inputs, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import Overlays, OwnOntology, Published, StoryTo
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.tables import out
from dateline.events import StatusGround
from dateline.model import Reading
from dateline.products.event_explanation import EventExplanation, explain_events
from dateline.products.explanation import Explanation, explain_mentions

Page = Annotated[str, typer.Argument(help="A page: a file, or - for standard input.", show_default=False)]
Words = Annotated[
    str | None,
    typer.Option(
        "--words", help="Only mentions or events that hold these words.", show_default=False, metavar="TEXT"
    ),
]
Events = Annotated[bool, typer.Option("--events", help="Explain events instead of mentions.")]

_GROUNDS = {
    StatusGround.WORDS: "by its words",
    StatusGround.CONSTRUCTION: "by the construction",
    StatusGround.PAGE: "by its date, or the rest of the page",
    StatusGround.NOTHING: "nothing says otherwise",
}


def explain(
    page: Page,
    words: Words = None,
    events: Events = False,
    published: Published = None,
    to: StoryTo = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Say why each mention stands for whom it stands for: the row of the tables and its source, and what spoke against others.

    With --events: why each event is what it is: its frame, the way through the parse to source and target, the words of its status.

    Example: dateline explain harbour.html --words "the minister"
    """
    use_overlays(knowledge)
    use_ontology(ontology)
    inputs = Inputs([page], Given(published))
    readings = inputs.all_readings()
    if not readings:
        raise typer.Exit(inputs.status)
    found = _explained(readings[0], words, events=events)
    if not found:
        kind = "event" if events else "mention"
        nothing = "nothing is done" if events else "nobody is mentioned"
        say(f"{page}: no {kind} holds {words!r}." if words else f"{page}: {nothing}.")
        raise typer.Exit(NOTHING_DONE)
    if is_for_people(to):
        title = _title(readings[0])
        out().print(_events_table(readings[0], title, found) if events else _table(title, found))
    else:
        for each in found:
            write_line(each.to_json())
    raise typer.Exit(inputs.status)


def _explained(reading: Reading, words: str | None, *, events: bool) -> list[Any]:
    """Explanations of the events, or of the mentions, that hold the words."""
    if events:
        text = reading.article.text
        resources = api.resources()
        explained = explain_events(reading, resources.parser, resources.ontology)
        return [e for e in explained if _holds(words, e.event.evidence.of(text))]
    mentions = explain_mentions(reading, lambda surface, at: api.lookup(surface, at=at))
    return [m for m in mentions if _holds(words, m.mention.text)]


def _holds(words: str | None, text: str) -> bool:
    return words is None or words.casefold() in text.casefold()


def _title(reading: Reading) -> str:
    day = reading.article.published.value[:10] if reading.article.published else "no date"
    return f"{reading.article.title or '(no title)'} · {day}"


def _events_table(reading: Reading, title: str, found: list[EventExplanation]) -> Table:
    table = Table(title=title, title_justify="left", expand=True, show_lines=True)
    for heading, share in (("words", 3), ("event", 2), ("by", 3), ("source and target", 3)):
        table.add_column(heading, ratio=share)
    text = reading.article.text
    for each in found:
        event = each.event
        deciding = ", ".join(span.of(text) for span in each.status_words) or _GROUNDS[each.status_ground]
        sides = [
            f"{name}: {', '.join(p.name for p in who)} [dim]({'; '.join(ways) or 'from elsewhere'})[/dim]"
            for name, who, ways in (
                ("source", event.source, each.source),
                ("target", event.target, each.target),
            )
            if who
        ]
        table.add_row(
            each.sentence.of(text),
            "\n".join(
                (
                    f"{event.plover} {event.mode or ''}",
                    f"{event.status.value} [dim]({deciding})[/dim]",
                    f"“{text[event.trigger.start : event.trigger.end]}”",
                    *(
                        f"{c.context} [dim]({', '.join(s.of(text) for s in c.spans)})[/dim]"
                        for c in each.contexts
                    ),
                )
            ),
            f"{event.rule}\n[dim]{escape(each.frame)}[/dim]",
            "\n".join(sides),
        )
    return table


def _table(title: str, found: list[Explanation]) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for heading, share in (("words", 2), ("stand for", 3), ("because", 4), ("and not", 3)):
        table.add_column(heading, ratio=share)
    for each in found:
        mention = each.mention
        who = mention.name if mention.actor else ""
        role = f", {mention.role}" if mention.role else ""
        others = "; ".join(f"{r.candidate.name}: {r.against}" for r in each.rejected[:3])
        table.add_row(mention.text, f"{who}{role} [dim]{mention.actor or ''}[/dim]", each.why, others)
    return table
