"""A row an event, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.products.exports.contents import Contents
from dateline.products.exports.labels import label_of
from dateline.products.exports.places import Located, located
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.tables.placed import place_columns
from dateline.products.exports.tables.sides import side_columns
from dateline.products.exports.tables.wording import LABEL, STATUSES
from dateline.products.exports.told import ToldEvent


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event, and where it lies."""

    event: ToldEvent
    place: Located | None


def _records(contents: Contents) -> Iterator[_Placed]:
    for event in contents.events():
        yield _Placed(event, located(event.place, event.place_id, event.place_precision))


EVENTS: Table[_Placed] = Table(
    name="events",
    title="Events across their reports, with what is best supported of each",
    key=("event",),
    records=_records,
    columns=(
        Column("event", Kind.TEXT, "id, which holds while reports are added", lambda r: r.event.id),
        Column("story", Kind.TEXT, "the story that tells it", lambda r: r.event.story),
        Column("text", Kind.TEXT, "the event as a sentence, made by Dateline", lambda r: r.event.text),
        Column(
            "root", Kind.TEXT, "PLOVER root of the act itself, or a type of your own", lambda r: r.event.root
        ),
        Column("mode", Kind.TEXT, "manner of the act", lambda r: r.event.mode, missing="the words show none"),
        Column(
            "contexts",
            Kind.LIST,
            "PLOVER contexts that the words of a report show, those of most reports first",
            lambda r: r.event.contexts,
        ),
        Column(
            "cameo",
            Kind.TEXT,
            "CAMEO code that most reports with this root and mode have, text because of its leading zero",
            lambda r: r.event.cameo,
            missing="a type of your own without a CAMEO family, or filters left those reports out",
        ),
        Column(
            "quad",
            Kind.WHOLE,
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
            lambda r: r.event.quad,
        ),
        Column(
            "score",
            Kind.NUMBER,
            "from hostile to friendly, of the act whatever its status",
            lambda r: r.event.score,
            unit="-10 to 10",
            missing="filters left out the reports that have it",
        ),
        Column(
            "status",
            Kind.TEXT,
            "the surest that independent reports bear out; count `happened` alone for acts that took place",
            lambda r: r.event.status,
            values=STATUSES,
        ),
        Column("manual_label", Kind.TEXT, LABEL, lambda r: label_of(r.event.root, r.event.status)),
        *side_columns("source", "who did it", lambda r: r.event.source),
        *side_columns("target", "to whom it was done", lambda r: r.event.target),
        Column(
            "date",
            Kind.TEXT,
            "when, by the words: a day, month or year, or `start/end`",
            lambda r: r.event.date,
            missing="no report says when",
        ),
        Column(
            "day",
            Kind.DAY,
            "the first day of `date`; the day on which it was first reported where that is no day",
            lambda r: r.event.day,
            missing="neither is known to the day",
        ),
        Column(
            "has_own_day",
            Kind.YES_NO,
            "whether `day` comes from `date`",
            lambda r: r.event.own_day is not None,
        ),
        *place_columns(lambda r: r.place),
        Column(
            "reports",
            Kind.WHOLE,
            "in how many places it is told, of all articles of the collection",
            lambda r: r.event.reports,
            unit="reports",
        ),
        Column("outlets", Kind.WHOLE, "by how many outlets", lambda r: r.event.outlets, unit="outlets"),
        Column(
            "independent",
            Kind.WHOLE,
            "by how many families of copies: an agency's report and its reprints are one",
            lambda r: r.event.independent,
            unit="families",
        ),
        Column(
            "corrected",
            Kind.YES_NO,
            "whether a person corrected one of its reports",
            lambda r: r.event.corrected,
        ),
        Column(
            "checked",
            Kind.YES_NO,
            "whether a person found one of its reports right",
            lambda r: r.event.checked,
        ),
    ),
    references=(Reference("story", "stories"),),
)
